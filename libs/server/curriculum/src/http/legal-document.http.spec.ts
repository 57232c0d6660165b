import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addLegalChange,
  addLegalDocument,
  amendLegalDocument,
  listLegalDocuments,
  readLegalDocument,
  removeLegalChange,
  type InputOf,
  type Problem,
} from '@cam-nang/contracts';
import { Database, type Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { CurriculumHttpModule } from '../http.js';
import { makeDesk, type Desk } from '../testing/desk.js';

type Facts = InputOf<typeof addLegalDocument>['body'];

let app: TestApp;
let desk: Desk;
let next = 0;

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  app.clock.set('2025-06-15T02:00:00Z');
  desk = await makeDesk(app);
}, 60_000);
afterAll(() => app.close());

/** A decree with a number that no other has. */
function decree(facts: Partial<Facts> = {}): Facts {
  next += 1;
  const number = facts.number ?? `${next}/2020/NĐ-CP`;
  return {
    kind: 'decree',
    number,
    issuer: 'Chính phủ',
    title: 'Về công tác văn thư',
    citedAs: `Nghị định ${number}`,
    signedOn: '2020-01-15',
    inForceFrom: '2020-03-05',
    inForceTo: null,
    sourceUrl: null,
    ...facts,
  };
}

const add = (facts: Facts, as: Actor = desk.trainer) =>
  app.request(addLegalDocument, { body: facts, as });
const added = async (facts: Partial<Facts> = {}, as?: Actor) => (await add(decree(facts), as)).body;
const list = async (query: Record<string, string>, as: Actor = desk.reviewer) =>
  (await app.request(listLegalDocuments, { query: { limit: 50, ...query }, as })).body;
const amend = (documentId: string, body: Facts & { version: number }, as: Actor = desk.editor) =>
  app.request(amendLegalDocument, { params: { documentId }, body, as });

interface Linked {
  readonly effect?: 'replaces' | 'replaces-part' | 'amends';
  readonly from?: string;
  readonly as?: Actor;
}

const link = (documentId: string, byId: string, asked: Linked = {}) =>
  app.request(addLegalChange, {
    params: { documentId },
    body: { byId, effect: asked.effect ?? 'replaces', from: asked.from ?? '2025-07-01', scope: '' },
    as: asked.as ?? desk.trainer,
  });

/** The fields at fault, each with its code. */
const faults = ({ problem }: { problem: Problem }) =>
  (problem.errors ?? []).map(({ path, code }) => `${path} ${code}`);

