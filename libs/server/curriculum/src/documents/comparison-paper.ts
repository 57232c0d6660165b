import { calendarDate, formatPaperDate, type NodeKind } from '@cam-nang/domain';
import {
  plainLine,
  type Paper,
  type PaperBlock,
  type PaperLine,
  type PaperRow,
} from '@cam-nang/platform';
import type { ComparisonInWords, RowInWords } from '../policies/compared-edition.js';
import { nodePlaces } from './node-rows.js';
import type { PaperOffice } from './paper-office.js';
import { CHANGE_WORDS, dayWord, KIND_WORDS } from './paper-words.js';

/** What the table is about beside the comparison itself. */
export interface ComparisonAbout {
  readonly comparison: ComparisonInWords;
  readonly courseTitle: string;
  readonly office: PaperOffice;
  readonly printedOn: string;
  readonly at: Date;
}

const COLUMNS = [
  { title: 'Vị trí', share: 15 },
  { title: 'Nội dung cũ', share: 33 },
  { title: 'Nội dung mới', share: 33 },
  { title: 'Lý do', share: 19 },
] as const;

/** The comparison table of an edition for the council and the signer: old, new, why. */
export function comparisonPaper(about: ComparisonAbout): Paper {
  const { comparison, office, printedOn, at } = about;
  const title = `Bảng so sánh ấn bản ${comparison.to.label}`;
  return {
    title,
    author: office.name,
    landscape: true,
    head: {
      above: '',
      issuer: office.name.toLocaleUpperCase('vi'),
      number: `Bản niêm: ${comparison.to.manifestHash.slice(0, 16)}`,
      place: `${office.place}, ${formatPaperDate(calendarDate(printedOn))}`,
    },
    blocks: [...opening(about), ...table(comparison)],
    timestamp: Math.floor(at.getTime() / 1000),
  };
}

function opening({ comparison: { from, to }, courseTitle }: ComparisonAbout): PaperBlock[] {
  const after = `ấn bản ${to.label}`;
  const before = from === null ? '' : `ấn bản ${from.label}${decisionOf(from)} với `;
  return [
    { kind: 'title', name: 'BẢNG SO SÁNH NỘI DUNG', about: `${courseTitle}: ${before}${after}` },
    {
      kind: 'paragraph',
      line:
        from === null
          ? plainLine('Đây là ấn bản đầu tiên của chương trình, chưa có bản trước để so sánh.')
          : [
              { text: 'Cách đọc: chữ bỏ đi bị ' },
              { text: 'gạch ngang', struck: true },
              { text: ' ở cột cũ; chữ thêm vào ' },
              { text: 'đậm, gạch chân', bold: true, underlined: true },
              { text: ' ở cột mới; […] là phần không đổi được lược bớt.' },
            ],
    },
  ];
}

function decisionOf({ decisionNo, decisionDate }: NonNullable<ComparisonInWords['from']>): string {
  if (decisionNo === null || decisionDate === null) return '';
  return ` (Quyết định số ${decisionNo} ngày ${dayWord(decisionDate)})`;
}

function table({ from, rows }: ComparisonInWords): PaperBlock[] {
  if (from === null) {
    const items = rows.map((row) => plainLine(nameOf(row)));
    return items.length === 0 ? [] : [{ kind: 'list', items }];
  }
  if (rows.length === 0) {
    return [{ kind: 'paragraph', line: plainLine('Hai ấn bản không khác nhau.') }];
  }
  const lines = rows.flatMap((row, index) => rowsOf(row, index + 1));
  return [{ kind: 'table', columns: COLUMNS, rows: lines }];
}

/** "Bài 2.3 Tiếp công dân". */
function nameOf({ kind, label, title }: RowInWords): string {
  const marked: ReadonlySet<NodeKind> = new Set(['module', 'lesson', 'question', 'quiz']);
  const word = label.startsWith(KIND_WORDS[kind]) ? '' : KIND_WORDS[kind];
  return [word, marked.has(kind) ? label : '', title].filter(Boolean).join(' ');
}

function rowsOf(row: RowInWords, no: number): PaperRow[] {
  const head: PaperRow = {
    across: [{ text: `${no}. ${CHANGE_WORDS[row.change]}: ${nameOf(row)}`, bold: true }],
  };
  const places = row.diff === null ? [] : nodePlaces(row.diff);
  const shown = places.length > 0 ? places : [wholePlace(row)];
  return [
    head,
    ...shown.map(({ place, before, after }, index) => ({
      cells: [
        [plainLine(place)],
        sideOr(before, index === 0 && row.change === 'added' ? 'Chưa có' : ''),
        sideOr(after, index === 0 && row.change === 'removed' ? 'Bãi bỏ' : ''),
        index === 0 ? reasonLines(row) : [],
      ],
    })),
  ];
}

function wholePlace({ change, title }: RowInWords) {
  const line = [plainLine(title)];
  return {
    place: 'Toàn bộ',
    before: change === 'added' ? [] : line,
    after: change === 'removed' ? [] : line,
  };
}

function sideOr(lines: readonly PaperLine[], instead: string): readonly PaperLine[] {
  if (lines.length > 0) return lines;
  return instead === '' ? [] : [[{ text: instead, italic: true }]];
}

function reasonLines({ reason, proposedBy }: RowInWords): readonly PaperLine[] {
  const said = reason === '' ? [{ text: 'Chưa ghi lý do', italic: true }] : plainLine(reason);
  if (proposedBy === null) return [said];
  return [said, [{ text: `Người đề nghị: ${proposedBy}`, italic: true }]];
}
