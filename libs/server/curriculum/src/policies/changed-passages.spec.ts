import { describe, expect, it } from '@jest/globals';
import type { RichNode } from '@cam-nang/domain';
import { paragraphs } from '../testing/small-course.js';
import { changedLines, changedPassages } from './changed-passages.js';

const legal = (from: string, state = 'in-force'): RichNode => ({
  type: 'legal',
  attrs: { id: 'l', document: 'Luật Đất đai 2024', article: 'Điều 235', from, state },
  content: [
    { type: 'paragraph', attrs: { id: 'lp' }, content: [{ type: 'text', text: 'Ba mươi ngày.' }] },
  ],
});

describe('passages that differ', () => {
  it('are added, changed or taken out, with the lines that differ alone', () => {
    const before = paragraphs('p', 'Giữ nguyên.', 'Trả lời trong năm ngày.', 'Bỏ đi.');
    const after: RichNode = {
      type: 'doc',
      content: [
        ...(paragraphs('p', 'Giữ nguyên.', 'Trả lời trong bảy ngày.').content ?? []),
        ...(paragraphs('q', 'Thêm vào.').content ?? []),
      ],
    };
    expect(changedPassages(before, after)).toEqual([
      {
        blockId: 'p-p2',
        type: 'paragraph',
        change: 'changed',
        lines: [
          [
            { op: 'same', text: 'Trả lời trong ' },
            { op: 'delete', text: 'năm' },
            { op: 'insert', text: 'bảy' },
            { op: 'same', text: ' ngày.' },
          ],
        ],
      },
      {
        blockId: 'q-p1',
        type: 'paragraph',
        change: 'added',
        lines: [[{ op: 'insert', text: 'Thêm vào.' }]],
      },
      {
        blockId: 'p-p3',
        type: 'paragraph',
        change: 'removed',
        lines: [[{ op: 'delete', text: 'Bỏ đi.' }]],
      },
    ]);
  });

  it('are legal bases whose days or state alone are others', () => {
    const of = (block: RichNode): RichNode => ({ type: 'doc', content: [block] });
    const [passage] = changedPassages(
      of(legal('2025-01-01')),
      of(legal('2024-08-01', 'superseded')),
    );
    const runs = passage?.lines.flat() ?? [];
    const joined = (other: 'insert' | 'delete') =>
      runs.map(({ op, text }) => (op === other ? '' : text)).join('');
    expect(joined('insert')).toBe('Hiệu lực từ 01/01/2025');
    expect(joined('delete')).toBe('Hiệu lực từ 01/08/2024 · Đã được thay thế');
    expect(changedPassages(of(legal('2025-01-01')), of(legal('2025-01-01')))).toEqual([]);
  });

  it('are rows of a table, read with their neighbours', () => {
    const cell = (text: string, id: string): RichNode => ({
      type: 'tableCell',
      attrs: { id },
      content: [{ type: 'paragraph', attrs: { id: `${id}p` }, content: [{ type: 'text', text }] }],
    });
    const table = (day: string): RichNode => ({
      type: 'doc',
      content: [
        {
          type: 'table',
          attrs: { id: 't' },
          content: [
            { type: 'tableRow', attrs: { id: 'r1' }, content: [cell('Kỳ', 'a'), cell('Hạn', 'b')] },
            {
              type: 'tableRow',
              attrs: { id: 'r2' },
              content: [cell('Quý I', 'c'), cell(day, 'd')],
            },
          ],
        },
      ],
    });
    const [passage] = changedPassages(table('15/3'), table('14/3'));
    expect(passage?.lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([
      'Quý I | 1514/3',
    ]);
  });

  it('say of a long passage only the lines that changed', () => {
    const lines = changedLines('một\nhai\nba', 'một\nhai và rưỡi\nba');
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual(['hai và rưỡi']);
  });
});
