import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carryReadBlocks, carryStudy } from './carry.js';
import { requiredModules, studyCompletion } from './completion.js';
import type { ChoosableModule } from './completion.js';
import type { StudyModule } from './study-outline.js';

const modules: readonly ChoosableModule[] = [
  { nodeId: 'CD01', moduleKind: 'compulsory' },
  { nodeId: 'CD06', moduleKind: 'elective' },
  { nodeId: 'CD07', moduleKind: 'elective' },
  { nodeId: 'CD09', moduleKind: 'elective' },
  { nodeId: 'KT', moduleKind: 'assessment' },
];
const group = (choose: number): { modules: string[]; choose: number } => ({
  modules: ['CD06', 'CD09'],
  choose,
});

describe('the modules to complete', () => {
  it('are the fixed ones and as many of a group as it asks', () => {
    expect([...requiredModules(modules, [group(1)], new Map())]).toEqual(['CD01', 'KT', 'CD06']);
    expect([...requiredModules(modules, [group(2)], new Map())]).toContain('CD09');
    expect([...requiredModules(modules, [], new Map())]).toEqual(['CD01', 'KT']);
  });

  it('follow what the person has begun', () => {
    const required = requiredModules(modules, [group(1)], new Map([['CD09', 1]]));
    expect(required.has('CD09')).toBe(true);
    expect(required.has('CD06')).toBe(false);
  });
});

describe('completion of study', () => {
  const lessons = (nodeId: string, theory: number, ...ids: string[]): StudyModule => ({
    nodeId,
    moduleKind: 'compulsory',
    hours: { theory, discussion: 0, practice: 0 },
    opensAfter: [],
    opensAt: null,
    closesAt: null,
    items: [
      ...ids.map((id) => ({ id, kind: 'lesson' as const, required: true })),
      { id: `${nodeId}-quiz`, kind: 'quiz' as const, required: true },
      { id: `${nodeId}-more`, kind: 'lesson' as const, required: false },
    ].map(({ id, kind, required }) => ({
      nodeId: id,
      kind,
      required,
      opensAfter: [],
      opensAt: null,
      closesAt: null,
    })),
  });
  const course = [lessons('CD01', 2, 'a', 'b'), lessons('CD02', 3, 'c'), lessons('KT', 4)];

  it('counts a module’s theory with its last lesson, and none where there are no lessons', () => {
    expect(studyCompletion(course, new Set(['a', 'c', 'CD01-more']))).toEqual({
      lessonsDone: 2,
      lessonsRequired: 3,
      theoryDone: 3,
      theoryRequired: 5,
    });
    expect(studyCompletion(course, new Set(['a', 'b', 'c']))).toMatchObject({
      theoryDone: 5,
      lessonsDone: 3,
    });
  });
});

describe('carrying study to another edition', () => {
  const node = fc.record({
    nodeId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    studyHash: fc.constantFrom('1', '2', '3'),
  });
  const nodes = fc.uniqueArray(node, { selector: (entry) => entry.nodeId });
  const change = fc.constantFrom('erratum' as const, 'amendment' as const);

  it('to the same edition changes nothing', () => {
    fc.assert(
      fc.property(nodes, change, (edition, kind) => {
        const result = carryStudy(edition, edition, kind);
        expect(result.carried).toEqual(edition.map((entry) => entry.nodeId));
        expect([result.corrected, result.restudy, result.open, result.gone].flat()).toEqual([]);
      }),
    );
  });

  it('puts every node of either side in exactly one place', () => {
    fc.assert(
      fc.property(nodes, nodes, change, (done, edition, kind) => {
        const { carried, corrected, restudy, open, gone } = carryStudy(done, edition, kind);
        const all = [...carried, ...corrected, ...restudy, ...open, ...gone];
        const ids = new Set([...done, ...edition].map((entry) => entry.nodeId));
        expect([...all].sort()).toEqual([...ids].sort());
        for (const entry of edition) {
          const known = done.find((other) => other.nodeId === entry.nodeId);
          expect(carried.includes(entry.nodeId)).toBe(known?.studyHash === entry.studyHash);
        }
        expect(kind === 'erratum' ? restudy : corrected).toEqual([]);
      }),
    );
  });

  it('keeps blocks read whose text is the same, wherever they stand now', () => {
    const block = (blockId: string, studyHash: string): { blockId: string; studyHash: string } => ({
      blockId,
      studyHash,
    });
    const read = [block('p1', 'x'), block('p2', 'y'), block('p3', 'z')];
    const now = [block('p3', 'z'), block('p1', 'x'), block('p2', 'changed'), block('p4', 'z')];
    expect([...carryReadBlocks(read, now)]).toEqual(['p3', 'p1']);
  });
});
