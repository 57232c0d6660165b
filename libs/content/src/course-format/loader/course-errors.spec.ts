import { describe, expect, it } from '@jest/globals';

import { courseErrorLine } from '../errors/course-error-message.js';
import { smallCourse, smallErratum } from '../testing/small-course.js';
import { loadCourseFolder } from './load-course-folder.js';
import type { CourseLoad, LoadedCourse } from './loaded-course.js';

const LESSON = 'M1/01-tiep-cong-dan.md';
const QUESTIONS = 'M1/questions.yaml';

function linesOf(load: CourseLoad, lang: 'vi' | 'en' = 'en'): readonly string[] {
  return load.ok ? [] : load.errors.map((error) => courseErrorLine(error, lang));
}

function planted(path: string, from: string, to: string): readonly string[] {
  const files = smallCourse();
  const text = files.get(path) ?? '';
  expect(text).toContain(from);
  return linesOf(loadCourseFolder(files.set(path, text.replace(from, to))));
}

function loaded(
  files: ReadonlyMap<string, string>,
  base: LoadedCourse | null = null,
): LoadedCourse {
  const load = loadCourseFolder(files, base);
  if (!load.ok) throw new Error(linesOf(load).join('\n'));
  return load.course;
}

describe('the small course', () => {
  it('is right', () => {
    expect(loaded(smallCourse()).nodes.map(({ slug }) => slug)).toEqual([
      'nho',
      'cdr1',
      'm1',
      'm1-01',
      'm1.bank',
      'm1-q01',
      'm1-q02',
      'm1-q03',
      'm1-q04',
      'm1-quiz',
      'm1-bth',
    ]);
  });

  it('gives questions as grading reads them', () => {
    const meta = (slug: string) =>
      loaded(smallCourse()).nodes.find((node) => node.slug === slug)?.content.meta;
    expect(meta('m1-q01')).toMatchObject({
      type: 'single',
      lessonId: 'm1-01',
      options: [
        { id: 'o1', correct: true },
        { id: 'o2', correct: false },
      ],
    });
    expect(meta('m1-q02')).toMatchObject({
      segments: [
        { text: 'Không quá ' },
        { gapId: 'g1', accepted: ['30', 'ba mươi'] },
        { text: ' ngày.' },
      ],
    });
    expect(meta('m1-q04')).toMatchObject({ answer: '7.5', tolerance: '0', unit: 'ngày' });
  });
});

describe('in a lesson', () => {
  it.each([
    [':::legal{', ':::luat{', '20:1 there is no block ":::luat"'],
    [
      'state="in-force"',
      'state="in-force" colour="red"',
      '20:1 block ":::legal" has no attribute colour',
    ],
    ['document="Luật Tiếp công dân" ', '', '20:1 block ":::legal" lacks document="…"'],
    [
      'from="2014-07-01"',
      'from="2014-02-30"',
      '20:1 block ":::legal": the value of from is not valid',
    ],
    ['state="in-force"', 'state="maybe"', '20:1 block ":::legal": the value of state is not valid'],
    [
      'to="" state',
      'to=" state',
      '20:1 a ::: line is malformed; attributes are written name="value"',
    ],
    ['| Khiếu nại | Chủ tịch xã |', '| Khiếu nại |', '18:1 this row has 1 cells, the head has 2'],
    ['|---|---|\n', '', '16:1 the table lacks its line |---| or has the wrong number of columns'],
    ['**đến trụ sở**', '<b>đến trụ sở</b>', '14:14 HTML tags are not used in lessons'],
    ['**đến trụ sở**', '~~đến trụ sở~~', '14:14 lessons do not use this formatting (delete)'],
    ['**đến trụ sở**', '[đến](javascript:x)', '14:14 link not allowed: javascript:x'],
    ['## Khi nào dùng', '# Khi nào dùng', '12:1 headings in a lesson go from ## to ####'],
    ['## Khi nào dùng', '```\ncode\n```', '12:1 lessons do not use this kind of block (code)'],
    [
      '1. Mời ngồi.\n2. Ghi sổ.',
      'Mời ngồi.',
      '24:1 ":::steps" needs exactly one numbered list'.replace('":::steps"', ':::steps'),
    ],
    [
      '- [ ] Bất kỳ ai',
      '- Bất kỳ ai',
      '31:1 every entry of a list to tick begins with - [ ] or - [x]',
    ],
    [
      '- [ ] Bất kỳ ai\n:::',
      '- [ ] Bất kỳ ai',
      '29:1 block ":::check" is not closed by a line of :::',
    ],
    ['Xã bố trí người tiếp hằng ngày.\n', '', '20:1 block ":::legal" has no content'],
    ['tiếp hằng', 'tiếp\u0007hằng', '21:1 there is a control character that nobody sees'],
    ['id: m1-01\n', '', '2:1 key "id" is missing'],
    ['minutes: 30', 'minutes: nhiều', '5:10 "minutes" must be a number'],
    ['minutes: 30', 'minutes: 30\nminute: 5', '6:1 there is no key "minute"'],
    ['title: Tiếp công dân', 'title: "Tiếp" công dân', '3:15 YAML syntax'],
    ['---\nid', 'id', '1:1 the file must begin with particulars between two lines of ---'],
    ['outcomes: [CDR1]', 'outcomes: [CDR9]', '6:12 there is no outcome "CDR9"'],
  ])('%j instead of %j is told with its line', (from, to, expected) => {
    const line = expect.stringContaining(`${LESSON}:${expected}`);
    expect(planted(LESSON, from, to)).toContainEqual(line);
  });
});

