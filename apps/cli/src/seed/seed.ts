import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LoadCertificateType } from '@cam-nang/certification';
import { loadCourseEditions, type LoadedCourse } from '@cam-nang/content/course-format';
import { CourseFilesError, LoadCourse } from '@cam-nang/curriculum';
import { LoadUnits } from '@cam-nang/organisation';
import { dateInHanoi, Database, type Actor } from '@cam-nang/platform';
import { LoadRuleSet, MoveCohortState, TrainingFacade } from '@cam-nang/training';
import type { INestApplicationContext } from '@nestjs/common';
import { as, openCohort, type CohortSetting, type SeededCohort } from './seed-cohort.js';
import { dayFrom, type SeedClock } from './seed-clock.js';
import { readSeedFiles, type SeedFiles } from './seed-files.js';
import { seedCollision } from './seed-collision.js';
import { seedLegalDocuments } from './seed-legal.js';
import { makeAccounts, type MadeAccount } from './seed-people.js';
import { loadAppraisalRules, reviseCourse } from './seed-revision.js';
import { studyLessons, takeFinalQuiz, writeReports } from './seed-study.js';

/** Where the seeder reads and what it leaves. */
export interface SeedPlaces {
  /** The folder `seed/`. */
  readonly folder: string;
  /** Where the passwords of the demonstration accounts are written, 0600. */
  readonly secretsDir: string;
  readonly say: (line: string) => void;
}

/** True when the database holds nobody yet. */
export async function isEmpty(app: INestApplicationContext): Promise<boolean> {
  const [row] = await app
    .get(Database)
    .query<{ found: boolean }>('select exists (select 1 from account) as found');
  return row?.found !== true;
}

/** Loads the demonstration into an empty database by the real acts, on the seeder's clock. */
export async function seedDemonstration(
  app: INestApplicationContext,
  clock: SeedClock,
  places: SeedPlaces,
): Promise<void> {
  const files = readSeedFiles(places.folder);
  clock.release();
  const today = dateInHanoi(clock.now());
  const { units, organisations } = await app.get(LoadUnits).run(files.units);
  const unitOf = (key: string) => found(units, key);
  const accounts = await makeAccounts(app, files.accounts, unitOf);
  const actor = (username: string): Actor => found(accounts, username).actor;
  await loadRules(app, files, unitOf);
  await seedLegalDocuments(app, files.legalDocuments, actor('truongban'));
  const courseId = await seedCourse(
    { app, clock, today, files, accounts, ownerUnitId: unitOf('phu-tho') },
    places,
  );
  const setting: CohortSetting = {
    app,
    clock,
    today,
    courseId,
    ownerUnitId: unitOf('phu-tho'),
    issuerId: found(organisations, 'snv'),
    unitOf,
    officer: actor('chuyenvien'),
    marker: actor('phanbien'),
  };
  places.say('Nạp hai lớp mẫu…');
  await seedCohorts(setting, files, accounts);
  clock.release();
  writePasswords(places.secretsDir, accounts);
}

/** The sample course: two editions of files, a revision by the desk's acts, a request that waits. */
async function seedCourse(
  setting: {
    readonly app: INestApplicationContext;
    readonly clock: SeedClock;
    readonly today: string;
    readonly files: SeedFiles;
    readonly accounts: ReadonlyMap<string, MadeAccount>;
    readonly ownerUnitId: string;
  },
  { folder, say }: SeedPlaces,
): Promise<string> {
  const { app, clock, today, files, accounts, ownerUnitId } = setting;
  const texts = readTree(join(folder, 'course'));
  say('Nạp khóa học mẫu, ấn bản 1.0 và đính chính 1.1…');
  const courseId = await app.get(LoadCourse).run({
    files: texts,
    editions: ['1.0', '1.1'],
    ownerUnitId,
    preparer: found(accounts, 'giangvien').actor,
    signer: found(accounts, 'giamdoc').actor,
    onDay: (day) => clock.set(day),
  });
  const { revision, draftRequest } = files;
  const acting = {
    app,
    courseId,
    at: (day: string, time: string) => clock.set(day, time),
    actor: (username: string) => accounts.get(username)?.actor,
  };
  say(`Sửa thành ấn bản ${revision.data.edition}: đề nghị, xem xét, hội đồng, ban hành…`);
  await loadAppraisalRules(app, files.appraisalRules);
  const edition = editionOf(texts, revision.data.edition);
  await reviseCourse(acting, { source: revision, edition });
  const base = editionOf(texts, draftRequest.data.baseEdition);
  await seedCollision(acting, { source: draftRequest, base, today });
  return courseId;
}

function editionOf(texts: ReadonlyMap<string, string>, label: string): LoadedCourse {
  for (const { load } of loadCourseEditions(texts)) {
    if (!load.ok) throw new CourseFilesError(load.errors);
    if (load.course.edition.label === label) return load.course;
  }
  throw new Error(`The folder course/ has no edition ${label}.`);
}

async function loadRules(
  app: INestApplicationContext,
  files: SeedFiles,
  unitOf: (key: string) => string,
): Promise<void> {
  const { owner, from, basis, ...ruleSet } = files.ruleSet;
  await app.get(LoadRuleSet).run({
    ...ruleSet,
    ownerUnitId: unitOf(owner),
    validFrom: from,
    validTo: null,
    issuedBasis: basis,
  });
  await app.get(LoadCertificateType).run({ ...files.certificateType, isSample: true });
}

async function seedCohorts(
  setting: CohortSetting,
  files: SeedFiles,
  accounts: ReadonlyMap<string, MadeAccount>,
): Promise<void> {
  const of = (cohort: 'running' | 'finished') =>
    files.accounts
      .filter((entry) => entry.cohort === cohort)
      .map((entry) => ({ entry, account: found(accounts, entry.username) }));
  const finished = await openCohort(setting, files.cohorts.finished, of('finished'));
  await studyLessons(setting, finished);
  await takeFinalQuiz(setting, finished);
  await writeReports(setting, finished);
  await closeCohort(setting, finished);
  const running = await openCohort(setting, files.cohorts.running, of('running'));
  await studyLessons(setting, running);
}

/** Confirms the printed data and closes the results, as the days went. */
async function closeCohort(setting: CohortSetting, cohort: SeededCohort): Promise<void> {
  const { app, clock, officer } = setting;
  clock.set(cohort.view.closesOn, '10:00');
  const training = app.get(TrainingFacade);
  for (const { person, enrolmentId, actor } of cohort.trainees) {
    if (person.unconfirmed) continue;
    const printed = { fullName: person.name, birthDate: person.birthDate };
    await as(actor, () => training.confirmPrinted(enrolmentId, printed));
  }
  clock.set(dayFrom(cohort.view.closesOn, 1));
  const move = app.get(MoveCohortState);
  await as(officer, () => move.run(officer, cohort.view.id, 'study_ended'));
  await as(officer, () => move.run(officer, cohort.view.id, 'results_closed'));
}

function writePasswords(secretsDir: string, accounts: ReadonlyMap<string, MadeAccount>): void {
  mkdirSync(secretsDir, { recursive: true, mode: 0o700 });
  const lines = [...accounts.values()].map(({ username, password, name, title, titleEn }) => ({
    username,
    password,
    name,
    title,
    titleEn,
  }));
  const text = `${JSON.stringify({ accounts: lines }, null, 2)}\n`;
  writeFileSync(join(secretsDir, 'demonstration.json'), text, { mode: 0o600 });
}

function readTree(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split('\\').join('/'), readFileSync(path, 'utf8'));
  }
  return files;
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The seed names "${key}", which is not there.`);
  return value;
}
