import type { NodeKind, QuestionContent, RevisionContentOf } from '@cam-nang/domain';

import type { RichDocument } from '../../document/document-types.js';
import { derivedIds } from '../../ids/derived-ids.js';
import { repairBlockIds } from '../../ids/repair-block-ids.js';
import type { CourseFile } from '../files/course-file.js';
import type { QuizFile } from '../files/quiz-file.js';
import type { ReportTaskFile } from '../files/report-task-file.js';
import type { SurveyFile } from '../files/survey-file.js';
import { identifyQuestion } from '../questions/identify-question.js';
import type { QuestionDraft } from '../questions/question-draft.js';
import type { LoadedCourse, LoadedNode, LoadedNodeOf } from './loaded-course.js';
import { questionTitle } from './question-title.js';
import type { CourseSource, FromFile, LessonSource, ModuleSource } from './read-files.js';
import { bankSlug, slugOf } from './slugs.js';

/** The nodes of an edition. With the edition before, blocks and options keep the ids they had. */
export function buildNodes(source: CourseSource, base: LoadedCourse | null): readonly LoadedNode[] {
  const before = new Map(base?.nodes.map((node) => [node.slug, node]));
  const root = slugOf(source.course.data.code.value);
  return [
    rootNode(source.course),
    ...outcomeNodes(source.course, root),
    ...source.modules.flatMap((module) => moduleNodes(module, root, before)),
  ];
}

type Before = ReadonlyMap<string, LoadedNode>;

function node<K extends NodeKind>(
  place: { readonly slug: string; readonly parent: string | null; readonly file: string },
  content: RevisionContentOf<K>,
): LoadedNodeOf<K> {
  return { ...place, content };
}

function values(references: readonly { readonly value: string }[]): readonly string[] {
  return references.map(({ value }) => value);
}

function slugs(references: readonly { readonly value: string }[]): readonly string[] {
  return references.map(({ value }) => slugOf(value));
}

function rootNode({ path: file, data }: FromFile<CourseFile>): LoadedNode {
  const { title, titleEn, notice, noticeEn, goals, periodsPerDay } = data;
  const groups = data.groups.map((group) => ({
    ...group,
    choose: group.choose.value,
    modules: slugs(group.modules),
  }));
  const code = data.code.value;
  const days = data.days.value;
  const meta = { code, titleEn, days, periodsPerDay, goals, notice, noticeEn, groups };
  return node({ slug: slugOf(code), parent: null, file }, { kind: 'root', title, meta, doc: null });
}

function outcomeNodes(
  { path: file, data }: FromFile<CourseFile>,
  parent: string,
): readonly LoadedNode[] {
  return data.outcomes.map(({ code: { value: code }, text: title, textEn: titleEn }) => {
    const meta = { code, titleEn };
    return node({ slug: slugOf(code), parent, file }, { kind: 'outcome', title, meta, doc: null });
  });
}

function moduleNodes(source: ModuleSource, root: string, before: Before): readonly LoadedNode[] {
  const { path: file, data } = source.module;
  const slug = slugOf(data.code.value);
  const { title, titleEn, kind: moduleKind, hours, summary, summaryEn } = data;
  const code = data.code.value;
  const outcomes = values(data.outcomes);
  const meta = { code, titleEn, moduleKind, hours, outcomes, summary, summaryEn };
  const order = values(data.lessons);
  const place = (lesson: FromFile<LessonSource>) => order.indexOf(lesson.data.particulars.id.value);
  const lessons = [...source.lessons].sort((a, b) => place(a) - place(b));
  const { reportTask, survey, quiz } = source;
  return [
    node({ slug, parent: root, file }, { kind: 'module', title, meta, doc: null }),
    ...lessons.map((lesson) => lessonNode(lesson, slug, before)),
    ...bankNodes(source, slug, before),
    ...(quiz === null ? [] : [quizNode(quiz, slug)]),
    ...(reportTask === null ? [] : [reportTaskNode(reportTask, slug)]),
    ...(survey === null ? [] : [surveyNode(survey, slug)]),
  ];
}

function lessonNode(
  { path: file, data }: FromFile<LessonSource>,
  parent: string,
  before: Before,
): LoadedNode {
  const { id, title, outcomes, ...rest } = data.particulars;
  const slug = slugOf(id.value);
  const base = before.get(slug)?.content.doc as RichDocument | null | undefined;
  const doc = repairBlockIds(data.document, { newId: derivedIds(slug), base: base ?? null });
  const meta = { ...rest, outcomes: values(outcomes) };
  return node({ slug, parent, file }, { kind: 'lesson', title, meta, doc });
}

function bankNodes(
  { questions, module, folder }: ModuleSource,
  parent: string,
  before: Before,
): readonly LoadedNode[] {
  if (questions === null) return [];
  const { path: file, data } = questions;
  const slug = bankSlug(folder);
  const { title, titleEn } = module.data;
  const bank = node({ slug, parent, file }, { kind: 'bank', title, meta: { titleEn }, doc: null });
  return [bank, ...data.map((draft) => questionNode(draft, slug, file, before))];
}

function questionNode(
  draft: QuestionDraft,
  parent: string,
  file: string,
  before: Before,
): LoadedNode {
  const slug = slugOf(draft.id.value);
  const known = before.get(slug)?.content;
  const earlier: QuestionContent | null = known?.kind === 'question' ? known.meta : null;
  const meta = identifyQuestion(draft, earlier);
  const title = questionTitle(draft.stem);
  return node({ slug, parent, file }, { kind: 'question', title, meta, doc: null });
}

function quizNode({ path: file, data }: FromFile<QuizFile>, parent: string): LoadedNode {
  const { id, title, draws, electiveRule: _note, ...rest } = data;
  const meta = {
    ...rest,
    draws: draws.map(({ module, count }) => ({
      bankId: bankSlug(module.value),
      count: count.value,
    })),
  };
  return node({ slug: slugOf(id.value), parent, file }, { kind: 'quiz', title, meta, doc: null });
}

function reportTaskNode(
  { path: file, data }: FromFile<ReportTaskFile>,
  parent: string,
): LoadedNode {
  const { title, code, lessons, outcomes, maxPoints, rubric, ...rest } = data;
  const meta = {
    ...rest,
    code: code.value,
    lessons: slugs(lessons),
    outcomes: values(outcomes),
    maxPoints: maxPoints.value,
    rubric: rubric.map(({ outcome, ...criterion }) => ({ ...criterion, outcome: outcome.value })),
  };
  const slug = slugOf(code.value);
  return node({ slug, parent, file }, { kind: 'report-task', title, meta, doc: null });
}

function surveyNode({ path: file, data }: FromFile<SurveyFile>, parent: string): LoadedNode {
  const { id, title, ...meta } = data;
  return node({ slug: slugOf(id.value), parent, file }, { kind: 'survey', title, meta, doc: null });
}
