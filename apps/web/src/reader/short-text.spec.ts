import { describe, expect, it } from '@jest/globals';
import { shortBlocks } from './short-text.js';

describe('a short text', () => {
  it('falls into paragraphs and lists', () => {
    const text =
      'Chọn **một việc**\ncó thật.\n\nBài gồm:\n\n1. **Bối cảnh**: việc gì.\n2. Văn bản\n   kèm theo.\n\n- a\n* b';
    expect(shortBlocks(text)).toEqual([
      { kind: 'paragraph', text: 'Chọn **một việc** có thật.' },
      { kind: 'paragraph', text: 'Bài gồm:' },
      { kind: 'list', ordered: true, items: ['**Bối cảnh**: việc gì.', 'Văn bản kèm theo.'] },
      { kind: 'list', ordered: false, items: ['a', 'b'] },
    ]);
  });

  it('takes a list right below its sentence, and bold words at the start for what they are', () => {
    expect(shortBlocks('Gồm:\n1) một\n2) hai')).toEqual([
      { kind: 'paragraph', text: 'Gồm:' },
      { kind: 'list', ordered: true, items: ['một', 'hai'] },
    ]);
    expect(shortBlocks('**Che họ tên** người dân.')).toHaveLength(1);
    expect(shortBlocks('\n \n')).toEqual([]);
  });
});
