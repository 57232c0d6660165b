import { CurriculumFacade, type OutlineNode } from '@cam-nang/curriculum';
import { RequestContext, type Actor } from '@cam-nang/platform';
import {
  EnrolPerson,
  KeepAttendance,
  OpenCohort,
  PlanMeeting,
  ReachableCohort,
  TrainingFacade,
  type CohortView,
} from '@cam-nang/training';
import { Database } from '@cam-nang/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { dayFrom, type SeedClock } from './seed-clock.js';
import type { SeedAccount, SeedCohort, SeedPerson } from './seed-files.js';
import { actorOf, type MadeAccount } from './seed-people.js';

/** Everything the seeder of cohorts works with. */
export interface CohortSetting {
  readonly app: INestApplicationContext;
  readonly clock: SeedClock;
  readonly today: string;
  readonly courseId: string;
  readonly ownerUnitId: string;
  readonly issuerId: string;
  readonly unitOf: (key: string) => string;
  readonly officer: Actor;
  readonly marker: Actor;
}

/** A trainee of a cohort, ready to act. */
export interface Trainee {
  readonly person: SeedPerson;
  readonly actor: Actor;
  readonly enrolmentId: string;
}

/** A cohort as it was opened. */
export interface SeededCohort {
  readonly view: CohortView;
  readonly outline: readonly OutlineNode[];
  readonly trainees: readonly Trainee[];
}

/** Carries out acts as somebody, the way a request does. */
export function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return RequestContext.run({ correlationId: 'demonstration', actor, work: 'seed' }, work);
}

/** Opens a cohort on its day, enrols its people and holds its meetings. */
export async function openCohort(
  setting: CohortSetting,
  file: SeedCohort,
  accounts: readonly { readonly account: MadeAccount; readonly entry: SeedAccount }[],
): Promise<SeededCohort> {
  const { app, clock, today, officer } = setting;
  const opensOn = dayFrom(today, file.opens);
  clock.set(opensOn, '08:00');
  const year = opensOn.slice(0, 4);
  const view = await as(officer, () =>
    app.get(OpenCohort).run(officer, {
      code: `K${String(file.number).padStart(2, '0')}/${year}`,
      title: file.title,
      courseId: setting.courseId,
      ownerUnitId: setting.ownerUnitId,
      issuerId: setting.issuerId,
      opensOn,
      closesOn: dayFrom(today, file.closes),
      capacity: file.capacity,
      place: file.place,
    }),
  );
  const outline = await app.get(CurriculumFacade).outline(view.edition.id);
  const trainees = await enrolAll(setting, view.id, file, accounts);
  await holdMeetings(setting, view.id, file, outline, trainees);
  return { view, outline, trainees };
}

async function enrolAll(
  setting: CohortSetting,
  cohortId: string,
  file: SeedCohort,
  accounts: readonly { readonly account: MadeAccount; readonly entry: SeedAccount }[],
): Promise<Trainee[]> {
  const named = accounts.map(({ account, entry }) => ({
    personId: account.personId,
    person: {
      name: entry.name,
      birthDate: entry.birthDate ?? '1998-01-01',
      unit: entry.unit,
      position: entry.position ?? '',
      study: file.closes < 0 ? 1 : 0.3,
      ...(file.closes < 0 ? { answers: 0.85, report: 8 } : {}),
      absent: 0,
      excused: 0,
      unconfirmed: false,
    } satisfies SeedPerson,
  }));
  const others = file.people.map((person) => ({ person, personId: undefined }));
  const trainees: Trainee[] = [];
  for (const { person, personId } of [...named, ...others]) {
    trainees.push(await enrol(setting, cohortId, person, personId));
  }
  return trainees;
}

async function enrol(
  setting: CohortSetting,
  cohortId: string,
  person: SeedPerson,
  personId: string | undefined,
): Promise<Trainee> {
  const { app, officer, unitOf } = setting;
  const unitId = unitOf(person.unit);
  const { enrolmentId } = await as(officer, () =>
    app.get(Database).run(async () => {
      const cohort = await app.get(ReachableCohort).locked(officer, 'enrolment.manage', cohortId);
      return app.get(EnrolPerson).enrol(officer, cohort, {
        fullName: person.name,
        birthDate: person.birthDate,
        unitId,
        positionTitle: person.position,
        isSample: true,
        ...(personId === undefined ? {} : { personId }),
      });
    }),
  );
  const row = await app.get(TrainingFacade).enrolment(enrolmentId);
  const ids = { accountId: row?.accountId ?? '', personId: row?.personId ?? '' };
  return { person, enrolmentId, actor: actorOf(ids, [], unitId) };
}

async function holdMeetings(
  setting: CohortSetting,
  cohortId: string,
  file: SeedCohort,
  outline: readonly OutlineNode[],
  trainees: readonly Trainee[],
): Promise<void> {
  const { app, clock, officer, today } = setting;
  const attendance = app.get(KeepAttendance);
  const left = new Map(
    trainees.map(({ enrolmentId, person }) => [
      enrolmentId,
      { absent: person.absent, excused: person.excused },
    ]),
  );
  for (const meeting of file.meetings) {
    const onDate = dayFrom(today, meeting.day);
    clock.set(onDate, '16:30');
    const moduleNodeId = outline.find((node) => node.code === meeting.module)?.nodeId ?? null;
    const { halfDay, periods } = meeting;
    const body = { onDate, halfDay, periods, moduleNodeId, topic: '', place: file.place };
    const marks = trainees.map(({ enrolmentId }) => {
      const rest = left.get(enrolmentId) ?? { absent: 0, excused: 0 };
      const absent = Math.min(periods, rest.absent);
      const excused = Math.min(periods - absent, rest.excused);
      rest.absent -= absent;
      rest.excused -= excused;
      return {
        enrolmentId,
        periodsPresent: periods - absent - excused,
        excused: excused > 0,
        note: '',
      };
    });
    await as(officer, async () => {
      const { id } = await app.get(PlanMeeting).add(officer, cohortId, body);
      await attendance.record(officer, id, marks);
    });
  }
}
