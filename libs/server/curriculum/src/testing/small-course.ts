import type { NodeKind, QuestionContent, RevisionContent, RichNode } from '@cam-nang/domain';

/** A node of the small course, by slugs. */
export interface SmallNode {
  readonly slug: string;
  readonly kind: NodeKind;
  readonly parent: string | null;
}

/** The tree of the small course: two modules that fill one day, a bank, a quiz, an outcome. */
export const SMALL_TREE: readonly SmallNode[] = [
  { slug: 'sc', kind: 'root', parent: null },
  { slug: 'cdr1', kind: 'outcome', parent: 'sc' },
  { slug: 'cd01', kind: 'module', parent: 'sc' },
  { slug: 'cd01-01', kind: 'lesson', parent: 'cd01' },
  { slug: 'cd01-02', kind: 'lesson', parent: 'cd01' },
  { slug: 'cd01-bank', kind: 'bank', parent: 'cd01' },
  { slug: 'cd01-q01', kind: 'question', parent: 'cd01-bank' },
  { slug: 'cd01-q02', kind: 'question', parent: 'cd01-bank' },
  { slug: 'cd01-quiz', kind: 'quiz', parent: 'cd01' },
  { slug: 'cd02', kind: 'module', parent: 'sc' },
  { slug: 'cd02-01', kind: 'lesson', parent: 'cd02' },
];

/** A document of one paragraph per text, with ids made of the seed. */
export function paragraphs(seed: string, ...texts: readonly string[]): RichNode {
  return {
    type: 'doc',
    content: texts.map((text, index) => ({
      type: 'paragraph',
      attrs: { id: `${seed}-p${index + 1}` },
      content: [{ type: 'text', text }],
    })),
  };
}

function question(stem: string, lessonId: string): RevisionContent {
  const meta: QuestionContent = {
    type: 'single',
    stem,
    options: [
      { id: 'a', text: 'Đúng hạn', correct: true, feedback: '' },
      { id: 'b', text: 'Quá hạn', correct: false, feedback: 'Xem lại bài.' },
    ],
    feedback: '',
    lessonId,
    outcome: 'CDR1',
    difficulty: 'easy',
    tags: [],
  };
  return { kind: 'question', title: stem, meta, doc: null };
}

function moduleContent(code: string, title: string, practice: number): RevisionContent {
  return {
    kind: 'module',
    title,
    meta: {
      code,
      titleEn: `Module ${code}`,
      moduleKind: 'compulsory',
      hours: { theory: 2, discussion: 1, practice },
      outcomes: ['CDR1'],
      summary: '',
      summaryEn: '',
    },
    doc: null,
  };
}

function lesson(slug: string, title: string, ...texts: readonly string[]): RevisionContent {
  return {
    kind: 'lesson',
    title,
    meta: {
      titleEn: `Lesson ${slug}`,
      minutes: 45,
      outcomes: ['CDR1'],
      summary: '',
      summaryEn: '',
      keywords: [],
    },
    doc: paragraphs(slug, ...texts),
  };
}

/** Content of the small course's nodes; `idOf` gives node ids by slug. */
export function smallContents(
  idOf: (slug: string) => string,
): Readonly<Record<string, RevisionContent>> {
  return {
    sc: root(),
    cdr1: {
      kind: 'outcome',
      title: 'Làm đúng hạn.',
      meta: { code: 'CDR1', titleEn: 'Works in time.' },
      doc: null,
    },
    cd01: moduleContent('CD01', 'Tiếp công dân', 1),
    'cd01-01': lesson(
      'cd01-01',
      'Đón tiếp',
      'Chào người dân và mời ngồi.',
      'Trả lời trong năm ngày.',
    ),
    'cd01-02': lesson('cd01-02', 'Ghi sổ', 'Ghi rõ họ tên và nơi ở.'),
    'cd01-bank': { kind: 'bank', title: 'Câu hỏi CD01', meta: { titleEn: 'Questions' }, doc: null },
    'cd01-q01': question('Trả lời khi nào?', idOf('cd01-01')),
    'cd01-q02': question('Ghi sổ khi nào?', idOf('cd01-02')),
    'cd01-quiz': quiz(idOf('cd01-bank')),
    cd02: moduleContent('CD02', 'Báo cáo', 1),
    'cd02-01': lesson('cd02-01', 'Viết báo cáo', 'Chốt số liệu đến hết ngày mười bốn.'),
  };
}

function root(): RevisionContent {
  return {
    kind: 'root',
    title: 'Khóa học nhỏ',
    meta: {
      code: 'SC',
      titleEn: 'Small course',
      days: 1,
      periodsPerDay: 8,
      goals: [],
      notice: '',
      noticeEn: '',
      groups: [],
    },
    doc: null,
  };
}

function quiz(bankId: string): RevisionContent {
  return {
    kind: 'quiz',
    title: 'Luyện tập',
    meta: {
      titleEn: 'Practice',
      purpose: 'practice',
      draws: [{ bankId, count: 2 }],
      timeLimitMinutes: null,
      attempts: null,
      passMark: 50,
      scale: 100,
      shuffle: true,
      review: 'immediate',
      offline: false,
    },
    doc: null,
  };
}
