import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DomainError } from '../../shared/domain-error.js';
import { sha256 } from '../testing/sha256.js';
import { appendCommit, asOf, withCommit, type Member } from './members.js';
import { applyOverlay, overlayChanges, overlayHash, type OverlayItem } from './overlay.js';
import type { TreeRow } from './tree.js';

const row = (nodeId: string, parentId: string | null, rank = 'a0', revisionId = 'r1'): TreeRow => ({
  nodeId,
  parentId,
  rank,
  revisionId,
});
const item = (nodeId: string, change: Partial<OverlayItem>): OverlayItem => ({
  nodeId,
  placement: null,
  revisionId: null,
  deleted: false,
  ...change,
});

const base = [
  row('root', null),
  row('m1', 'root'),
  row('m2', 'root', 'a1'),
  row('l1', 'm1'),
  row('l2', 'm1', 'a1'),
];
const ids = (rows: readonly TreeRow[]) => rows.map(({ nodeId }) => nodeId).sort();

describe('a change request over its base', () => {
  it('changes a revision, a place, both or neither', () => {
    const result = applyOverlay(base, [
      item('l1', { revisionId: 'r2' }),
      item('l2', { placement: { parentId: 'm2', rank: 'a5' } }),
      item('l3', { placement: { parentId: 'm2', rank: 'a6' }, revisionId: 'r9' }),
      item('m1', {}),
    ]);
    expect(result).toContainEqual(row('l1', 'm1', 'a0', 'r2'));
    expect(result).toContainEqual(row('l2', 'm2', 'a5', 'r1'));
    expect(result).toContainEqual(row('l3', 'm2', 'a6', 'r9'));
    expect(result).toContainEqual(row('m1', 'root'));
    expect(result).toHaveLength(6);
  });

  it('takes everything under a deleted node along, except what it puts elsewhere', () => {
    const result = applyOverlay(base, [
      item('m1', { deleted: true }),
      item('l2', { placement: { parentId: 'm2', rank: 'a0' } }),
    ]);
    expect(ids(result)).toEqual(['l2', 'm2', 'root']);
  });

  it('refuses an addition without a place or without a revision', () => {
    const place = { parentId: 'm1', rank: 'a0' };
    expect(() => applyOverlay(base, [item('new', { revisionId: 'r' })])).toThrow(DomainError);
    expect(() => applyOverlay(base, [item('new', { placement: place })])).toThrow(DomainError);
  });

  const anyItem = fc.record({
    nodeId: fc.constantFrom('m1', 'm2', 'l1', 'l2', 'l3'),
    placement: fc.record({
      parentId: fc.constantFrom('m1', 'm2', 'root'),
      rank: fc.constantFrom('a0', 'a7'),
    }),
    revisionId: fc.constantFrom('r1', 'r2'),
    deleted: fc.boolean(),
  });
  const items = fc.uniqueArray(anyItem, { selector: (i) => i.nodeId });

  it('becomes exactly what it showed when it is committed', () => {
    const members: readonly Member[] = base.map((r) => ({ ...r, fromSeq: 1, toSeq: null }));
    fc.assert(
      fc.property(items, (list) => {
        const shown = applyOverlay(base, list);
        const changes = overlayChanges(base, list);
        fc.pre(JSON.stringify(shown) !== JSON.stringify(base));
        const line = withCommit(members, appendCommit(members, 1, changes));
        const sort = (rows: readonly TreeRow[]) =>
          [...rows].sort((a, b) => (a.nodeId < b.nodeId ? -1 : 1));
        expect(sort(asOf(line, 2))).toEqual(sort(shown));
        expect(sort(asOf(line, 1))).toEqual(sort(base));
      }),
    );
  });

  it('does not depend on the order of its items', () => {
    const hashOf = (list: readonly OverlayItem[]) =>
      overlayHash(list, (id) => `content ${id}`, sha256);
    fc.assert(
      fc.property(items, (list) => {
        const reversed = [...list].reverse();
        expect(ids(applyOverlay(base, reversed))).toEqual(ids(applyOverlay(base, list)));
        expect(hashOf(reversed)).toBe(hashOf(list));
      }),
    );
    expect(hashOf([item('l1', { revisionId: 'r2' })])).not.toBe(
      hashOf([item('l1', { revisionId: 'r3' })]),
    );
    expect(hashOf([item('l1', { deleted: true })])).not.toBe(hashOf([item('l1', {})]));
  });
});
