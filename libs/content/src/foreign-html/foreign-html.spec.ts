import { describe, expect, it } from '@jest/globals';
import { plainText, type RichNode } from '@cam-nang/domain';

import { validateDocument } from '../validate/validate-document.js';
import {
  GOOGLE_DOCS,
  GOVERNMENT_PAGE,
  LIBRE_OFFICE,
  WORD_CLIPBOARD,
  WORD_FILTERED,
} from '../testing/foreign-pages.js';
import { parseForeignHtml } from './parse-html.js';
import { readForeignHtml } from './read-foreign-html.js';

const FILE = 'ab'.repeat(32);

/** A document in short: what stands inside what, with its words. */
function outline(node: RichNode): string {
  const words = node.content?.every(({ type }) => type === 'text' || type === 'hardBreak');
  const attrs = Object.entries(node.attrs ?? {}).map(([key, value]) => `${key}=${String(value)}`);
  const head = [node.type, ...attrs].join(' ');
  if (words === true) return `${head}: ${(node.content ?? []).map(run).join('')}`;
  return [head, ...(node.content ?? []).map((child) => outline(child).replace(/^/gm, '  '))].join(
    '\n',
  );
}

function run({ type, text = '', marks = [] }: RichNode): string {
  if (type === 'hardBreak') return '/';
  return marks.reduce((inner, mark) => `${mark.type[0]}(${inner})`, text);
}

function read(html: string) {
  const page = readForeignHtml(parseForeignHtml(html), (source) =>
    source.startsWith('data:') ? { file: FILE, width: 4, height: 3 } : null,
  );
  expect(validateDocument(page.document, 'lesson')).toEqual({ ok: true, document: page.document });
  return {
    text: page.document.content.map(outline).join('\n'),
    losses: Object.fromEntries(page.losses.map(({ code, near }) => [code, near])),
    page,
  };
}

describe('a copy from Word', () => {
  it('keeps its structure and nothing of its looks', () => {
    expect(read(WORD_CLIPBOARD).text).toBe(
      `heading level=2: Tiếp nhận khiếu nại
paragraph: b(Người tiếp công dân) ghi i(đầy đủ) “họ, tên” vào sổ, không hứa hẹn…
bulletList
  listItem
    paragraph: Mời ngồi
    bulletList
      listItem
        paragraph: Rót nước
  listItem
    paragraph: b(Ghi) sổ
heading level=3: Thời hạn
orderedList start=3
  listItem
    paragraph: Thụ lý
  listItem
    paragraph: Xác minh
paragraph: Điều 7. Trình tự khiếu nại
paragraph: 1. Khoản gõ tay.
paragraph: a) Điểm gõ tay[1].
table
  tableRow
    tableHeader align=center
      paragraph: Việc
    tableHeader colspan=2
      paragraph: Thời hạn
  tableRow
    tableCell rowspan=2
      paragraph: Thụ lý
    tableCell
      paragraph: 10 ngày
    tableCell align=right
      paragraph: Điều 27
  tableRow
    tableCell
      paragraph: m² và H₂O
    tableCell
      paragraph
paragraph: Xem l(văn bản) và mẫu đơn, bỏ
paragraph: [1] Luật Khiếu nại 2011.`,
    );
  });

  it('says what it could not keep, and where', () => {
    const { losses, page } = read(WORD_CLIPBOARD);
    expect(losses).toEqual({
      underline: 'sổ',
      footnote: '[1]',
      image_lost: 'clip_image002.png',
      link: 'mẫu đơn (file:///D:/mau.doc)',
      deleted_text: 'bản cũ',
      struck: 'bỏ',
      comment: 'Chị xem lại',
    });
    expect(page.losses.find(({ code }) => code === 'underline')?.under).toBe('Tiếp nhận khiếu nại');
    expect(page.losses.find(({ code }) => code === 'link')?.under).toBe('Thời hạn');
  });

  it('is read when Word drew its lists by hand', () => {
    const { text, losses } = read(WORD_FILTERED);
    expect(text).toBe(
      `heading level=2: Chuyên đề tiếp dân
heading level=3: Mở đầu
bulletList
  listItem
    paragraph: một
    orderedList
      listItem
        paragraph: trong một
  listItem
    paragraph: hai
paragraph: Đoạn thụt lề`,
    );
    expect(Object.keys(losses).sort()).toEqual(['contents', 'list_marker']);
  });
});

