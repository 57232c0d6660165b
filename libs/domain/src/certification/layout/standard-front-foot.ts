import type { LayoutPart } from './layout.js';
import { same, textSlot } from './slot-defaults.js';

const numbers: readonly LayoutPart[] = [
  { kind: 'qr', id: 'qr', x: 32.5, y: 155.2, size: 27, quietModules: 4 },
  ...(
    [
      ['serial', { vi: 'Số hiệu · *Serial No.*', en: 'Serial No.' }, '{serialNumber}', 158.1],
      [
        'register',
        { vi: 'Số vào sổ · *Register No.*', en: 'Register No.' },
        '{registerNumber}',
        169.1,
      ],
    ] as const
  ).flatMap(([id, label, field, baseline]) => [
    textSlot(label, {
      id: `${id}Label`,
      x: 64,
      baseline,
      width: 60,
      strongFont: 'textItalic',
      size: { max: 3.2, min: 2.8 },
      colour: 'soft',
    }),
    textSlot(same(field), {
      id: `${id}Number`,
      x: 64,
      baseline: baseline + 5,
      width: 60,
      font: 'textBold',
      size: { max: 4.4, min: 3.2 },
    }),
  ]),
  textSlot(same('{verificationAddress}'), {
    id: 'verificationAddress',
    x: 64,
    baseline: 182.1,
    width: 74,
    size: { max: 3.05, min: 2.3 },
    colour: 'soft',
  }),
];

const signature: readonly LayoutPart[] = [
  textSlot(same('{placeAndDate}'), {
    id: 'placeAndDate',
    x: 222,
    baseline: 161.6,
    width: 76,
    align: 'center',
    font: 'textItalic',
    size: { max: 4.5, min: 3.4 },
  }),
  textSlot(same('{signerTitle}'), {
    id: 'signerTitle',
    x: 222,
    baseline: 167.6,
    width: 76,
    depth: 5.2,
    align: 'center',
    font: 'textBold',
    size: { max: 4.4, min: 3.4 },
    leading: 1.18,
    overflow: { steps: ['shrink', 'break'], maxLines: 2 },
  }),
  textSlot(same('{signerName}'), {
    id: 'signerName',
    x: 222,
    baseline: 182.4,
    width: 76,
    align: 'center',
    font: 'textBold',
    size: { max: 4.7, min: 3.4 },
  }),
  textSlot(
    {
      vi: '{sample}Dữ liệu mẫu, không có giá trị pháp lý',
      en: '{sample}Sample data, no legal value',
    },
    {
      id: 'sampleNotice',
      x: 148.5,
      baseline: 186.8,
      width: 90,
      align: 'center',
      font: 'textItalic',
      size: { max: 2.9, min: 2.6 },
      colour: 'soft',
    },
  ),
];

/** Lower part of the front: code and numbers on the left, place, date and signature on the right. */
export const FRONT_FOOT: readonly LayoutPart[] = [...numbers, ...signature];
