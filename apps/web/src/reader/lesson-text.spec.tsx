import { describe, expect, it } from '@jest/globals';
import { lessonBlocks, type RichDocument } from '@cam-nang/content/read';
import { renderToStaticMarkup } from 'react-dom/server';
import { LessonContents } from './lesson-contents.js';
import { LessonText } from './lesson-text.js';
import { sampleLesson } from './sample-lesson.js';

function show(read: readonly string[] = [], current?: string, changed: readonly string[] = []) {
  return renderToStaticMarkup(
    <LessonText
      document={sampleLesson}
      read={new Set(read)}
      current={current}
      changed={new Set(changed)}
    />,
  );
}

describe('the text of a lesson', () => {
  it('puts every block of the top level on the page, once, under its id', () => {
    const html = show();
    for (const id of lessonBlocks(sampleLesson).blocks) {
      expect([id, html.split(`data-block-id="${id}"`).length - 1]).toEqual([id, 1]);
    }
  });

  it('is marked as Vietnamese and shows the words of every block', () => {
    const html = show();
    expect(html.startsWith('<div lang="vi">')).toBe(true);
    for (const words of ['Ở xã Mường Bi', 'BM-CD03-01', 'Hỏi ai', 'Lưu ý', 'Đơn không ghi tên']) {
      expect(html).toContain(words);
    }
  });

  it('shows a list to tick off with a box for each entry', () => {
    const html = show();
    expect(html).toMatch(
      /<label><input type="checkbox"\/><span><span>Đã ghi ngày nhận<\/span><\/span><\/label>/,
    );
    expect(html).toMatch(/<input type="checkbox" checked=""\/><span><span>Đã có chữ ký/);
  });

  it('keeps allowed links and drops the others to plain words', () => {
    const html = show();
    expect(html).toContain('<a href="https://example.vn/a?b=1" rel="noopener noreferrer">cổng</a>');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('chỗ này');
  });

  it('gathers legal bases into one list, with state and dates in words', () => {
    const html = show();
    expect(html.split('class="law"').length - 1).toBe(1);
    expect(html).toContain('Còn hiệu lực');
    expect(html).toContain('Hiệu lực từ 01/07/2014');
    expect(html).toContain('Đến 01/07/2026');
  });

  it('labels the cells of a small table and lets a wide one scroll by key', () => {
    const html = show();
    expect(html).toContain('data-th="Thời hạn"');
    expect(html.match(/tabindex="0" role="region"/g)?.length).toBe(1);
  });

  it('ticks a part only when all its blocks are read, and marks the one at hand', () => {
    expect(show(['h1'])).not.toContain('isRead');
    const html = show(['h1', 'p1'], 'law1');
    expect(html.match(/isRead/g)?.length).toBe(1);
    expect(html.match(/isNow/g)?.length).toBe(1);
    expect(html).toContain('1 · đã đọc');
    expect(html).toContain('2 · đang đọc');
  });

  it('puts a bar on what a correction changed and says so', () => {
    expect(show()).not.toContain('đoạn có thay đổi');
    expect(show([], undefined, ['law2']).match(/đoạn có thay đổi/g)?.length).toBe(1);
  });

  it('does not give away the answer of a self-check with options', () => {
    expect(show()).not.toContain('Bà Mến báo việc làm sai của người khác.');
  });
});

describe('the contents of a lesson', () => {
  it('lead to every part', () => {
    const html = renderToStaticMarkup(
      <LessonContents document={sampleLesson} read={new Set()} current="p1" />,
    );
    expect(html).toContain('href="#b-h3"');
    expect(html.match(/aria-current="location"/g)?.length).toBe(1);
  });

  it('name a text that begins without a heading', () => {
    const document: RichDocument = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: 'x' }, content: [{ type: 'text', text: 'a' }] }],
    };
    const html = renderToStaticMarkup(<LessonContents document={document} read={new Set()} />);
    expect(html).toContain('href="#b-x"');
    expect(html).toContain('Mở đầu');
  });
});
