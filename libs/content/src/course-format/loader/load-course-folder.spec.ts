import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

import type { RichDocument } from '../../document/document-types.js';
import { walkBlocks } from '../../document/walk.js';
import { derivedIds } from '../../ids/derived-ids.js';
import { repairBlockIds } from '../../ids/repair-block-ids.js';
import { validateDocument } from '../../validate/validate-document.js';
import { courseErrorLine } from '../errors/course-error-message.js';
import { CourseErrors } from '../errors/course-error.js';
import { parseDocument } from '../markdown/parse-document.js';
import { writeDocument } from '../writer/write-lesson.js';
import { loadCourseEditions } from './load-course-folder.js';
import type { LoadedCourse, LoadedNode } from './loaded-course.js';
import { resolveReferences } from './resolve-references.js';

const SEED = new URL('../../../../../seed/course/', import.meta.url);

const files = new Map(
  readdirSync(SEED, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|yaml)$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, SEED), 'utf8')]),
);

const loads = loadCourseEditions(files);

function edition(label: string): LoadedCourse {
  const load = loads.find(({ folder }) => folder === label)?.load;
  if (load === undefined) throw new Error(`edition ${label} was not reached`);
  if (!load.ok) throw new Error(load.errors.map((e) => courseErrorLine(e, 'en')).join('\n'));
  return load.course;
}

const count = (course: LoadedCourse, kind: LoadedNode['content']['kind']) =>
  course.nodes.filter(({ content }) => content.kind === kind).length;

function lesson(course: LoadedCourse, slug: string): RichDocument {
  const node = course.nodes.find((candidate) => candidate.slug === slug);
  return node?.content.doc as RichDocument;
}

const idsOf = (document: RichDocument) =>
  [...walkBlocks(document as never)].map((block) => block.attrs?.['id']);

const lessonsOf = (course: LoadedCourse) =>
  course.nodes.filter(({ content }) => content.kind === 'lesson');

describe('the sample course', () => {
  it('has three editions that load without errors', () => {
    expect(['1.0', '1.1', '2.0'].map((label) => edition(label).edition.label)).toEqual([
      '1.0',
      '1.1',
      '2.0',
    ]);
  });

  it.each([
    [
      '1.0',
      {
        lesson: 27,
        question: 124,
        module: 10,
        outcome: 10,
        quiz: 9,
        bank: 8,
        survey: 1,
        'report-task': 2,
        root: 1,
      },
    ],
    ['1.1', { lesson: 27, question: 124, module: 10 }],
    ['2.0', { lesson: 32, question: 144, module: 11, outcome: 11, quiz: 10, bank: 9 }],
  ] as const)('has in edition %s what its authors wrote', (label, counts) => {
    for (const [kind, number] of Object.entries(counts)) {
      expect([kind, count(edition(label), kind as 'lesson')]).toEqual([kind, number]);
    }
  });

  it('has every node after its parent, with names of its own', () => {
    const seen = new Set<string | null>([null]);
    for (const { slug, parent } of edition('2.0').nodes) {
      expect(seen.has(parent)).toBe(true);
      expect(seen.has(slug)).toBe(false);
      expect(slug).toMatch(/^[a-z0-9][a-z0-9._/-]{0,199}$/);
      seen.add(slug);
    }
  });

  it('keeps decision, dates and reasons of an edition', () => {
    const { edition: header } = edition('1.1');
    expect(header).toMatchObject({ kind: 'erratum', base: '1.0', force: '2024-09-01' });
    expect(header.decision?.number).toBe('118/QĐ-SNV (mẫu)');
    expect(header.reasons.find(({ path }) => path === 'CD05/03-bao-cao.md')?.proposedBy).toBe(
      'Xã Bản Phìn (mẫu)',
    );
  });

  it('gives valid documents with complete, unique ids', () => {
    for (const { content } of lessonsOf(edition('2.0'))) {
      const ids = idsOf(content.doc as RichDocument);
      expect(new Set(ids).size).toBe(ids.length);
      expect(validateDocument(content.doc, 'lesson')).toEqual({ ok: true, document: content.doc });
    }
  });

  it('has the same ids at every load', () => {
    const first = new Map([...files].filter(([path]) => path.startsWith('1.0/')));
    expect(loadCourseEditions(first)).toEqual(loads.slice(0, 1));
  });

  it('is the same after every lesson was written and read again', () => {
    for (const label of ['1.0', '2.0']) {
      for (const { slug, content } of lessonsOf(edition(label))) {
        const document = content.doc as RichDocument;
        const { markdown, losses } = writeDocument(document);
        const parsed = parseDocument(slug, markdown, new CourseErrors());
        expect(losses).toEqual([]);
        expect(
          parsed && repairBlockIds(parsed, { newId: derivedIds(slug), base: document }),
        ).toEqual(document);
      }
    }
  });
});

