import { questionTitle } from '@cam-nang/content/course-format';
import {
  UNWRITTEN_PARTS,
  type NodeKind,
  type QuestionContent,
  type RevisionContent,
  type RichNode,
} from '@cam-nang/domain';
import { nodesOfKind, type CurriculumVersion } from './curriculum-version.js';
import { metaOf } from './node-meta.js';

/** A node to be made under a parent. */
export interface NodeToMake {
  readonly kind: NodeKind;
  readonly parentId: string;
  readonly title: string;
}

/**
 * What a new node says before anybody has written in it: every setting at a value that breaks no
 * rule, so that the request stays sound while it is worked on. Null for kinds that are not made here.
 */
export function newNodeContent(
  version: CurriculumVersion,
  { kind, parentId, title }: NodeToMake,
  newId: () => string,
): RevisionContent | null {
  switch (kind) {
    case 'module':
      return { kind, title, meta: newModule(version), doc: null };
    case 'lesson':
      return {
        kind,
        title,
        meta: { titleEn: '', minutes: 30, outcomes: [], ...NO_SUMMARY },
        doc: emptyText(newId),
      };
    case 'annex':
      return { kind, title, meta: { titleEn: '', ...NO_SUMMARY }, doc: emptyText(newId) };
    case 'bank':
      return { kind, title, meta: { titleEn: '' }, doc: null };
    case 'question':
      return { kind, title: questionTitle(title), meta: newQuestion(title, newId), doc: null };
    case 'quiz':
      return { kind, title, meta: newQuiz(version, parentId), doc: null };
    case 'outcome':
      return { kind, title, meta: { code: freeCode(version, 'outcome'), titleEn: '' }, doc: null };
    default:
      return null;
  }
}

const NO_SUMMARY = { summary: '', summaryEn: '', keywords: [] };

const CODE_PREFIX = { module: 'CD', outcome: 'CDR' } as const;

function emptyText(newId: () => string): RichNode {
  return { type: 'doc', content: [{ type: 'paragraph', attrs: { id: newId() } }] };
}

function newModule(version: CurriculumVersion) {
  return {
    code: freeCode(version, 'module'),
    titleEn: '',
    moduleKind: 'compulsory' as const,
    hours: { theory: 0, discussion: 0, practice: 0 },
    outcomes: [],
    summary: '',
    summaryEn: '',
  };
}

/** The next code after the highest: "CD10" after "CD09". */
function freeCode(version: CurriculumVersion, kind: 'module' | 'outcome'): string {
  const prefix = CODE_PREFIX[kind];
  const codes = nodesOfKind(version, kind).map((node) => metaOf(node, kind)?.code ?? '');
  const numbers = codes.flatMap((code) => {
    const digits = new RegExp(`^${prefix}(\\d+)$`).exec(code)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  const width = kind === 'module' ? 2 : 1;
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(width, '0')}`;
}

function newQuestion(stem: string, newId: () => string): QuestionContent {
  return {
    type: 'single',
    stem,
    options: UNWRITTEN_PARTS.map((text, index) => ({
      id: newId(),
      text,
      correct: index === 0,
      feedback: '',
    })),
    feedback: '',
    lessonId: null,
    outcome: null,
    difficulty: 'medium',
    tags: [],
  };
}

function newQuiz(version: CurriculumVersion, moduleId: string) {
  const banks = version.children(moduleId).filter((child) => child.kind === 'bank');
  const draws = banks.flatMap(({ nodeId }) => {
    const count = Math.min(10, version.children(nodeId).length);
    return count === 0 ? [] : [{ bankId: nodeId, count }];
  });
  return {
    titleEn: '',
    purpose: 'practice' as const,
    draws,
    timeLimitMinutes: null,
    attempts: null,
    passMark: 50,
    scale: 100,
    shuffle: true,
    review: 'immediate' as const,
    offline: true,
  };
}
