import type { LayoutPage, LocalText, TableColumn, TextSlot } from './layout.js';
import { same, textSlot } from './slot-defaults.js';

const LEFT = 38;
const RIGHT = 259;

/** Back: the modules with hours and results, the edition and the decision. */
export const STANDARD_BACK: LayoutPage = {
  parts: [
    {
      kind: 'ornament',
      ornament: { shape: 'border', width: 297, height: 210, inset: 15.2, radius: 10, scale: 0.5 },
    },
    textSlot(
      { vi: 'Nội dung đã học', en: 'Content of study' },
      {
        id: 'backTitle',
        x: LEFT,
        baseline: 38.6,
        width: 90,
        font: 'title',
        colour: 'accent',
        size: { max: 6.2, min: 5 },
      },
    ),
    textSlot(same('{holderName}[ · {serialNumber}]'), {
      id: 'backName',
      x: RIGHT,
      baseline: 38.6,
      width: 120,
      align: 'right',
      size: { max: 3.9, min: 2.8 },
    }),
    textSlot(
      {
        vi:
          'Chương trình {courseCode}, ấn bản {editionLabel}[, Quyết định số {editionDecisionNumber} ' +
          'ngày {editionDecisionDate}], hiệu lực từ {editionInForceFrom}',
        en:
          'Programme {courseCode}, edition {editionLabel}[, Decision {editionDecisionNumber} ' +
          'of {editionDecisionDate}], in force from {editionInForceFrom}',
      },
      {
        id: 'edition',
        x: LEFT,
        baseline: 44.8,
        width: 221,
        size: { max: 3.7, min: 2.8 },
        colour: 'soft',
      },
    ),
    {
      kind: 'table',
      id: 'modules',
      x: LEFT,
      width: 221,
      headBaseline: 53,
      depth: 90,
      rowHeight: { max: 7.15, min: 4 },
      size: { max: 3.75, min: 2.6 },
      headSize: 3.1,
      sumLabel: { vi: 'Cộng', en: 'Total' },
      columns: [
        column('code', { vi: 'Chuyên đề', en: 'Module' }, LEFT, 12.5, 'left'),
        column('title', { vi: '', en: '' }, 51, 146, 'left'),
        column('theory', { vi: 'Lý thuyết', en: 'Theory' }, 205, 13, 'right'),
        column('discussion', { vi: 'Thảo luận', en: 'Discussion' }, 220.5, 13, 'right'),
        column('practice', { vi: 'Thực hành', en: 'Practice' }, 236, 13, 'right'),
        column('total', { vi: 'Cộng', en: 'Total' }, 247, 9, 'right', true),
        column('result', { vi: 'Điểm', en: 'Mark' }, RIGHT, 11, 'right'),
      ],
    },
    ...footLeft(),
    ...footRight(),
  ],
};

function column(
  key: TableColumn['key'],
  label: LocalText,
  x: number,
  width: number,
  align: TableColumn['align'],
  strong = false,
): TableColumn {
  return { key, label, x, width, align, strong };
}

interface FootLine {
  readonly id: string;
  readonly baseline: number;
  readonly text: LocalText;
  readonly strong?: boolean;
}

/** One quiet line below the table; the strong one is what the eye should find. */
function footLine(
  side: 'left' | 'right',
  { id, baseline, text, strong = false }: FootLine,
): TextSlot {
  return textSlot(text, {
    id,
    x: side === 'left' ? LEFT : RIGHT,
    baseline,
    width: 106,
    align: side,
    font: strong ? 'textBold' : 'text',
    size: strong ? { max: 3.9, min: 2.8 } : { max: 3.4, min: 2.6 },
    colour: strong ? 'ink' : 'soft',
  });
}

function footLeft(): TextSlot[] {
  const lines: readonly FootLine[] = [
    {
      id: 'howToVerify',
      baseline: 160,
      text: {
        vi: 'Kiểm tra: quét mã ở mặt trước, hoặc mở',
        en: 'To verify, scan the code or open',
      },
    },
    { id: 'backAddress', baseline: 165.2, text: same('{verificationAddress}'), strong: true },
    {
      id: 'editionHash',
      baseline: 170.6,
      text: {
        vi: 'Dấu vân tay của ấn bản: {manifestHash}',
        en: 'Fingerprint of the edition: {manifestHash}',
      },
    },
  ];
  return lines.map((line) => footLine('left', line));
}

function footRight(): TextSlot[] {
  const lines: readonly FootLine[] = [
    {
      id: 'decisionLabel',
      baseline: 160,
      text: { vi: 'Quyết định công nhận kết quả và cấp', en: 'Decision on results and award' },
    },
    {
      id: 'decision',
      baseline: 165.2,
      text: {
        vi: 'số {decisionNumber} ngày {decisionDate}',
        en: 'No. {decisionNumber} of {decisionDate}',
      },
      strong: true,
    },
    {
      id: 'cohort',
      baseline: 170.6,
      text: { vi: 'Lớp {cohortLabel}', en: 'Class {cohortLabel}' },
    },
    {
      id: 'backSampleNotice',
      baseline: 175.8,
      text: {
        vi: '{sample}Dữ liệu mẫu, không có giá trị pháp lý',
        en: '{sample}Sample data, no legal value',
      },
    },
  ];
  return lines.map((line) => footLine('right', line));
}