describe('a later edition', () => {
  it('keeps every id where one date was corrected', () => {
    expect(idsOf(lesson(edition('1.1'), 'cd05-03'))).toEqual(
      idsOf(lesson(edition('1.0'), 'cd05-03')),
    );
  });

  it('keeps every id of every lesson that an erratum corrects', () => {
    for (const slug of ['cd02-03', 'cd03-02', 'cd07-01']) {
      expect(idsOf(lesson(edition('1.1'), slug))).toEqual(idsOf(lesson(edition('1.0'), slug)));
    }
  });

  it('keeps ids of blocks that an amendment moves or leaves, and makes new ones for new blocks', () => {
    const before = new Set(idsOf(lesson(edition('1.1'), 'cd02-03')));
    const after = idsOf(lesson(edition('2.0'), 'cd02-03'));
    const kept = after.filter((id) => before.has(id));
    expect(kept.length).toBeGreaterThan(0.9 * before.size);
    expect(after.length).toBeGreaterThan(kept.length);
  });

  it('keeps option ids of questions whose key changes', () => {
    const question = (course: LoadedCourse) => {
      const content = course.nodes.find(({ slug }) => slug === 'cd03-q14')?.content;
      return content?.kind === 'question' && content.meta.type === 'multiple'
        ? content.meta.options
        : [];
    };
    const [before, after] = [question(edition('1.1')), question(edition('2.0'))];
    const unchanged = after.filter(({ text }) => before.some((option) => option.text === text));
    expect(unchanged.length).toBeGreaterThan(2);
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
    for (const { id, text } of unchanged) {
      expect(before.find((option) => option.text === text)?.id).toBe(id);
    }
  });
});

describe('the key of a question', () => {
  const questions = edition('2.0').nodes.flatMap(({ content }) =>
    content.kind === 'question' ? [content.meta] : [],
  );

  it('cannot be read off the ids of ordering and matching questions', () => {
    const sorted = (ids: readonly string[]) => ids.every((id, i) => id === [...ids].sort()[i]);
    const orderings = questions.flatMap((q) =>
      q.type === 'ordering' ? [q.order.map(({ id }) => id)] : [],
    );
    const rights = questions.flatMap((q) =>
      q.type === 'matching' ? [q.pairs.map(({ rightId }) => rightId)] : [],
    );
    for (const lists of [orderings, rights]) {
      expect(lists.length).toBeGreaterThan(5);
      expect(lists.filter(sorted).length).toBeLessThan(lists.length / 3);
    }
  });
});

describe('references', () => {
  it('become node ids', () => {
    const resolved = edition('1.0').nodes.map(({ content }) =>
      resolveReferences(content, (slug) => `id-of-${slug}`),
    );
    const quiz = resolved.find(({ kind, title }) => kind === 'quiz' && title.includes('cuối khóa'));
    expect(quiz?.kind === 'quiz' && quiz.meta.draws[0]).toEqual({
      bankId: 'id-of-cd01.bank',
      count: 4,
    });
    const question = resolved.find(({ kind }) => kind === 'question');
    expect(question?.kind === 'question' && question.meta.lessonId).toBe('id-of-cd01-01');
  });
});
