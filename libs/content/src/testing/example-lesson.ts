import type { RichDocument } from '../document/document-types.js';
import { derivedIds } from '../ids/derived-ids.js';
import { repairBlockIds } from '../ids/repair-block-ids.js';
import { validateDocument } from '../validate/validate-document.js';

const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const cell = (type: string, value: string, attrs: object = {}) => ({
  type,
  attrs,
  content: [p(text(value))],
});
const row = (...content: unknown[]) => ({ type: 'tableRow', content });
const task = (value: string, checked: boolean) => ({
  type: 'taskItem',
  attrs: { checked },
  content: [p(text(value))],
});
const header = (value: string) => cell('tableHeader', value);
const data = (value: string, attrs: object = {}) => cell('tableCell', value, attrs);

/** Text that would be markup in HTML, Markdown and Typst if it were not only text. */
export const HOSTILE = `<img src=x onerror="alert(1)"> & 'x' #import "a" $x$ \\u{41} **b** ]} */`;

const CONTENT = [
  p(
    text('Mở đầu '),
    text('đậm', { type: 'bold' }),
    { type: 'hardBreak' },
    text('mã', { type: 'code' }),
  ),
  { type: 'heading', attrs: { level: 2 }, content: [text('Khi nào dùng')] },
  p(text('Xem '), text('luật', { type: 'link', attrs: { href: 'https://vbpl.vn/?a=1&b=2' } })),
  p(text(HOSTILE)),
  {
    type: 'bulletList',
    content: [
      item(p(text('một'))),
      item(p(text('hai')), {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [item(p(text('ba')))],
      }),
    ],
  },
  { type: 'heading', attrs: { level: 3 }, content: [text('Mục nhỏ')] },
  { type: 'taskList', content: [task('Đã tra căn cứ', false)] },
  { type: 'blockquote', content: [p(text('Trích'))] },
  { type: 'horizontalRule' },
  {
    type: 'table',
    content: [
      row(header('Loại'), header('Ai')),
      row(data('Khiếu nại'), data('Chủ tịch', { align: 'right' })),
    ],
  },
  { type: 'table', content: [row(data('Số:', { colspan: 2 })), row(data('a'), data('b'))] },
  {
    type: 'image',
    attrs: { file: 'ab'.repeat(32), alt: 'Sơ đồ', caption: 'Hình 1', width: 800, height: 600 },
  },
  {
    type: 'legal',
    attrs: { document: 'Luật Khiếu nại', article: 'Điều 7', from: '2012-07-01', state: 'in-force' },
    content: [p(text('Thụ lý.'))],
  },
  {
    type: 'legal',
    attrs: { document: 'Luật cũ', to: '2012-06-30', state: 'expired' },
    content: [p(text('Hết.'))],
  },
  { type: 'case', attrs: { title: `Một vụ ${HOSTILE}` }, content: [p(text('Chuyện.'))] },
  {
    type: 'steps',
    attrs: { title: 'Các bước' },
    content: [p(text('Trước hết:')), { type: 'orderedList', content: [item(p(text('Mời ngồi')))] }],
  },
  {
    type: 'form',
    attrs: { title: 'Giấy biên nhận', code: 'BM-01' },
    content: [p(text('Tôi tên ……'))],
  },
  { type: 'warning', attrs: { title: '' }, content: [p(text('Đừng hứa.'))] },
  { type: 'qa', attrs: { question: 'Có được không?' }, content: [p(text('Được.'))] },
  {
    type: 'check',
    attrs: { question: 'Ai?', answer: 'Vì luật nói.' },
    content: [{ type: 'taskList', content: [task('Chủ tịch', true), task('Thư ký', false)] }],
  },
  { type: 'check', attrs: { question: 'Nghĩ xem?', answer: '' } },
  { type: 'contact', attrs: { title: 'Hỏi ai' }, content: [p(text('Văn phòng'))] },
];

/** A lesson with one of every block. */
export function exampleLesson(): RichDocument {
  const result = validateDocument({ type: 'doc', content: CONTENT }, 'lesson');
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return repairBlockIds(result.document, { newId: derivedIds('example') });
}