describe('in the other files', () => {
  it.each([
    [
      QUESTIONS,
      'correct: false',
      'correct: true',
      '1:3 type "single" needs 1 right options and has 2',
    ],
    [QUESTIONS, 'lesson: m1-01', 'lesson: m1-77', '8:11 there is no lesson "m1-77"'],
    [QUESTIONS, 'id: m1-q02', 'id: m1-q01', `12:7 "m1-q01" is already used in ${QUESTIONS}`],
    [QUESTIONS, 'type: gaps', 'type: essay', '13:9 "type" must be one of: single'],
    [QUESTIONS, '{{gap:30|ba mươi}}', '{{gap:30|}}', '15:9 a gap is malformed'],
    [QUESTIONS, '{{gap:30|ba mươi}}', '30', '15:9 the text has no {{gap:…}}'],
    [QUESTIONS, 'order: [Mời ngồi, Nghe', 'order: [Nghe, Nghe', '24:10 "Nghe" is there twice'],
    [QUESTIONS, 'answer: 7.50', 'answer: bảy', '33:11 "answer" must be a number'],
    [QUESTIONS, 'tolerance: 0', 'tolerance: 0\n  accepted: [a]', '35:3 there is no key "accepted"'],
    [
      'M1/module.yaml',
      'lessons: [m1-01]',
      'lessons: [m1-01, m1-02]',
      '9:18 there is no lesson "m1-02"',
    ],
    ['M1/module.yaml', 'lessons: [m1-01]', 'lessons: [[m1-01]', '10:1 YAML syntax'],
    ['M1/module.yaml', 'report-task.yaml', 'essay.yaml', '10:13 there is no file M1/essay.yaml'],
    ['M1/quiz.yaml', 'count: 3', 'count: 5', '6:25 draws 5 questions from M1, whose bank has 4'],
    [
      'M1/quiz.yaml',
      'offline: true',
      'offline: sometimes',
      '13:10 "offline" must be true or false',
    ],
    [
      'M1/report-task.yaml',
      'maxPoints: 10',
      'maxPoints: 12',
      '8:12 the criteria add up to 10, the maximum is 12',
    ],
    ['M1/report-task.yaml', '0.25', '0.255', '21:18 "points" must be a number'],
    ['course.yaml', 'days: 1', 'days: 2', '8:7 path – takes 4 periods, it should be 8'],
    ['course.yaml', 'practice: 1', 'practice: 2', '14:11 "hours" of M1 differs from module.yaml'],
    [
      'course.yaml',
      'kind: compulsory',
      'kind: optional',
      '17:11 "kind" must be one of: compulsory',
    ],
    [
      'course.yaml',
      'force: "2024-03-01"',
      'force: "2024-13-01"',
      '3:8 "force" must be a real date',
    ],
  ])('%s with %j as %j is told with its line', (path, from, to, expected) => {
    expect(planted(path, from, to)).toContainEqual(expect.stringContaining(`:${expected}`));
  });

  it('a file that nothing asks for is told', () => {
    const files = smallCourse().set('M1/notes.txt', 'x').set('M1/survey.yaml', 'x: 1');
    expect(linesOf(loadCourseFolder(files))).toEqual([
      'M1/notes.txt:1:1 nothing says what this file is for',
      'M1/survey.yaml:1:1 this file is not named in module.yaml',
    ]);
  });

  it.each([
    ['nothing', new Map<string, string>()],
    ['an empty file', new Map([['course.yaml', '']])],
    ['a list', new Map([['course.yaml', '- a']])],
    ['aliases', new Map([['course.yaml', 'a: &a [*a, *a]']])],
  ])('%s is an answer, not a failure', (_name, files) => {
    expect(linesOf(loadCourseFolder(files)).length).toBeGreaterThan(0);
  });
});

describe('an edition over another', () => {
  const base = loaded(smallCourse());
  const text = smallCourse().get(LESSON) ?? '';

  it('takes over what it does not change', () => {
    const next = loaded(smallErratum(text.replace('gọi điện', 'gửi thư')), base);
    const differing = next.nodes.filter(
      (node, index) => JSON.stringify(node) !== JSON.stringify(base.nodes[index]),
    );
    expect(differing.map(({ slug }) => slug)).toEqual(['m1-01']);
    expect(next.edition).toMatchObject({
      label: '1.1',
      base: '1.0',
      kind: 'erratum',
      reasons: [{ reason: 'Sửa lỗi' }],
    });
  });

  it('lists what it brings and says why', () => {
    const files = smallErratum(text).set('M1/quiz.yaml', smallCourse().get('M1/quiz.yaml') ?? '');
    const changes = files.get('changes.yaml') ?? '';
    files.set(
      'changes.yaml',
      changes
        .replace('removed: []', 'removed: [M1/none.md]')
        .replace('added: []', 'added: [M1/module.yaml]'),
    );
    expect(linesOf(loadCourseFolder(files, base), 'vi')).toEqual([
      'M1/quiz.yaml:1:1 tệp này không được ghi trong changes.yaml',
      'changes.yaml:6:9 changes.yaml ghi M1/module.yaml nhưng không có tệp',
      'changes.yaml:6:9 ấn bản trước đã có M1/module.yaml',
      'changes.yaml:6:9 chưa ghi lý do sửa M1/module.yaml',
      'changes.yaml:8:11 ấn bản trước không có M1/none.md',
      'changes.yaml:8:11 chưa ghi lý do sửa M1/none.md',
    ]);
  });

  it('is refused over another base', () => {
    const other = { ...base, edition: { ...base.edition, label: '3.0' } };
    expect(linesOf(loadCourseFolder(smallErratum(text), other))).toEqual([
      'changes.yaml:2:7 this edition changes 1.0, it is loaded over 3.0',
    ]);
  });
});
