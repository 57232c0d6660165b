import { describe, expect, it } from '@jest/globals';
import { additionsFrom, type AddableNode } from './additions.js';

const line = (nodeId: string, parentId: string | null, kind: AddableNode['kind']) => ({
  nodeId,
  parentId,
  kind,
});

const tree: AddableNode[] = [
  line('root', null, 'root'),
  line('o1', 'root', 'outcome'),
  line('m1', 'root', 'module'),
  line('l1', 'm1', 'lesson'),
  line('l2', 'm1', 'lesson'),
  line('b1', 'm1', 'bank'),
  line('q1', 'b1', 'question'),
  line('m2', 'root', 'module'),
];

const kinds = (selected: string | undefined) => additionsFrom(tree, selected).map((a) => a.kind);
const of = (selected: string, kind: string) =>
  additionsFrom(tree, selected).find((addition) => addition.kind === kind);

describe('what can be added', () => {
  it('stands under the course when nothing is selected', () => {
    expect(kinds(undefined)).toEqual(['module', 'annex', 'outcome']);
    expect(additionsFrom(tree, undefined)[0]).toEqual({
      kind: 'module',
      parentId: 'root',
      afterNodeId: 'm2',
    });
  });

  it('follows the selected sibling, or the last of its kind', () => {
    expect(of('l1', 'lesson')).toEqual({ kind: 'lesson', parentId: 'm1', afterNodeId: 'l1' });
    expect(of('q1', 'lesson')).toEqual({ kind: 'lesson', parentId: 'm1', afterNodeId: 'l2' });
    expect(of('l1', 'module')).toEqual({ kind: 'module', parentId: 'root', afterNodeId: 'm1' });
  });

  it('puts questions into the bank at hand, and offers a bank only where there is none', () => {
    expect(of('l1', 'question')).toEqual({ kind: 'question', parentId: 'b1', afterNodeId: 'q1' });
    expect(kinds('l1')).not.toContain('bank');
    expect(of('m2', 'bank')).toEqual({ kind: 'bank', parentId: 'm2', afterNodeId: null });
    expect(kinds('m2')).not.toContain('question');
  });

  it('does not lean on what is deleted', () => {
    const gone = tree.map((one) => (one.nodeId === 'l2' ? { ...one, change: 'deleted' } : one));
    const lesson = additionsFrom(gone, 'm1').find((addition) => addition.kind === 'lesson');
    expect(lesson?.afterNodeId).toBe('l1');
  });
});
