import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ChoiceOption, QuestionContent } from '../question-content.js';
import type { LessonMeta, RevisionContent } from '../revision-meta.js';
import type { RichNode } from '../rich-node.js';
import { documentArbitrary } from '../testing/document-arbitrary.js';
import { sha256 } from '../testing/sha256.js';
import { contentHash, keyHash, revisionHashes, stemHash, studyHash } from './revision-hashes.js';

const meta: LessonMeta = {
  titleEn: 'Mediation',
  minutes: 40,
  outcomes: ['CDR9'],
  summary: '',
  summaryEn: '',
  keywords: [],
};

function lesson(doc: RichNode, title = 'Hòa giải ở cơ sở'): RevisionContent {
  return { kind: 'lesson', title, meta, doc };
}

function mapNodes(node: RichNode, change: (node: RichNode) => RichNode): RichNode {
  const changed = change(node);
  return changed.content
    ? { ...changed, content: changed.content.map((child) => mapNodes(child, change)) }
    : changed;
}

const study = (content: RevisionContent) => studyHash(content, sha256);
const exact = (content: RevisionContent) => contentHash(content, sha256);

describe('the study hash of a lesson', () => {
  it('does not see ids, formatting, white space or placement of tones', () => {
    fc.assert(
      fc.property(documentArbitrary(), (doc) => {
        const bare = mapNodes(doc, (node) => {
          const { id: _id, ...attrs } = node.attrs ?? {};
          const marks = (node.marks ?? []).filter((mark) => mark.type === 'link');
          const text = node.text?.replaceAll(' ', '  ').replaceAll('hoà', 'hòa');
          return {
            type: node.type,
            attrs,
            marks,
            ...(node.content && { content: node.content }),
            ...(text !== undefined && { text }),
          };
        });
        expect(study(lesson(bare))).toBe(study(lesson(doc)));
      }),
    );
  });

  it('sees every added word', () => {
    fc.assert(
      fc.property(documentArbitrary(), (doc) => {
        const added = { type: 'paragraph', content: [{ type: 'text', text: 'không' }] };
        const longer = { ...doc, content: [...(doc.content ?? []), added] };
        expect(study(lesson(longer))).not.toBe(study(lesson(doc)));
      }),
    );
  });

  const words = (text: string): RichNode => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });

  it('sees a number, a negation, the title, a link and a legal article', () => {
    const legal = (article: string) =>
      lesson({ type: 'doc', content: [{ type: 'legal', attrs: { article } }] });
    const linked = (href: string) =>
      lesson({
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'mẫu', marks: [{ type: 'link', attrs: { href } }] }],
          },
        ],
      });
    expect(study(lesson(words('trong 30 ngày')))).not.toBe(study(lesson(words('trong 45 ngày'))));
    expect(study(lesson(words('được làm')))).not.toBe(study(lesson(words('không được làm'))));
    expect(study(lesson(words('a'), 'Một'))).not.toBe(study(lesson(words('a'), 'Hai')));
    expect(study(legal('Điều 15'))).not.toBe(study(legal('Điều 16')));
    expect(study(linked('https://a.vn/'))).not.toBe(study(linked('https://b.vn/')));
  });

  it('does not see a link that lies on white space only', () => {
    const link = { type: 'link', attrs: { href: 'https://a.vn/' } };
    const content = [
      { type: 'text', text: 'một ' },
      { type: 'text', text: ' ', marks: [link] },
      { type: 'text', text: ' hai' },
    ];
    const odd: RichNode = { type: 'doc', content: [{ type: 'paragraph', content }] };
    expect(study(lesson(odd))).toBe(study(lesson(words('một hai'))));
  });

  it('takes a line break for a space and ignores the style of markers', () => {
    const broken: RichNode = {
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { type: 'a' },
          content: [
            { type: 'text', text: 'một ' },
            { type: 'hardBreak' },
            { type: 'text', text: ' hai ', marks: [{ type: 'bold' }] },
          ],
        },
      ],
    };
    const plain: RichNode = {
      type: 'doc',
      content: [
        { type: 'orderedList', attrs: { type: '1' }, content: [{ type: 'text', text: 'một hai' }] },
      ],
    };
    expect(study(lesson(broken))).toBe(study(lesson(plain)));
    expect(exact(lesson(broken))).not.toBe(exact(lesson(plain)));
  });

  it('stays when only minutes, summary or keywords change, and the content hash does not', () => {
    const doc = words('một');
    const other: RevisionContent = {
      kind: 'lesson',
      title: 'Hòa giải ở cơ sở',
      meta: { ...meta, minutes: 45, summary: 'Khác', keywords: ['mới'] },
      doc,
    };
    expect(study(other)).toBe(study(lesson(doc)));
    expect(exact(other)).not.toBe(exact(lesson(doc)));
  });
});

