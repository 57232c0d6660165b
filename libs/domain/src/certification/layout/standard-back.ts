import type { LayoutPage } from './layout.js';
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
      headBaseline: 54,
      depth: 92,
      rowHeight: { max: 7.15, min: 4 },
      size: { max: 3.75, min: 2.6 },
      headSize: 3.1,
      sumLabel: { vi: 'Cộng', en: 'Total' },
      columns: [
        column('code', { vi: 'Chuyên đề', en: 'Module' }, LEFT, 12.5, 'left'),
        column('title', { vi: '', en: '' }, 51, 138, 'left'),
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
  key: 'code' | 'title' | 'theory' | 'discussion' | 'practice' | 'total' | 'result',
  label: { readonly vi: string; readonly en: string },
  x: number,
  width: number,
  align: 'left' | 'right',
  strong = false,
) {
  return { key, label, x, width, align, strong } as const;
}

function footLeft() {
  const line = (id: string, baseline: number, vi: string, en: string) =>
    textSlot(
      { vi, en },
      {
        id,
        x: LEFT,
        baseline,
        width: 105,
        size: { max: 3.4, min: 2.6 },
        colour: 'soft',
      },
    );
  return [
    line(
      'editionHash',
      170.6,
      'Dấu vân tay của ấn bản: {manifestHash}',
      'Fingerprint of the edition: {manifestHash}',
    ),
    line(
      'howToVerify',
      175.8,
      'Kiểm tra: quét mã ở mặt trước hoặc mở {verificationAddress}',
      'To verify: scan the code on the front or open {verificationAddress}',
    ),
  ];
}

function footRight() {
  const line = (
    id: string,
    baseline: number,
    vi: string,
    en: string,
    own: { readonly strong?: boolean } = {},
  ) =>
    textSlot(
      { vi, en },
      {
        id,
        x: RIGHT,
        baseline,
        width: 105,
        align: 'right',
        font: own.strong === true ? 'textBold' : 'text',
        size: own.strong === true ? { max: 3.9, min: 2.8 } : { max: 3.4, min: 2.6 },
        colour: own.strong === true ? 'ink' : 'soft',
      },
    );
  return [
    line(
      'decisionLabel',
      160,
      'Quyết định công nhận kết quả và cấp',
      'Decision on results and award',
    ),
    line(
      'decision',
      165.2,
      'số {decisionNumber} ngày {decisionDate}',
      'No. {decisionNumber} of {decisionDate}',
      { strong: true },
    ),
    line('cohort', 170.6, 'Lớp {cohortLabel}', 'Class {cohortLabel}'),
    line(
      'backSampleNotice',
      175.8,
      '{sample}Dữ liệu mẫu, không có giá trị pháp lý',
      '{sample}Sample data, no legal value',
    ),
  ];
}