describe('a copy from elsewhere', () => {
  it('is read from Google Docs', () => {
    const { text, losses } = read(GOOGLE_DOCS);
    expect(text).toBe(
      `heading level=2: Bài một
paragraph: b(Đậm) và i(nghiêng)²l(luật)
bulletList
  listItem
    paragraph: một
    bulletList
      listItem
        paragraph: trong một
  listItem
    paragraph: hai
table
  tableRow
    tableHeader
      paragraph: A
    tableHeader
      paragraph: B
  tableRow
    tableCell
      paragraph: 1
    tableCell
      paragraph`,
    );
    expect(losses).toEqual({ image_lost: 'Sơ đồ' });
  });

  it('follows the address that Google hides', () => {
    const links = JSON.stringify(read(GOOGLE_DOCS).page.document);
    expect(links).toContain('"href":"https://vbpl.vn/a?b=1"');
  });

  it('is read from LibreOffice, composed', () => {
    const { text, losses, page } = read(LIBRE_OFFICE);
    expect(text).toBe(
      `heading level=2: Hồ sơ
paragraph: Giấy tờ gồm b(hai) bản[1]
orderedList start=2
  listItem
    paragraph: đơn
  listItem
    paragraph: bản sao
    bulletList
      listItem
        paragraph: chứng thực
table
  tableRow
    tableHeader
      paragraph: Tên
    tableHeader align=center
      paragraph: Số
  tableRow
    tableCell
      paragraph: Đơn
    tableCell align=right
      paragraph: 1
paragraph: [1] Ghi chú`,
    );
    expect(losses).toEqual({ footnote: '1' });
    expect(plainText(page.document)).toBe(plainText(page.document).normalize('NFC'));
  });

  it('is read from a page of a government site, without its furniture', () => {
    const { text, losses } = read(GOVERNMENT_PAGE);
    expect(text).toBe(
      `heading level=3: Luật Khiếu nại
paragraph: b(Chương II)
paragraph: b(Điều 7. Trình tự khiếu nại)/1. Khi có căn cứ
paragraph: 2. Trường hợp
paragraph: b(Khiếu nại)
paragraph: là việc công dân đề nghị
orderedList
  listItem
    paragraph: điểm một
orderedList start=5
  listItem
    paragraph: điểm năm
blockquote
  paragraph: Trích lời
image alt=Quy trình caption=Hình 1 file=${FILE} height=3 width=4
paragraph: Cột 1 In tải`,
    );
    expect(losses).toEqual({
      page_furniture: 'Trang chủ',
      list_marker: 'điểm mộtđiểm năm',
      link: 'In (javascript:alert(1))',
      media: 'Cột 1 In tải',
      field: '2026',
    });
  });
});

describe('what a lesson has no place for', () => {
  it.each<[string, string, string, string]>([
    ['a heading in a list', '<ul><li><h2>Đề</h2>chữ</li></ul>', 'heading_place', 'b(Đề)'],
    [
      'a table in a cell',
      '<table><tr><td><table><tr><td>a<td>b</table><td>c</table>',
      'nested_table',
      'a | b',
    ],
    [
      'a picture in a cell',
      '<table><tr><td>x<img src="data:,a"><td>y</table>',
      'image_moved',
      'image',
    ],
    ['a frame', '<table><tr><td><p>khung</td></tr></table>', 'single_cell', 'paragraph: khung'],
    ['a fifth level', '<h1>1</h1><h5>5</h5>', 'heading_level', 'heading level=4: 5'],
    ['words raised', 'v<sup>th</sup>', 'raised', 'paragraph: vth'],
    ['a formula', '<math><mi>x</mi></math>', 'formula', 'paragraph: x'],
  ])('%s is kept plainly and told', (_what, html, code, kept) => {
    const { text, losses } = read(html);
    expect(Object.keys(losses)).toContain(code);
    expect(text).toContain(kept);
  });

  it('cuts off what one lesson cannot hold, and says so', () => {
    const { losses, page } = read('<p>chữ</p>'.repeat(7000));
    expect(page.document.content.length).toBeLessThan(6001);
    expect(page.losses.find(({ code }) => code === 'cut')?.count).toBeGreaterThan(999);
    expect(Object.keys(losses)).toEqual(['cut']);
    expect(read(`<table>${'<tr>' + '<td>ô</td>'.repeat(25)}</table>`).losses).toHaveProperty(
      'table_width',
    );
  });
});
