import { randomUUID } from 'node:crypto';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError } from '@cam-nang/domain';
import { makeActor } from '@cam-nang/identity/testing';
import {
  openSpecCohort,
  studySettingOf,
  type SpecApp,
  type SpecCohort,
  type StudySetting,
} from '@cam-nang/learning/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { LoadCertificateType } from '../use-cases/load-certificate-type.js';

export { loadStudy, studyBegun } from '@cam-nang/learning/testing';

/** The sample course with a type of certificate, and who prepares and signs awards. */
export interface AwardSpecSetting extends StudySetting {
  readonly director: Actor;
  readonly typeId: string;
}

/** A cohort of 2024 on edition 1.1: study is over, everyone may be awarded. */
export interface AwardSpecCohort extends SpecCohort {
  readonly names: readonly string[];
}

const DATES = { opensOn: '2024-08-05', closesOn: '2024-10-31' };
const AFTER = '2024-11-05T02:00:00Z';

/** Loads the type of certificate into an application that was built from `studyBegun`. */
export async function makeAwardSetting(app: SpecApp): Promise<AwardSpecSetting> {
  const study = studySettingOf(app);
  const typeId = await app.get(LoadCertificateType).run({
    code: 'BDX',
    kind: 'completion',
    title: 'Giấy chứng nhận hoàn thành chương trình bồi dưỡng',
    titleEn: 'Certificate of completion of the training programme',
    noun: 'Giấy chứng nhận',
    nounEn: 'Certificate',
    serialPattern: 'SNV {n:6}',
    registerPattern: '{n:3}/{year}/{code}',
    registerCode: 'BDX-SNV',
    isSample: true,
  });
  const director = await makeActor(app, {
    fullName: 'Xa Văn Ký',
    roles: ['signing-director'],
    unitId: study.places.province,
  });
  return { ...study, director, typeId };
}

/** Opens a cohort, enrols people, and writes down that they have done all there is to do. */
export async function openAwardCohort(
  setting: AwardSpecSetting,
  code: string,
  names: readonly string[],
): Promise<AwardSpecCohort> {
  const cohort = await openSpecCohort(setting, { code, ...DATES }, names);
  setting.app.clock.set(AFTER);
  const enrolmentIds = cohort.trainees.map((trainee) => trainee.enrolmentId);
  await settleResults(setting, cohort.id, enrolmentIds);
  return { ...cohort, names };
}

/** Lessons done, final quiz and reports passed with 8 of 10, data confirmed: for these enrolments. */
export async function settleResults(
  { app, officer }: Pick<AwardSpecSetting, 'app' | 'officer'>,
  cohortId: string,
  enrolmentIds: readonly string[],
): Promise<void> {
  const training = app.get(TrainingFacade);
  const cohort = await training.cohort(cohortId);
  if (cohort === null) throw new DomainError('resource.not_found');
  const edition = await training.editionOf(cohort);
  const outline = await app.get(CurriculumFacade).outline(edition.id);
  const of = (kind: string) => outline.filter((node) => node.kind === kind);
  const write = settler(app.get(Database), enrolmentIds);
  for (const lesson of of('lesson')) await write.lesson(lesson);
  for (const quiz of of('quiz').filter((node) => node.slug === 'kt-cuoi-khoa')) {
    await write.quiz(quiz, edition.id);
  }
  for (const task of of('report-task')) await write.report(task, officer.accountId);
  for (const id of enrolmentIds) {
    const person = await training.enrolment(id);
    if (person === null) continue;
    const { fullName, birthDate } = person;
    await training.confirmPrinted(id, { fullName, birthDate });
  }
}

interface Pinned {
  readonly nodeId: string;
  readonly revisionId: string;
}

const WHEN = '2024-10-20T02:00:00Z';

/** Writes results as they would stand after study, without the weeks of it. */
function settler(database: Database, enrolmentIds: readonly string[]) {
  const made = () => enrolmentIds.map(() => randomUUID());
  return {
    lesson: ({ nodeId, revisionId }: Pinned) =>
      database.write(
        `insert into lesson_progress (enrolment_id, node_id, revision_id, study_hash, blocks_total, state, started_at, done_at, updated_at)
         select e, $2, r.id, r.study_hash, 0, 'done', $4, $4, $4
         from unnest($1::uuid[]) e, node_revision r where r.id = $3`,
        [enrolmentIds, nodeId, revisionId, WHEN],
      ),
    quiz: async ({ nodeId, revisionId }: Pinned, editionId: string) => {
      const ids = made();
      await database.write(
        `insert into quiz_attempt (id, enrolment_id, edition_id, quiz_node_id, quiz_revision_id, purpose, number, seed, opened_at, closed_at, close_cause)
         select i, e, $3, $4, $5, 'final', 1, '\\x00', $6, $6, 'handed_in' from unnest($1::uuid[], $2::uuid[]) r(i, e)`,
        [ids, enrolmentIds, editionId, nodeId, revisionId, WHEN],
      );
      await database.write(
        `insert into grading (id, attempt_id, cause, points, max_points, score, scale, passed, items, graded_at)
         select i, a, 'handed_in', 2400, 3000, 8000, 10000, true, '[]', $3 from unnest($1::uuid[], $2::uuid[]) r(i, a)`,
        [made(), ids, WHEN],
      );
    },
    report: async ({ nodeId, revisionId }: Pinned, markerId: string) => {
      const ids = made();
      await database.write(
        `insert into report_submission (id, enrolment_id, task_node_id, task_revision_id, state, submitted_at, updated_at)
         select i, e, $3, $4, 'marked', $5, $5 from unnest($1::uuid[], $2::uuid[]) r(i, e)`,
        [ids, enrolmentIds, nodeId, revisionId, WHEN],
      );
      await database.write(
        `insert into report_mark (id, submission_id, marker_id, role, criteria, points, max_points, marked_at)
         select i, s, $3, 'first', '[]', 800, 1000, $4 from unnest($1::uuid[], $2::uuid[]) r(i, s)`,
        [made(), ids, markerId, WHEN],
      );
    },
  };
}
