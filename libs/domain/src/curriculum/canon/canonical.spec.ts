import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DomainError } from '../../shared/domain-error.js';
import type { RichNode } from '../rich-node.js';
import { documentArbitrary } from '../testing/document-arbitrary.js';
import { canonicalDocument } from './canonical-document.js';
import { canonicalJson, sameJson } from './canonical-json.js';

const json = fc.jsonValue({ maxDepth: 4 });

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversedKeys(member)]),
  );
}

describe('canonical JSON', () => {
  it('of canonical JSON is itself', () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reversedKeys(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('does not depend on how letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const composed = { [`k${text.normalize('NFC')}`]: text.normalize('NFC') };
        const open = { [`k${text.normalize('NFD')}`]: text.normalize('NFD') };
        expect(canonicalJson(open)).toBe(canonicalJson(composed));
      }),
    );
    expect(canonicalJson('Ủy ban'.normalize('NFD'))).toBe('"Ủy ban"');
  });

  it('tells different values apart', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const normal = (value: unknown) => JSON.parse(canonicalJson(value)) as unknown;
        const equal = canonicalJson(a) === canonicalJson(b);
        expect(sameJson(a, b)).toBe(equal);
        if (equal) expect(normal(a)).toEqual(normal(b));
      }),
    );
  });

  it('sorts keys by code unit, digits too, and leaves undefined out', () => {
    expect(canonicalJson({ b: 1, 10: 2, 9: 3, a: undefined, Z: -0 })).toBe(
      '{"10":2,"9":3,"Z":0,"b":1}',
    );
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinity', { a: [Number.POSITIVE_INFINITY] }],
    ['a function', { a: () => 1 }],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['an undefined element', [1, undefined]],
    ['keys that are one in NFC', { ế: 1, ['ế'.normalize('NFD')]: 2 }],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(DomainError);
  });
});

describe('a canonical document', () => {
  const defaults = { '*': { textAlign: 'left' }, orderedList: { start: 1 }, link: { rel: null } };

  it('is already canonical', () => {
    fc.assert(
      fc.property(documentArbitrary(), (doc) => {
        const once = canonicalDocument(doc, defaults);
        expect(canonicalDocument(once, defaults)).toEqual(once);
      }),
    );
  });

  it('leaves default attributes out and keeps ids', () => {
    const doc: RichNode = {
      type: 'doc',
      attrs: {},
      content: [
        { type: 'orderedList', attrs: { start: 1, id: 'a', textAlign: 'left' }, content: [] },
        { type: 'orderedList', attrs: { start: 2, id: 'b', textAlign: 'center' } },
      ],
    };
    expect(canonicalDocument(doc, defaults)).toEqual({
      type: 'doc',
      content: [
        { type: 'orderedList', attrs: { id: 'a' } },
        { type: 'orderedList', attrs: { id: 'b', start: 2, textAlign: 'center' } },
      ],
    });
  });

  it('orders marks and joins texts that look the same', () => {
    const bold = { type: 'bold' };
    const link = { type: 'link', attrs: { rel: null, href: 'https://example.vn/' } };
    const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
    const pieces = paragraph(
      { type: 'text', text: 'Ủ'.normalize('NFD').slice(0, 1), marks: [link, bold] },
      { type: 'text', text: '' },
      { type: 'text', text: `${'Ủ'.normalize('NFD').slice(1)}y`, marks: [bold, link] },
      { type: 'text', text: ' ban', marks: [] },
    );
    expect(canonicalDocument(pieces, defaults)).toEqual(
      paragraph(
        {
          type: 'text',
          text: 'Ủy',
          marks: [bold, { type: 'link', attrs: { href: 'https://example.vn/' } }],
        },
        { type: 'text', text: ' ban' },
      ),
    );
  });
});
