import { describe, expect, it } from '@jest/globals';
import { holdsWrittenJson, writeJson, writtenJson } from './written-json.js';

describe('JSON written once', () => {
  const text = { type: 'doc', content: [{ text: 'Điều 15 "hòa giải"' }] };

  it('is the same answer', () => {
    const body = { id: 1, none: null, gone: undefined, list: ['a'], 'odd "name"': true };
    const whole = { ...body, document: writtenJson(text) };
    expect(JSON.parse(writeJson(whole).toString())).toEqual(
      JSON.parse(JSON.stringify({ ...body, document: text })),
    );
  });

  it('may stand first, last and alone', () => {
    const document = writtenJson(text);
    for (const body of [{ document }, { document, id: 1 }, { id: 1, document, again: document }]) {
      const plain = JSON.parse(JSON.stringify(body)) as unknown;
      expect(JSON.parse(writeJson(body).toString())).toEqual(plain);
    }
  });

  it('is written once for a value', () => {
    expect(writtenJson(text)).toBe(writtenJson(text));
  });

  it('is read back where it does not stand at the top', () => {
    expect(JSON.stringify({ deep: { document: writtenJson(text) } })).toBe(
      JSON.stringify({ deep: { document: text } }),
    );
  });

  it('is found at the top only', () => {
    expect(holdsWrittenJson({ document: writtenJson(text) })).toBe(true);
    expect(holdsWrittenJson({ deep: { document: writtenJson(text) } })).toBe(false);
    expect(holdsWrittenJson(null)).toBe(false);
    expect(holdsWrittenJson('text')).toBe(false);
  });
});
