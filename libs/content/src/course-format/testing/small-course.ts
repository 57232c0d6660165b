/** The smallest course that has one of everything; every line of it can be broken in a test. */
const LESSON = `---
id: m1-01
title: Tiếp công dân
titleEn: Receiving citizens
minutes: 30
outcomes: [CDR1]
summary: Nghe, ghi, phân loại.
summaryEn: Hear, record, classify.
keywords: [tiếp dân]
---

## Khi nào dùng

Khi công dân **đến trụ sở** hoặc gọi điện.

| Loại | Ai giải quyết |
|---|---|
| Khiếu nại | Chủ tịch xã |

:::legal{document="Luật Tiếp công dân" article="Điều 25" from="2014-07-01" to="" state="in-force"}
Xã bố trí người tiếp hằng ngày.
:::

:::steps{title="Bốn bước"}
1. Mời ngồi.
2. Ghi sổ.
:::

:::check{question="Ai tiếp?" answer="Người được phân công."}
- [x] Người được phân công
- [ ] Bất kỳ ai
:::
`;

const QUESTIONS = `- id: m1-q01
  type: single
  stem: Ai tiếp công dân?
  options:
    - {text: Người được phân công, correct: true, feedback: Đúng.}
    - {text: Bất kỳ ai, correct: false, feedback: Sai.}
  feedback: Xem lại bài.
  lesson: m1-01
  outcome: CDR1
  difficulty: easy
  tags: [tiếp dân]
- id: m1-q02
  type: gaps
  stem: Điền thời hạn.
  text: Không quá {{gap:30|ba mươi}} ngày.
  feedback: Ba mươi ngày.
  lesson: m1-01
  outcome: CDR1
  difficulty: hard
  tags: []
- id: m1-q03
  type: ordering
  stem: Sắp xếp.
  order: [Mời ngồi, Nghe, Ghi sổ, Hẹn]
  feedback: Mời ngồi trước.
  lesson: m1-01
  outcome: CDR1
  difficulty: medium
  tags: []
- id: m1-q04
  type: numeric
  stem: Bao nhiêu ngày?
  answer: 7.50
  tolerance: 0
  unit: ngày
  feedback: Bảy ngày rưỡi.
  lesson: m1-01
  outcome: CDR1
  difficulty: medium
  tags: []
`;

const COURSE = `code: NHO
edition: "1.0"
force: "2024-03-01"
title: Khóa nhỏ
titleEn: Small course
notice: Dữ liệu mẫu.
noticeEn: Sample data.
days: 1
periodsPerDay: 4
goals: [{text: Làm được, textEn: Able}]
outcomes:
  - {code: CDR1, text: Tiếp dân đúng, textEn: Receive well}
modules:
  - code: M1
    title: Chuyên đề một
    titleEn: Topic one
    kind: compulsory
    hours: {theory: 2, discussion: 1, practice: 1}
    outcomes: [CDR1]
groups: []
`;

const MODULE = `code: M1
title: Chuyên đề một
titleEn: Topic one
kind: compulsory
hours: {theory: 2, discussion: 1, practice: 1}
outcomes: [CDR1]
summary: Tóm tắt.
summaryEn: Summary.
lessons: [m1-01]
reportTask: report-task.yaml
`;

const QUIZ = `id: m1-quiz
title: Luyện tập
titleEn: Practice
purpose: practice
draws:
  - {module: M1, count: 3}
timeLimitMinutes: null
attempts: null
passMark: 50
scale: 100
shuffle: true
review: immediate
offline: true
`;

const REPORT_TASK = `code: M1-BTH
title: Bài thu hoạch
titleEn: Report
task: Viết.
taskEn: Write.
lessons: [m1-01]
outcomes: [CDR1]
maxPoints: 10
passPoints: 5
wordsMin: 100
wordsMax: 200
submission: {formats: [typed], maxFileMegabytes: 20, returnForImprovement: 1}
rubric:
  - id: tc1
    criterion: Đúng
    criterionEn: Right
    outcome: CDR1
    points: 10
    levels:
      - {points: 10, label: Tốt, text: Tốt, textEn: Good}
      - {points: 0.25, label: Kém, text: Kém, textEn: Poor}
`;

/** The files of edition 1.0. */
export function smallCourse(): Map<string, string> {
  return new Map([
    ['course.yaml', COURSE],
    ['M1/module.yaml', MODULE],
    ['M1/01-tiep-cong-dan.md', LESSON],
    ['M1/questions.yaml', QUESTIONS],
    ['M1/quiz.yaml', QUIZ],
    ['M1/report-task.yaml', REPORT_TASK],
  ]);
}

/** An erratum to it: the lesson with `text` instead, and why. */
export function smallErratum(text: string): Map<string, string> {
  return new Map([
    ['M1/01-tiep-cong-dan.md', text],
    [
      'changes.yaml',
      `edition: "1.1"
base: "1.0"
kind: erratum
force: "2024-09-01"
decision: {number: 1/QĐ, signedOn: "2024-08-20", title: Đính chính, titleEn: Erratum}
added: []
replaced: [M1/01-tiep-cong-dan.md]
removed: []
reasons:
  - {path: M1/01-tiep-cong-dan.md, reason: Sửa lỗi, reasonEn: Corrected}
`,
    ],
  ]);
}
