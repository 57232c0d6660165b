import { describe, expect, it } from '@jest/globals';
import type { DraftHead, DraftRow, DraftStore } from '../persistence/draft-store.js';
import { WorkingTexts } from './working-texts.query.js';

const REQUEST = '7f1d0000-0000-7000-8000-000000000001';

function row(nodeId: string, over: Partial<DraftRow> = {}): DraftRow {
  return {
    nodeId,
    version: 1,
    title: 'Tiếp công dân',
    meta: {},
    document: { type: 'doc', content: [] },
    savedAt: new Date('2026-05-01T03:00:00Z'),
    savedBy: 'hang',
    contentHash: 'a1',
    changedWords: 3,
    ...over,
  };
}

/** What the database holds, and which texts were read from it. */
class Rows {
  readonly read: string[][] = [];
  constructor(public held: readonly DraftRow[]) {}

  headsOf(): Promise<DraftHead[]> {
    return Promise.resolve([...this.held]);
  }

  ofNodes(_request: string, nodeIds: readonly string[]): Promise<DraftRow[]> {
    this.read.push([...nodeIds]);
    const asked = this.held.filter(({ nodeId }) => nodeIds.includes(nodeId));
    return Promise.resolve(asked.map((one) => ({ ...one })));
  }
}

function textsOver(rows: Rows): WorkingTexts {
  return new WorkingTexts(rows as unknown as DraftStore);
}

describe('working texts', () => {
  it('are read once as long as they stay the same, and then are the same rows', async () => {
    const rows = new Rows([row('one'), row('two')]);
    const texts = textsOver(rows);
    const first = await texts.ofRequest(REQUEST);
    const again = await texts.ofRequest(REQUEST);
    expect(rows.read).toEqual([['one', 'two'], []]);
    expect(again[0]).toBe(first[0]);
    expect(again[1]).toBe(first[1]);
  });

  it('are read again where they were saved, and only there', async () => {
    const rows = new Rows([row('one'), row('two')]);
    const texts = textsOver(rows);
    await texts.ofRequest(REQUEST);
    rows.held = [row('one'), row('two', { version: 2, title: 'Tiếp công dân trực tuyến' })];
    const now = await texts.ofRequest(REQUEST);
    expect(rows.read.at(-1)).toEqual(['two']);
    expect(now.map(({ title }) => title)).toEqual(['Tiếp công dân', 'Tiếp công dân trực tuyến']);
  });

  it.each<Partial<DraftRow>>([
    { contentHash: 'b2' },
    { savedAt: new Date('2026-05-01T03:00:01Z') },
    { savedBy: 'lan' },
    { changedWords: 4 },
  ])('are other texts under the same version when one was rolled back: %j', async (over) => {
    const rows = new Rows([row('one')]);
    const texts = textsOver(rows);
    await texts.ofRequest(REQUEST);
    rows.held = [row('one', { ...over, title: 'Khác' })];
    expect((await texts.ofRequest(REQUEST)).map(({ title }) => title)).toEqual(['Khác']);
  });

  it('are gone when the request has them no more, and belong to their own request', async () => {
    const rows = new Rows([row('one')]);
    const texts = textsOver(rows);
    await texts.ofRequest(REQUEST);
    await texts.ofRequest(REQUEST.replace(/1$/, '2'));
    expect(rows.read).toEqual([['one'], ['one']]);
    rows.held = [];
    expect(await texts.ofRequest(REQUEST)).toEqual([]);
  });

  it('are kept by their size: the one asked for longest ago is forgotten first', async () => {
    const title = 'a'.repeat(15 * 1024 * 1024);
    const rows = new Rows([row('one', { title }), row('two', { title })]);
    const texts = textsOver(rows);
    await texts.ofRequest(REQUEST);
    await texts.ofRequest(REQUEST);
    expect(rows.read.at(-1)).toEqual([]);
    const both = rows.held;
    rows.held = [row('three', { title })];
    await texts.ofRequest(REQUEST);
    rows.held = both;
    await texts.ofRequest(REQUEST);
    expect(rows.read.at(-1)).toEqual(['one']);
  });

  it('are kept by the thousand where they are short', async () => {
    const rows = new Rows(Array.from({ length: 2000 }, (_, index) => row(`n${index}`)));
    const texts = textsOver(rows);
    await texts.ofRequest(REQUEST);
    await texts.ofRequest(REQUEST);
    expect(rows.read.at(-1)).toEqual([]);
  });
});
