import { describe, expect, it } from '@jest/globals';

import type { RichDocument } from '../document/document-types.js';
import { lessonBlocks, lessonSections } from '../document/lesson-sections.js';
import { exampleLesson, HOSTILE } from '../testing/example-lesson.js';
import { escapeHtml } from './html-text.js';
import {
  blockPlainText,
  countWords,
  documentPassages,
  documentPlainText,
  readingMinutes,
} from './plain-text.js';
import { renderHtml } from './render-html.js';

const lesson = exampleLesson();
const html = renderHtml(lesson);

describe('a document as HTML', () => {
  it('has every tag closed and every block marked with its id', () => {
    const open: string[] = [];
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (!['br', 'hr', 'img', 'input'].includes(name)) open.push(name);
    }
    expect(open).toEqual([]);
    for (const block of lesson.content) expect(html).toContain(`data-block-id="${block.attrs.id}"`);
  });

  it('escapes all text, also in attributes of blocks', () => {
    expect(html).not.toContain('<img src=x');
    expect(html.split(escapeHtml(HOSTILE))).toHaveLength(3);
  });

  it.each([
    '<div lang="vi">',
    '<strong>đậm</strong><br><code>mã</code>',
    '<a href="https://vbpl.vn/?a=1&amp;b=2" rel="noopener noreferrer">luật</a>',
    'start="3"',
    'class="tbl tbl-stack" role="table"',
    'role="cell" data-th="Ai"><span>Chủ tịch</span>',
    '<div class="tbl-wrap" role="region" tabindex="0"',
    'colspan="2"',
    '<img src="/api/files/abab',
    'alt="Sơ đồ" width="800" height="600"',
    '<figcaption>Hình 1</figcaption>',
    '<cite>Luật Khiếu nại, Điều 7</cite>',
    '<span class="tag tag-ok">Còn hiệu lực</span> <span class="tag">Hiệu lực từ 01/07/2012</span>',
    '<span class="tag tag-bad">Hết hiệu lực</span>',
    'class="do text"',
    '<h3 class="blk-l">Lưu ý</h3>',
    'Giấy biên nhận · BM-01',
    '<p class="text">Ai?</p>',
    'Đáp án đúng</span>: Chủ tịch</p><p>Vì luật nói.</p>',
  ])('holds %s', (part) => expect(html).toContain(part));

  it('gathers legal bases that follow each other in one list', () => {
    expect(html.match(/<ul class="law">/g)).toHaveLength(1);
  });

  it('says its own words in English when asked, and marks their language', () => {
    const english = renderHtml(lesson, { labels: 'en' });
    expect(english).toContain('<div lang="vi">');
    expect(english).toContain('<span lang="en"><span class="tag tag-ok">In force</span>');
    expect(english).toContain('<span lang="en">Check yourself</span>');
  });

  it('shows a link that is not allowed as text', () => {
    const attrs = { id: 'a' };
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } } as const;
    const content = [{ type: 'text', text: 'x', marks: [link] }] as const;
    const stored: RichDocument = { type: 'doc', content: [{ type: 'paragraph', attrs, content }] };
    expect(renderHtml(stored)).not.toContain('javascript');
  });
});

describe('a document in words', () => {
  it('holds what is said in blocks and in their attributes, one block a line', () => {
    const text = documentPlainText(lesson);
    for (const words of [
      'Mở đầu đậm mã',
      'Luật Khiếu nại, Điều 7',
      'Giấy biên nhận, BM-01',
      'Vì luật nói.',
      'Hình 1',
      HOSTILE,
    ]) {
      expect(text.split('\n')).toContainEqual(expect.stringContaining(words));
    }
  });

  it('is cut into passages that know their block and part', () => {
    const passages = documentPassages(lesson);
    expect(passages.map(({ blockId }) => blockId)).toEqual(lessonBlocks(lesson).blocks);
    expect(new Set(passages.map(({ sectionId }) => sectionId)).size).toBe(2);
    expect(passages.at(-1)?.text).toBe('Hỏi ai\nVăn phòng');
  });

  it('is counted in syllables', () => {
    expect(countWords('Ủy ban nhân dân xã, 30–45 ngày')).toBe(8);
    expect(readingMinutes({ type: 'doc', content: [] })).toBe(0);
    expect(readingMinutes(lesson)).toBe(1);
  });

  it('knows the words of one block', () => {
    const check = lesson.content.find(({ type }) => type === 'check');
    expect(check && blockPlainText(check)).toBe('Ai?\nVì luật nói.\nChủ tịch\nThư ký');
  });
});

describe('the parts of a lesson', () => {
  it('begin at headings of the second level', () => {
    const [opening, part] = lessonSections(lesson);
    expect([opening?.title, opening?.blocks.length]).toEqual([null, 1]);
    expect(part?.title).toEqual([{ type: 'text', text: 'Khi nào dùng' }]);
    expect(1 + 1 + (part?.blocks.length ?? 0)).toBe(lesson.content.length);
  });

  it('name the self-checks', () => {
    expect(lessonBlocks(lesson).selfChecks).toHaveLength(2);
  });
});
