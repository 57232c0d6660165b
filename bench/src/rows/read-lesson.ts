import { CurriculumFacade } from '@cam-nang/curriculum';
import { Database } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import type { BareServer } from '../baselines/start-bare-server.js';
import { answersPerSecond, warmUp, type Asker } from '../load/drive.js';
import { compare, type Comparison } from '../measure/compare.js';
import { growthExponent } from '../measure/figures.js';
import type { Row } from '../measure/row.js';
import type { Stage } from '../stage/stage.js';
import { openClass, type Class, type Student } from '../stage/students.js';

const READERS = 32;
/** People enrolled, each with the progress of every lesson. */
const SIZES = [500, 2_000, 8_000];
const TURNS = 5;
const SECONDS = 3;
const BAR = 0.6;
const AT_ONCE = 250;

interface Lesson {
  readonly nodeId: string;
  readonly revisionId: string;
}

/**
 * Reading a lesson, 32 readers at a time, while more and more people have progress; against the bare
 * server that reads the text's row, and against one that has the text at hand.
 */
export async function readLessonRows(stage: Stage, bare: BareServer): Promise<Row[]> {
  const room = await openClass(stage, 'BENCH-READ', READERS);
  const { longest, all } = await lessonsOf(stage, room);
  const { product, text, atHand } = readersOf(room, longest);
  const read = (address: string, readers: readonly Asker[]) => (): Promise<number> =>
    answersPerSecond(address, readers, SECONDS);
  const ofProduct = read(stage.system.address, product);
  await warmUp(stage.system.address, product);
  await warmUp(bare.address, text);
  await warmUp(bare.address, atHand);
  const made: { readonly text: Comparison; readonly atHand: Comparison }[] = [];
  let people = 0;
  for (const size of SIZES) {
    await fillProgress(stage, room, all, size - people);
    people = size;
    made.push({
      text: await compare(TURNS, ofProduct, read(bare.address, text)),
      atHand: await compare(TURNS, ofProduct, read(bare.address, atHand)),
    });
  }
  const texts = made.map((one) => one.text);
  const hands = made.map((one) => one.atHand);
  return [
    rowOf('bare node:http + pg, the text’s row', BAR, texts),
    rowOf('bare, text kept in memory', null, hands),
  ];
}

/** The same people asking the product and the two bare ways. */
function readersOf(
  { students }: Class,
  { nodeId, revisionId }: Lesson,
): Readonly<Record<'product' | 'text' | 'atHand', Asker[]>> {
  const asking = (pathOf: (student: Student) => string): Asker[] =>
    students.map((student) => {
      const request = student.request('GET', pathOf(student));
      return { next: () => request };
    });
  const query = ({ enrolmentId, actor }: Student): string =>
    new URLSearchParams({
      enrolment: enrolmentId,
      person: actor.personId,
      node: nodeId,
      revision: revisionId,
    }).toString();
  return {
    product: asking(({ enrolmentId }) => `/api/study/enrolments/${enrolmentId}/lessons/${nodeId}`),
    text: asking((student) => `/text?${query(student)}`),
    atHand: asking((student) => `/at-hand?${query(student)}`),
  };
}

function rowOf(against: string, bar: number | null, made: readonly Comparison[]): Row {
  const last = made.at(-1);
  return {
    what: 'read a lesson',
    sizes: SIZES.map((size) => `${String(size)} people`),
    figures: made.map(({ product }) => `${product.toFixed(0)}/s`),
    growth: growthExponent(
      SIZES,
      made.map(({ product }) => 1 / product),
    ),
    growthLimit: 0.2,
    baseline: `${against}, ${(last?.baseline ?? 0).toFixed(0)}/s`,
    result: `${(last?.ratio ?? 0).toFixed(2)} ×`,
    bar: bar === null ? 'reported' : `≥ ${String(bar)} ×`,
    met: bar === null ? null : (last?.ratio ?? 0) >= bar,
  };
}

/** The lessons of the class's edition, and the one with the longest text. */
async function lessonsOf(
  { setting }: Stage,
  { cohortId }: Class,
): Promise<{ readonly longest: Lesson; readonly all: readonly Lesson[] }> {
  const training = setting.app.get(TrainingFacade);
  const curriculum = setting.app.get(CurriculumFacade);
  const cohort = await training.cohort(cohortId);
  if (cohort === null) throw new Error('The class has no cohort.');
  const outline = await curriculum.outline((await training.editionOf(cohort)).id);
  const all = outline.filter(({ kind }) => kind === 'lesson');
  const revisions = await curriculum.revisions(all.map(({ revisionId }) => revisionId));
  const length = ({ revisionId }: Lesson): number =>
    JSON.stringify(revisions.get(revisionId)?.content).length;
  const [longest] = [...all].sort((one, other) => length(other) - length(one));
  if (longest === undefined) throw new Error('The edition has no lessons.');
  return { longest, all };
}

/** More people like the first one of the class, who have read every lesson; some hundred at a time. */
async function fillProgress(
  stage: Stage,
  room: Class,
  lessons: readonly Lesson[],
  count: number,
): Promise<void> {
  for (let left = count; left > 0; left -= AT_ONCE) {
    await addReaders(stage, room, lessons, Math.min(left, AT_ONCE));
  }
}

async function addReaders(
  { setting }: Stage,
  { students }: Class,
  lessons: readonly Lesson[],
  count: number,
): Promise<void> {
  await setting.app.get(Database).query(
    `with made as (insert into person (id, family_name, given_name, full_name, folded_name)
         select gen_random_uuid(), 'Bùi', 'Người', 'Bùi Người', 'bui nguoi' from generate_series(1, $2::int) returning id),
       joined as (insert into enrolment (id, cohort_id, person_id, number, state, placement, enrolled_at)
         select gen_random_uuid(), e.cohort_id, made.id,
           (select max(number) from enrolment where cohort_id = e.cohort_id) + row_number() over (), 'studying',
           e.placement, now()
         from made, enrolment e where e.id = $1 returning id)
     insert into lesson_progress (enrolment_id, node_id, revision_id, study_hash, blocks_read, blocks_total, state,
       started_at, done_at, updated_at)
     select joined.id, r.node_id, r.id, r.study_hash, '["b1","b2","b3"]', 3, 'done', now(), now(), now()
     from joined, node_revision r where r.id = any($3::uuid[])`,
    [students[0]?.enrolmentId, count, lessons.map(({ revisionId }) => revisionId)],
  );
}
