import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CurriculumFacade, CurriculumModule, LoadCourse } from '@cam-nang/curriculum';
import { DomainError, type RuleItem } from '@cam-nang/domain';
import { makeActor, makeSmallCountry, type SmallCountry } from '@cam-nang/identity/testing';
import { Database, type Actor } from '@cam-nang/platform';
import type { Beginning } from '@cam-nang/testing';
import {
  EnrolPerson,
  LoadRuleSet,
  OpenCohort,
  ReachableCohort,
  TrainingFacade,
  TrainingModule,
} from '@cam-nang/training';

/** The application of a spec, as far as a setting needs it. */
export interface SpecApp {
  get<T>(token: abstract new (...args: never[]) => T): T;
  readonly clock: { set(instant: string): void };
  readonly begun: unknown;
}

/** The sample course issued and a rule set in force; cohorts are opened on it. */
export interface StudySetting {
  readonly app: SpecApp;
  readonly places: SmallCountry;
  readonly courseId: string;
  /** Opens cohorts and follows them. */
  readonly officer: Actor;
}

/** A trainee of a cohort, ready to act. */
export interface SpecTrainee {
  readonly actor: Actor;
  readonly enrolmentId: string;
}

export interface SpecCohort {
  readonly id: string;
  readonly trainees: readonly SpecTrainee[];
}

const COURSE = join(fileURLToPath(import.meta.url), '../../../../../../seed/course');

/** The sample course: 1.0 from 1 March 2024, erratum 1.1 from 1 September 2024, 2.0 from 2026; rules; an officer. */
export const studyBegun: Beginning = {
  name: 'study',
  modules: [CurriculumModule, TrainingModule],
  fill: loadStudy,
};

/** What `studyBegun` left in an application that was built from it. */
export function studySettingOf(app: SpecApp): StudySetting {
  if (app.begun === undefined) throw new Error('The application is not built from studyBegun.');
  const { officer, ...told } = app.begun as Omit<StudySetting, 'app'>;
  // A time is a text once it was written down.
  const freshUntil = officer.freshUntil && new Date(officer.freshUntil);
  return { app, ...told, officer: { ...officer, freshUntil } };
}

/** Loads the course, the rules and the officer into an application. */
export async function loadStudy(
  app: Pick<SpecApp, 'get' | 'clock'>,
): Promise<Omit<StudySetting, 'app'>> {
  const places = await makeSmallCountry(app);
  const here = places.province;
  const person = (fullName: string, roles: Parameters<typeof makeActor>[1]['roles']) =>
    makeActor(app, { fullName, roles, unitId: here });
  const preparer = await person('Quách Thị Hằng', ['editor-in-chief', 'trainer']);
  const signer = await person('Hà Quang Tiến', ['signing-director']);
  const officer = await person('Đinh Thị Mai', ['provincial-officer', 'marker']);
  await app.get(LoadRuleSet).run(ruleSet(places.country));
  const courseId = await app.get(LoadCourse).run({
    files: courseFiles(),
    editions: ['1.0', '1.1', '2.0'],
    ownerUnitId: here,
    preparer,
    signer,
    onDay: (day) => app.clock.set(`${day}T02:00:00Z`),
  });
  return { places, courseId, officer };
}

/** Opens a cohort at nine in the morning of its first day and enrols people in it. */
export async function openSpecCohort(
  setting: StudySetting,
  cohort: { readonly code: string; readonly opensOn: string; readonly closesOn: string },
  names: readonly string[],
): Promise<SpecCohort> {
  const { app, places, courseId, officer } = setting;
  app.clock.set(`${cohort.opensOn}T02:00:00Z`);
  const view = await app.get(OpenCohort).run(officer, {
    ...cohort,
    title: 'Lớp mẫu',
    courseId,
    ownerUnitId: places.province,
    issuerId: places.office,
    capacity: 1000,
    place: 'Hội trường',
  });
  const trainees: SpecTrainee[] = [];
  for (const name of names) trainees.push(await enrol(setting, view.id, name));
  return { id: view.id, trainees };
}

async function enrol(
  { app, places, officer }: StudySetting,
  cohortId: string,
  fullName: string,
): Promise<SpecTrainee> {
  const { enrolmentId } = await app.get(Database).run(async () => {
    const cohort = await app.get(ReachableCohort).locked(officer, 'enrolment.manage', cohortId);
    return app.get(EnrolPerson).enrol(officer, cohort, {
      fullName,
      birthDate: '1998-05-02',
      unitId: places.commune,
      positionTitle: 'Công chức',
    });
  });
  const row = await app.get(TrainingFacade).enrolment(enrolmentId);
  if (row === null || row.accountId === null) throw new DomainError('resource.not_found');
  const actor: Actor = {
    accountId: row.accountId,
    personId: row.personId,
    sessionId: row.accountId,
    sessionKind: 'learn',
    roles: [{ role: 'trainee', unitId: places.commune, courseId: null }],
    freshUntil: null,
  };
  return { actor, enrolmentId };
}

/** Node ids of an edition by slug (`cd01-01`, `kt-cuoi-khoa`), as the cohort's edition of a day has them. */
export async function nodesBySlug(
  { app, courseId }: StudySetting,
  day: string,
): Promise<(slug: string) => string> {
  const curriculum = app.get(CurriculumFacade);
  const edition = await curriculum.editionInForce(courseId, day);
  if (edition === null) throw new DomainError('edition.none_in_force');
  const nodes = await curriculum.outline(edition.id);
  const ids = new Map(nodes.map((node) => [node.slug, node.nodeId]));
  return (slug) => {
    const id = ids.get(slug);
    if (id === undefined) throw new DomainError('resource.not_found', { slug });
    return id;
  };
}

function courseFiles(): ReadonlyMap<string, string> {
  const entries = readdirSync(COURSE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(md|yaml)$/.test(entry.name));
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(COURSE, path), readFileSync(path, 'utf8')] as const;
    }),
  );
}

function item(number: string): RuleItem {
  const text = { vi: 'Quy tắc mẫu', en: 'Sample rule' };
  return { number, basis: { strength: 'house', document: 'Quy chế lớp', article: '', text } };
}

function ruleSet(ownerUnitId: string): Parameters<LoadRuleSet['run']>[0] {
  return {
    code: 'QT',
    title: 'Quy tắc lớp',
    titleEn: 'Class rules',
    ownerUnitId,
    validFrom: '2015-01-01',
    validTo: null,
    issuedBasis: null,
    parameters: {
      title: { vi: 'Quy tắc lớp', en: 'Class rules' },
      scale: 1000,
      study: { ...item('1'), minimumShare: 10_000 },
      attendance: { ...item('2'), minimumShare: 8000, excusedAllowance: 2000 },
      quizzes: { ...item('3'), passShare: 5000, countingAttempt: 'best' },
      reports: { ...item('4'), passShare: 5000 },
      dataConfirmed: item('5'),
      noOpenAppeal: item('6'),
      survey: null,
      notCertified: item('7'),
      mark: { ...item('8'), quizWeight: 1, reportWeight: 1 },
      grades: {
        ...item('9'),
        bands: [{ code: 'average', from: 500, label: { vi: 'Trung bình', en: 'Average' } }],
      },
    },
  };
}
