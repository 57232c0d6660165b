import type { LayoutPage, LayoutPart } from './layout.js';
import { same, textSlot } from './slot-defaults.js';
import { FRONT_FOOT } from './standard-front-foot.js';

const CENTRE = 148.5;
const INSIDE = 226;

const SUBTITLE = { vi: 'HOÀN THÀNH KHÓA BỒI DƯỠNG', en: 'Certificate of Completion' };

const head: readonly LayoutPart[] = [
  textSlot(
    {
      vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      en: 'SOCIALIST REPUBLIC OF VIET NAM',
    },
    {
      id: 'state',
      x: CENTRE,
      baseline: 33.6,
      width: INSIDE,
      align: 'center',
      font: 'textBold',
      size: { max: 4.4, min: 4.4 },
      tracking: 0.03,
    },
  ),
  textSlot(
    { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
    {
      id: 'motto',
      x: CENTRE,
      baseline: 40.1,
      width: INSIDE,
      align: 'center',
      font: 'textBold',
      size: { max: 4.8, min: 4.8 },
    },
  ),
  { kind: 'rule', x: 121.5, y: 42.5, width: 54, thickness: 0.25, colour: 'ink' },
  { kind: 'ornament', ornament: { shape: 'seal', x: CENTRE, y: 57.8, radius: 11.5 } },
  textSlot(
    { vi: 'mẫu', en: 'sample' },
    {
      id: 'emblem',
      x: CENTRE,
      baseline: 59.1,
      width: 10,
      align: 'center',
      font: 'titleItalic',
      colour: 'accent',
      size: { max: 3.9, min: 3 },
    },
  ),
  textSlot(
    { vi: 'GIẤY CHỨNG NHẬN', en: 'CERTIFICATE' },
    {
      id: 'title',
      x: CENTRE,
      baseline: 82.4,
      width: INSIDE,
      align: 'center',
      font: 'title',
      colour: 'accent',
      size: { max: 10.4, min: 8 },
      tracking: 0.053,
    },
  ),
  textSlot(SUBTITLE, {
    id: 'subtitle',
    x: CENTRE,
    baseline: 89.2,
    width: INSIDE,
    align: 'center',
    font: 'titleLight',
    colour: 'soft',
    size: { max: 3.5, min: 3 },
    tracking: 0.09,
  }),
  textSlot(SUBTITLE, {
    id: 'subtitleEnglish',
    language: 'en',
    x: CENTRE,
    baseline: 93.7,
    width: INSIDE,
    align: 'center',
    font: 'titleItalic',
    colour: 'soft',
    size: { max: 3.2, min: 3 },
  }),
];

const statement: readonly LayoutPart[] = [
  textSlot(
    {
      vi: '{certifier} chứng nhận[ {salutation}]',
      en: '{certifier} certifies that',
    },
    {
      id: 'certifier',
      x: CENTRE,
      baseline: 101.2,
      width: INSIDE,
      align: 'center',
      font: 'textItalic',
      colour: 'soft',
      size: { max: 4.6, min: 3.6 },
    },
  ),
  textSlot(same('{holderName}'), {
    id: 'name',
    x: CENTRE,
    baseline: 117,
    width: INSIDE,
    depth: 13,
    align: 'center',
    font: 'title',
    strongFont: 'title',
    size: { max: 15, min: 10.8 },
    leading: 1.15,
    overflow: { steps: ['shrink', 'break'], maxLines: 2 },
    rise: 0.3,
  }),
  {
    kind: 'ornament',
    ornament: { shape: 'flourish', x: CENTRE, y: 123, width: 104 },
    follows: 'name',
  },
  textSlot(
    {
      vi: [
        'sinh {birthDate}[, {position}][, công tác tại {organisation}],',
        'đã hoàn thành {courseTitle}, theo *ấn\u00a0bản\u00a0{editionLabel}*' +
          '[ (Quyết\u00a0định\u00a0số\u00a0{editionDecisionNumber} ngày\u00a0{editionDecisionDate})],',
        '*{hours}\u00a0tiết*, từ\u00a0ngày\u00a0{studiedFrom} đến\u00a0ngày\u00a0{studiedTo}.' +
          '[ Xếp\u00a0loại:\u00a0*{grade}*.]',
      ].join('\n'),
      en: [
        'born {birthDate}[, {position}][, {organisation}],',
        'has completed {courseTitle}, *edition\u00a0{editionLabel}*' +
          '[ (Decision\u00a0{editionDecisionNumber} of\u00a0{editionDecisionDate})],',
        '*{hours}\u00a0periods*, from\u00a0{studiedFrom} to\u00a0{studiedTo}.' +
          '[ Grade:\u00a0*{grade}*.]',
      ].join('\n'),
    },
    {
      id: 'statement',
      x: CENTRE,
      baseline: 131.2,
      width: 173,
      depth: 23,
      align: 'center',
      size: { max: 4.7, min: 3.2 },
      leading: 1.4,
      overflow: { steps: ['break', 'shrink'], maxLines: 6 },
      follows: 'name',
    },
  ),
];

/** Front: state line, title, the person, what was completed, numbers, code and signature. */
export const STANDARD_FRONT: LayoutPage = {
  parts: [
    { kind: 'ornament', ornament: { shape: 'rosette', x: CENTRE, y: 108, radius: 62 } },
    {
      kind: 'ornament',
      ornament: { shape: 'border', width: 297, height: 210, inset: 15.2, radius: 10, scale: 0.86 },
    },
    ...head,
    ...statement,
    ...FRONT_FOOT,
  ],
};
