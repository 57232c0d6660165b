import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem, asProblem } from '../../../lib/api/problem.js';
import type { LocalReport } from './local-report.js';
import { ReportSaver, type OfficeText } from './report-saver.js';

const stale = () => new ApiProblem({ code: 'request.stale', status: 409 });
const offline = () => new ApiProblem({ code: 'network.offline', status: 0 });

let office: OfficeText;
let kept: LocalReport | undefined;
let safe: boolean;
let fails: ApiProblem[];
let sent: string[];

beforeEach(() => {
  jest.useFakeTimers();
  office = { version: 3, text: 'cũ', updatedAt: '2026-05-14T02:00:00Z' };
  [kept, safe, fails, sent] = [undefined, true, [], []];
});
afterEach(() => {
  jest.useRealTimers();
});

function open(): ReportSaver {
  return new ReportSaver(office, kept, {
    save: ({ version, text }) => {
      sent.push(text);
      const failure = fails.shift();
      if (failure !== undefined) return Promise.reject(failure);
      if (version !== office.version) return Promise.reject(stale());
      office = { version: version + 1, text, updatedAt: '2026-05-14T03:00:00Z' };
      return Promise.resolve(office);
    },
    read: () => Promise.resolve(office),
    keep: (report) => {
      kept = report;
      return safe;
    },
    asProblem,
    now: () => '2026-05-14T02:30:00Z',
  });
}

describe('saving a report', () => {
  it('keeps every letter here at once and sends it after a pause', async () => {
    const saver = open();
    saver.type('m');
    saver.type('mới');
    expect(kept).toMatchObject({ baseVersion: 3, text: 'mới' });
    expect([sent, saver.getState().saved]).toEqual([[], { at: 'typing' }]);
    await jest.advanceTimersByTimeAsync(1500);
    expect([sent, kept]).toEqual([['mới'], undefined]);
    expect(saver.getState()).toMatchObject({
      version: 4,
      saved: { at: 'office', time: '2026-05-14T03:00:00Z' },
    });
  });

  it('takes out of a paste what nobody can store, so that the rest is saved', async () => {
    const saver = open();
    saver.type('một\u0000 hai \ud83d');
    await jest.advanceTimersByTimeAsync(1500);
    expect(sent).toEqual(['một hai ']);
  });

  it('loses nothing without a network and goes on trying', async () => {
    const saver = open();
    fails = [offline()];
    saver.type('mới');
    await jest.advanceTimersByTimeAsync(1500);
    expect(saver.getState().saved).toEqual({ at: 'waiting' });
    expect(kept?.text).toBe('mới');
    await jest.advanceTimersByTimeAsync(10_000);
    expect([office.text, kept]).toEqual(['mới', undefined]);
  });

  it('sends what was typed while the save before was on its way', async () => {
    const saver = open();
    saver.type('một');
    const first = saver.flush();
    saver.type('một hai');
    await first;
    expect([sent, office.text]).toEqual([['một', 'một hai'], 'một hai']);
  });

  it('does not try again what the office refuses', async () => {
    const saver = open();
    fails = [new ApiProblem({ code: 'report.wrong_state', status: 409 })];
    saver.type('mới');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['mới']);
    expect(saver.getState()).toMatchObject({ saved: { at: 'failed' }, text: 'mới' });
    expect(kept?.text).toBe('mới');
  });

  it('says when storage refuses', () => {
    safe = false;
    const saver = open();
    saver.type('mới');
    expect(saver.getState().unsafe).toBe(true);
  });
});

describe('what an earlier visit left here', () => {
  it('is taken up and sent when the office has nothing newer', async () => {
    kept = { baseVersion: 3, at: '2026-05-14T01:00:00Z', text: 'viết dở' };
    const saver = open();
    expect(saver.getState()).toMatchObject({ text: 'viết dở', saved: { at: 'device' } });
    await jest.advanceTimersByTimeAsync(1500);
    expect(office.text).toBe('viết dở');
  });

  it('is forgotten when the office has the same, in whatever form of the accents', () => {
    kept = { baseVersion: 1, at: '', text: 'cũ'.normalize('NFD') };
    expect(open().getState()).toMatchObject({ text: 'cũ', other: undefined });
    expect(kept).toBeUndefined();
  });

  it('meets a newer text of the office: both stay until one is chosen', async () => {
    kept = { baseVersion: 2, at: '', text: 'của tôi' };
    const saver = open();
    expect(saver.getState()).toMatchObject({ text: 'của tôi', other: { text: 'cũ' } });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    saver.settle('own');
    await jest.advanceTimersByTimeAsync(0);
    expect(office).toMatchObject({ text: 'của tôi', version: 4 });
  });
});

describe('a text saved elsewhere meanwhile', () => {
  it('is shown beside one’s own, and either may stay', async () => {
    const saver = open();
    office = { version: 4, text: 'máy kia', updatedAt: '2026-05-14T02:10:00Z' };
    saver.type('máy này');
    await jest.advanceTimersByTimeAsync(1500);
    expect(saver.getState()).toMatchObject({ text: 'máy này', other: { text: 'máy kia' } });
    saver.settle('office');
    expect(saver.getState()).toMatchObject({ text: 'máy kia', version: 4, other: undefined });
    expect([office.text, kept]).toEqual(['máy kia', undefined]);
  });

  it('is no conflict when it is the own text of a save whose answer was lost', async () => {
    const saver = open();
    saver.type('mới');
    office = { version: 4, text: 'mới', updatedAt: '2026-05-14T02:10:00Z' };
    await jest.advanceTimersByTimeAsync(1500);
    expect(saver.getState()).toMatchObject({ version: 4, other: undefined });
    expect(kept).toBeUndefined();
  });
});