const options: readonly ChoiceOption[] = [
  { id: 'x7', text: '30 ngày', correct: true, feedback: '' },
  { id: 'k2', text: '45 ngày', correct: false, feedback: '' },
];

const question: QuestionContent = {
  type: 'single',
  stem: 'Thời hạn hòa giải?',
  options,
  feedback: '',
  lessonId: 'n1',
  outcome: 'CDR9',
  difficulty: 'easy',
  tags: [],
};

describe('the hashes of a question', () => {
  const stem = (content: QuestionContent) => stemHash(content, sha256);
  const key = (content: QuestionContent) => keyHash(content, sha256);

  it('of the stem stays when the key is corrected, and the key hash does not', () => {
    const corrected: QuestionContent = {
      ...question,
      options: options.map((option) => ({ ...option, correct: !option.correct })),
    };
    expect(stem(corrected)).toBe(stem(question));
    expect(key(corrected)).not.toBe(key(question));
  });

  it('of the stem changes with a word the taker saw, and the key hash does not', () => {
    const reworded: QuestionContent = {
      ...question,
      options: options.map((option) => ({ ...option, text: `${option.text} làm việc` })),
    };
    expect(stem(reworded)).not.toBe(stem(question));
    expect(key(reworded)).toBe(key(question));
  });

  it('both stay when only its place in the bank changes', () => {
    const moved: QuestionContent = {
      ...question,
      difficulty: 'hard',
      tags: ['đất đai'],
      lessonId: null,
    };
    expect([stem(moved), key(moved)]).toEqual([stem(question), key(question)]);
  });

  it('of the stem says nothing about the right order or the right pairs', () => {
    const { options: _options, ...common } = question as QuestionContent & { options: unknown };
    const order = [
      { id: 'b', text: 'hai' },
      { id: 'a', text: 'một' },
    ];
    const ordering: QuestionContent = { ...common, type: 'ordering', order };
    const turned: QuestionContent = { ...common, type: 'ordering', order: [...order].reverse() };
    const pairs = [
      { id: 'l1', left: 'TM.', rightId: 'r1', right: 'tập thể' },
      { id: 'l2', left: 'KT.', rightId: 'r2', right: 'cấp phó' },
    ];
    const crossed = [
      { id: 'l1', left: 'TM.', rightId: 'r2', right: 'cấp phó' },
      { id: 'l2', left: 'KT.', rightId: 'r1', right: 'tập thể' },
    ];
    const matching: QuestionContent = { ...common, type: 'matching', pairs };
    const wrong: QuestionContent = { ...common, type: 'matching', pairs: crossed };
    expect(stem(turned)).toBe(stem(ordering));
    expect(key(turned)).not.toBe(key(ordering));
    expect(stem(wrong)).toBe(stem(matching));
    expect(key(wrong)).not.toBe(key(matching));
  });

  it('are there for questions only', () => {
    const content: RevisionContent = { kind: 'question', title: '', meta: question, doc: null };
    const hashes = revisionHashes(content, sha256);
    expect(hashes).toMatchObject({
      docHash: null,
      stemHash: stem(question),
      keyHash: key(question),
    });
    const text = revisionHashes(lesson({ type: 'doc' }), sha256);
    expect(text).toMatchObject({ stemHash: null, keyHash: null });
    expect(text.docHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
