import type {
  InlineNode,
  ParagraphNode,
  RichDocument,
  TableCellNode,
  TopBlock,
} from '@cam-nang/content/read';

/** A lesson with every block of the course format, for specs. */

let count = 0;

function id(): string {
  count += 1;
  return `s${count}`;
}

function words(text: string): readonly InlineNode[] {
  return [{ type: 'text', text }];
}

function paragraph(text: string, blockId = id()): ParagraphNode {
  return { type: 'paragraph', attrs: { id: blockId }, content: words(text) };
}

function heading(text: string, blockId: string): TopBlock {
  return { type: 'heading', attrs: { id: blockId, level: 2 }, content: words(text) };
}

function cell(type: TableCellNode['type'], text: string): TableCellNode {
  return { type, attrs: { id: id() }, content: [paragraph(text)] };
}

function row(type: TableCellNode['type'], ...texts: readonly string[]) {
  return {
    type: 'tableRow' as const,
    attrs: { id: id() },
    content: texts.map((text) => cell(type, text)),
  };
}

function item(text: string) {
  return { type: 'listItem' as const, attrs: { id: id() }, content: [paragraph(text)] };
}

function option(text: string, checked: boolean) {
  return {
    type: 'taskItem' as const,
    attrs: { id: `o-${text}`, checked },
    content: [paragraph(text)],
  };
}

const law: TopBlock = {
  type: 'legal',
  attrs: {
    id: 'law1',
    document: 'Luật Tiếp công dân số 42/2013/QH13',
    article: 'Điều 25',
    from: '2014-07-01',
    state: 'in-force',
  },
  content: [paragraph('Nơi tiếp công dân của xã do Chủ tịch Ủy ban nhân dân xã phụ trách.')],
};

const oldLaw: TopBlock = {
  type: 'legal',
  attrs: {
    id: 'law2',
    document: 'Nghị định 64/2014/NĐ-CP',
    from: '2014-08-15',
    to: '2026-07-01',
    state: 'superseded',
  },
  content: [],
};

const table: TopBlock = {
  type: 'table',
  attrs: { id: 'table1' },
  content: [
    row('tableHeader', 'Loại đơn', 'Dấu hiệu', 'Ai giải quyết', 'Thời hạn'),
    row(
      'tableCell',
      'Khiếu nại',
      'Đề nghị xem lại một quyết định với chính họ.',
      'Chủ tịch Ủy ban nhân dân xã.',
      'Thụ lý trong 10 ngày.',
    ),
    row(
      'tableCell',
      'Tố cáo',
      'Báo việc làm sai của người khác.',
      'Người đứng đầu cơ quan quản lý.',
      'Thụ lý trong 7 ngày làm việc.',
    ),
  ],
};

const wideTable: TopBlock = {
  type: 'table',
  attrs: { id: 'table2' },
  content: [
    row('tableHeader', 'Bước', 'Ai làm', 'Giao ra cái gì', 'Cho ai', 'Trước lúc nào', 'Đã xong'),
    row('tableCell', '1', '……', '……', '……', '……', '……'),
  ],
};

const steps: TopBlock = {
  type: 'steps',
  attrs: { id: 'steps1', title: 'Tiếp nhận tại chỗ' },
  content: [
    {
      type: 'orderedList',
      attrs: { id: id() },
      content: [
        item('Mời công dân ngồi, hỏi họ tên.'),
        item('Nghe trình bày, ghi vào Sổ tiếp công dân.'),
      ],
    },
  ],
};

const check: TopBlock = {
  type: 'check',
  attrs: {
    id: 'check1',
    question: 'Bà Mến viết rằng trưởng xóm bắt hộ nghèo nộp “phí làm hồ sơ”. Đây là đơn gì?',
    answer: 'Bà Mến báo việc làm sai của người khác.',
  },
  content: [
    {
      type: 'taskList',
      attrs: { id: id() },
      content: [option('Khiếu nại', false), option('Tố cáo', true), option('Kiến nghị', false)],
    },
  ],
};

/** A list to tick off while working: no test of oneself. */
const checklist: TopBlock = {
  type: 'taskList',
  attrs: { id: 'tasks1' },
  content: [option('Đã ghi ngày nhận', false), option('Đã có chữ ký', true)],
};

/** Every block once; ids of the headings are `h1` to `h4`. */
export const sampleLesson: RichDocument = {
  type: 'doc',
  content: [
    heading('Khi nào dùng', 'h1'),
    {
      type: 'paragraph',
      attrs: { id: 'p1' },
      content: [
        { type: 'text', text: 'Khi công dân đến nộp đơn tại trụ sở. ' },
        { type: 'text', text: 'Phân loại sai', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' thì sai cả thẩm quyền; xem ' },
        {
          type: 'text',
          text: 'cổng',
          marks: [{ type: 'link', attrs: { href: 'https://example.vn/a?b=1' } }],
        },
        { type: 'text', text: ' và ' },
        {
          type: 'text',
          text: 'chỗ này',
          marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
        },
        { type: 'text', text: '.' },
      ],
    },
    heading('Căn cứ pháp lý', 'h2'),
    law,
    oldLaw,
    heading('Ba loại đơn, ba cách xử lý', 'h3'),
    table,
    steps,
    {
      type: 'warning',
      attrs: { id: 'w1', title: '' },
      content: [paragraph('Không để lộ họ tên người tố cáo.')],
    },
    wideTable,
    checklist,
    heading('Tình huống và tự kiểm tra', 'h4'),
    {
      type: 'case',
      attrs: { id: 'c1', title: 'Ở xã Mường Bi' },
      content: [paragraph('Ông Thành nộp một lá đơn có ba nội dung.')],
    },
    {
      type: 'form',
      attrs: { id: 'f1', title: 'Giấy biên nhận', code: 'BM-CD03-01' },
      content: [paragraph('Tôi là …… nhận của ông (bà) …… các tài liệu sau.')],
    },
    {
      type: 'qa',
      attrs: { id: 'q1', question: 'Đơn không ghi tên thì sao?' },
      content: [paragraph('Không thụ lý, trừ khi có chứng cứ rõ ràng.')],
    },
    check,
    {
      type: 'check',
      attrs: {
        id: 'check2',
        question: 'Vì sao phải hỏi trước khi phân loại?',
        answer: 'Vì tên đơn không quyết định loại đơn.',
      },
    },
    {
      type: 'contact',
      attrs: { id: 'k1', title: 'Hỏi ai' },
      content: [paragraph('Công chức Tư pháp – hộ tịch của xã.')],
    },
  ],
};