describe('a document of the register', () => {
  it('is entered by who keeps it, and read by everybody who reads the curriculum', async () => {
    const { status, body } = await add(decree({ title: 'Về  công tác\tvăn thư' }));
    expect([status, body.title, body.version, body.allowed.amend]).toEqual([
      201,
      'Về công tác văn thư',
      1,
      true,
    ]);
    expect([body.addedBy, body.amendedBy, body.standing.state]).toEqual([
      desk.trainer.fullName,
      null,
      'in-force',
    ]);
    const read = (as: Actor) =>
      app.request(readLegalDocument, { params: { documentId: body.id }, query: {}, as });
    expect((await read(desk.strangerEditor)).body.allowed.amend).toBe(false);
    expect((await read(desk.director)).body.number).toBe(body.number);
    expect((await read(desk.trainee)).status).toBe(403);
    const refused = await add(decree(), desk.reviewer);
    expect([refused.status, refused.problem.code]).toEqual([403, 'permission.denied']);
  });

  it('is there once for a number and an issuer, however they are written', async () => {
    const first = await added({ number: '900/2020/NĐ-CP' });
    const again = await add(
      decree({
        number: ' 900/2020/nđ–cp'.normalize('NFD'),
        issuer: 'CHÍNH PHỦ',
        citedAs: 'Nghị định 900/2020/NĐ-CP',
      }),
      desk.strangerTrainer,
    );
    expect([again.status, again.problem.code]).toEqual([409, 'legal_document.number_taken']);
    expect(again.problem.errors).toMatchObject([
      { path: 'number', params: { documentId: first.id } },
    ]);
    const others = decree({ number: '900/2020/NĐ-CP', issuer: 'Ủy ban nhân dân xã Bao La' });
    expect((await add(others)).status).toBe(201);
    const pressed = await Promise.all(
      [1, 2, 3].map(() => add(decree({ number: '901/2020/NĐ-CP' }))),
    );
    expect(pressed.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('names every field that cannot be', async () => {
    const wrong = decree({
      signedOn: '2025-06-16',
      inForceTo: '2020-03-05',
      citedAs: 'Nghị định 77/1999/NĐ-CP',
    });
    const refused = await add(wrong);
    expect(refused.status).toBe(400);
    expect(faults(refused)).toEqual([
      'signedOn in_future',
      'inForceTo not_after',
      'citedAs number_missing',
    ]);
    const malformed = await add(
      decree({ inForceFrom: '2025-02-30', sourceUrl: 'javascript:alert(1)', title: ' ' }),
    );
    expect(faults(malformed).map((fault) => fault.split(' ')[0])).toEqual([
      'title',
      'inForceFrom',
      'sourceUrl',
    ]);
  });

  it('is put right by who keeps it, over what they saw', async () => {
    const { id, version } = await added();
    const facts = decree({ number: '910/2020/NĐ-CP', sourceUrl: 'https://vanban.chinhphu.vn/910' });
    const { body } = await amend(id, { ...facts, version });
    expect([body.number, body.version, body.amendedBy]).toEqual([
      '910/2020/NĐ-CP',
      2,
      desk.editor.fullName,
    ]);
    const stale = await amend(id, { ...facts, version });
    expect([stale.status, stale.problem.code]).toEqual([409, 'request.stale']);
    const stranger = await amend(id, { ...facts, version: 2 }, desk.strangerEditor);
    expect(stranger.status).toBe(404);
    const other = await added();
    const taken = await amend(other.id, { ...facts, version: 1 });
    expect([taken.status, faults(taken)]).toEqual([409, ['number taken']]);
  });

  it('keeps what it said before', async () => {
    const { id, version } = await added({ number: '911/2020/NĐ-CP' });
    await amend(id, { ...decree({ number: '912/2020/NĐ-CP' }), version });
    const database = app.get(Database);
    const rows = await database.query<{ event: string; number: string }>(
      `select event, payload->>'number' as number from legal_document_event where document_id = $1 order by at, id`,
      [id],
    );
    expect(rows).toEqual([
      { event: 'added', number: '911/2020/NĐ-CP' },
      { event: 'amended', number: '912/2020/NĐ-CP' },
    ]);
    const forged = database.query(`delete from legal_document_event where document_id = $1`, [id]);
    await expect(forged).rejects.toThrow();
  });
});

describe('what one document does to another', () => {
  it('ends the earlier one on its day, in the words of the later one', async () => {
    const old = await added();
    const later = await added({ inForceFrom: '2025-07-01', signedOn: '2025-06-01' });
    const { status, body } = await link(old.id, later.id);
    expect([status, body.standing.state, body.standing.endsOn]).toEqual([
      201,
      'in-force',
      '2025-07-01',
    ]);
    const query = { on: '2025-07-01' };
    const { standing } = (
      await app.request(readLegalDocument, {
        params: { documentId: old.id },
        query,
        as: desk.reviewer,
      })
    ).body;
    expect([standing.state, standing.replacedBy?.number]).toEqual(['replaced', later.number]);
    const replaced = await list({ ...query, state: 'replaced', search: old.number });
    expect(replaced.documents.map(({ id }) => id)).toEqual([old.id]);
    expect((await list({ state: 'replaced', search: old.number })).total).toBe(0);
  });

  it('is refused with the field that says why', async () => {
    const old = await added();
    const later = await added({ inForceFrom: '2025-07-01' });
    expect(faults(await link(old.id, old.id))).toEqual(['byId itself']);
    expect(faults(await link(old.id, later.id, { from: '2025-06-30' }))).toEqual([
      'from before_force',
    ]);
    await link(old.id, later.id);
    expect(faults(await link(old.id, later.id))).toEqual(['effect replaced_already']);
    expect(faults(await link(later.id, old.id, { effect: 'amends' }))).toEqual(['byId circle']);
    const missing = await link(old.id, desk.trainer.accountId);
    expect(faults(missing)).toEqual(['byId not_in_register']);
    const stranger = await link(old.id, later.id, { as: desk.strangerEditor });
    expect(stranger.status).toBe(404);
  });

  it('holds the days of both, until it is taken back', async () => {
    const old = await added();
    const later = await added({ inForceFrom: '2025-07-01' });
    const { body } = await link(old.id, later.id, { effect: 'amends' });
    const moved = { ...decree({ inForceFrom: '2025-08-01' }), version: later.version };
    expect(faults(await amend(later.id, moved))).toEqual(['inForceFrom change_outside']);
    const [change] = body.changedBy;
    const params = { documentId: old.id, changeId: change?.id ?? '' };
    const taken = await app.request(removeLegalChange, { params, as: desk.editor });
    expect([taken.status, taken.body.changedBy]).toEqual([200, []]);
    expect((await amend(later.id, moved)).status).toBe(200);
    expect((await app.request(removeLegalChange, { params, as: desk.editor })).status).toBe(404);
  });
});

describe('the list of the register', () => {
  it('finds by number and by name, without marks, numbers first', async () => {
    await added({ number: '950/2024/QH15', citedAs: 'Luật Trồng trọt số 950/2024/QH15' });
    await added({ number: '951/2024/NĐ-CP', title: 'Thi hành luật trồng trọt số 950' });
    const numbers = async (search: string) =>
      (await list({ search })).documents.map(({ number }) => number);
    expect(await numbers('trong trot')).toHaveLength(2);
    expect((await numbers('950'))[0]).toBe('950/2024/QH15');
    expect(await numbers('950/2024/qh15')).toEqual(['950/2024/QH15']);
    expect(await numbers('trồng trọt nghị định')).toEqual(['951/2024/NĐ-CP']);
    expect(await numbers('%_')).toEqual([]);
  });

  it('answers the one document that a lesson cites', async () => {
    await added({ number: '960/2024/QH15', citedAs: 'Luật Chăn nuôi số 960/2024/QH15' });
    const cited = async (text: string) =>
      (await list({ cited: text })).documents.map(({ number }) => number);
    expect(await cited('Luật Chăn nuôi số 960/2024/QH15, Điều 5')).toEqual(['960/2024/QH15']);
    expect(await cited('luật chăn nuôi')).toEqual(['960/2024/QH15']);
    expect(await cited('Luật Chăn nuôi số 961/2024/QH15')).toEqual([]);
  });

  it('goes on where a page ends, and refuses a cursor that is none', async () => {
    const first = await list({ limit: '2' });
    expect(first.documents).toHaveLength(2);
    const second = await list({ limit: '2', cursor: first.nextCursor ?? '' });
    const seen = [...first.documents, ...second.documents].map(({ id }) => id);
    expect(new Set(seen).size).toBe(4);
    expect([first.total, first.allowed.add]).toEqual([second.total, false]);
    expect((await list({}, desk.trainer)).allowed.add).toBe(true);
    const refused = await app.request(listLegalDocuments, {
      query: { limit: 2, cursor: 'x' },
      as: desk.reviewer,
    });
    expect(faults(refused)).toEqual(['cursor custom']);
  });
});
