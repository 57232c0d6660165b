import { describe, expect, it } from '@jest/globals';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';

import { exampleLesson, HOSTILE } from '../testing/example-lesson.js';
import { TYPST_PRELUDE } from './typst-prelude.js';
import { renderTypst } from './render-typst.js';
import { typstString } from './typst-text.js';

describe('a document as Typst', () => {
  const compiler = NodeCompiler.create();

  function svg(source: string): string {
    const output = compiler.compile({ mainFileContent: `${TYPST_PRELUDE}\n${source}` });
    if (output.result === null) throw new Error(String(output.takeDiagnostics()?.shortDiagnostics));
    return compiler.svg(output.result);
  }

  it('compiles with every kind of block, its text untouched', () => {
    const source = renderTypst(exampleLesson());
    expect(source).toContain(typstString(HOSTILE));
    expect(svg(source)).toContain('<svg');
  });

  it('calls only functions of the prelude', () => {
    const own = [...renderTypst(exampleLesson()).matchAll(/\bcn-[a-z-]+(?=\()/g)].map(
      ([name]) => name,
    );
    for (const name of own) expect(TYPST_PRELUDE).toContain(`#let ${name}(`);
    expect(new Set(own).size).toBeGreaterThan(10);
  });

  it('gives any text back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('"', '\\', '#', '\\u{', '\n', '*/'),
        (a, b) => {
          const literal = typstString(a + b + a);
          const inside = literal.slice(1, -1);
          expect(inside).not.toMatch(/(?<!\\)(?:\\\\)*"/);
          const read = inside.replace(
            /\\(?:u\{([0-9a-f]+)\}|(.))/gu,
            (_all, hex: string | undefined, plain: string) =>
              hex === undefined ? plain : String.fromCodePoint(Number.parseInt(hex, 16)),
          );
          expect(read).toBe(a + b + a);
        },
      ),
    );
  });
});
