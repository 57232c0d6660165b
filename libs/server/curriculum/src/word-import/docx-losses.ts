import type { ForeignLoss, ForeignLossCode } from '@cam-nang/content/foreign-html';
import { lostMarkers } from './docx-list-markers.js';
import { lostListStarts } from './docx-list-starts.js';
import { oldFontLoss } from './docx-old-fonts.js';
import type { DocxParts } from './open-docx.js';

interface Trace {
  readonly code: ForeignLossCode;
  readonly part: RegExp;
  readonly mark: RegExp;
}

/** What the converter passes over without a word, by its traces in the file. */
const TRACES: readonly Trace[] = [
  { code: 'comment', part: /^word\/comments\.xml$/, mark: /<w:comment[ >]/g },
  { code: 'deleted_text', part: /^word\/document\.xml$/, mark: /<w:delText[ >]/g },
  { code: 'formula', part: /^word\/document\.xml$/, mark: /<m:oMath[ >]/g },
  { code: 'text_box', part: /^word\/document\.xml$/, mark: /<wps:wsp[ >]|<wpg:wgp[ >]/g },
  { code: 'ruby', part: /^word\/document\.xml$/, mark: /<w:ruby[ >]/g },
  { code: 'inserted_file', part: /^word\/document\.xml$/, mark: /<w:altChunk[ />]/g },
  {
    code: 'media',
    part: /^word\/document\.xml$/,
    mark: /<c:chart[ >]|<dgm:relIds[ >]|<o:OLEObject[ >]/g,
  },
  {
    code: 'page_furniture',
    part: /^word\/(?:header|footer)\d*\.xml$/,
    mark: /<w:t(?: [^<>]*)?>\s*[^\s<]/g,
  },
];

/** Losses that concern the file as a whole. */
export function docxLosses(parts: DocxParts): readonly ForeignLoss[] {
  const lists = [
    ...rowsLost('list_start', lostListStarts(parts)),
    ...rowsLost('list_marker', lostMarkers(parts)),
  ];
  const traces = TRACES.flatMap(({ code, part, mark }): ForeignLoss[] => {
    const texts = [...parts].filter(([name]) => part.test(name)).map(([, content]) => content);
    const count = texts.reduce((sum, xml) => sum + [...xml.toString().matchAll(mark)].length, 0);
    return count === 0 ? [] : [{ code, under: '', near: '', count }];
  });
  return [...oldFontLoss(parts), ...lists, ...traces];
}

function rowsLost(
  code: ForeignLossCode,
  [first, ...more]: readonly string[],
): readonly ForeignLoss[] {
  if (first === undefined) return [];
  return [{ code, under: '', near: first, count: 1 + more.length }];
}
