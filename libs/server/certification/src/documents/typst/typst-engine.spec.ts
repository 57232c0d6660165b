import { STANDARD_CERTIFICATE_LAYOUT as LAYOUT, type PlacedDocument } from '@cam-nang/domain';
import { afterAll, describe, expect, it } from '@jest/globals';

import { TypstEngine } from './typst-engine.js';

const engine = new TypstEngine();
afterAll(() => engine.close());

const { accent, second } = LAYOUT.colours;

function blank(marks: PlacedDocument['pages'][number]['marks']): PlacedDocument {
  const pages = [{ ...LAYOUT.paper, marks }];
  return { title: 'Khung', author: 'Sở Nội vụ', language: 'vi', timestamp: 1_782_000_000, pages };
}

async function sizeOf(marks: PlacedDocument['pages'][number]['marks']): Promise<number> {
  return (await engine.draw({ document: blank(marks), inks: { accent, second } })).byteLength;
}

describe('the woven border in a file', () => {
  const borders = LAYOUT.pages.map(({ parts }) =>
    parts.filter((part) => part.kind === 'ornament' && part.ornament.shape === 'border'),
  );

  it.each([
    [0, 'front'],
    [1, 'back'],
  ])('takes at most 100 kB on page %i (%s)', async (page) => {
    const marks = (borders[page] ?? []).flatMap((part) =>
      part.kind === 'ornament'
        ? [{ kind: 'ornament', ornament: part.ornament, shift: 0 } as const]
        : [],
    );
    expect(marks).toHaveLength(1);
    const border = (await sizeOf(marks)) - (await sizeOf([]));
    expect(border).toBeLessThan(100_000);
    expect(border).toBeGreaterThan(10_000);
  });

  it('is stored once however often it is drawn', async () => {
    const ornament = { shape: 'rosette', x: 100, y: 100, radius: 62 } as const;
    const once = await sizeOf([{ kind: 'ornament', ornament, shift: 0 }]);
    const thrice = await sizeOf([0, 5, 10].map((shift) => ({ kind: 'ornament', ornament, shift })));
    expect(thrice - once).toBeLessThan(500);
  });
});
