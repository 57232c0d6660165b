/** A document as the editor holds it. */
export interface EditorNode {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly EditorNode[] | undefined;
}

export const LESSON_CHECKS = [
  'empty',
  'images',
  'legal',
  'dates',
  'selfCheck',
  'answers',
  'headings',
] as const;
export type LessonCheckKey = (typeof LESSON_CHECKS)[number];

/** One thing to look at before a lesson goes to review; `count` is how often it is wrong. */
export interface LessonCheck {
  readonly key: LessonCheckKey;
  readonly count: number;
  /** Whether it keeps the request from going on; else it is advice. */
  readonly blocking: boolean;
}

/** Words from which a lesson needs headings. */
const LONG = 400;

/** What is still to be done in a lesson before it is sent to review. */
export function lessonChecks(document: EditorNode, words: number): readonly LessonCheck[] {
  const nodes = [...walk(document)];
  const of = (type: string) => nodes.filter((node) => node.type === type);
  const said = (node: EditorNode, name: string) => {
    const value = node.attrs?.[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const legal = of('legal');
  const backwards = legal.filter((node) => {
    const [from, to] = [said(node, 'from'), said(node, 'to')];
    return from !== '' && to !== '' && to <= from;
  });
  const checks = of('check');
  const unanswered = checks.filter((node) => said(node, 'answer') === '' || !hasKey(node));
  const blocks = nodes.some((node) => node.type === 'text' || node.type === 'image');
  return [
    { key: 'empty', count: blocks ? 0 : 1, blocking: true },
    {
      key: 'images',
      count: of('image').filter((n) => said(n, 'alt') === '').length,
      blocking: true,
    },
    {
      key: 'legal',
      count: legal.filter((n) => said(n, 'document') === '').length,
      blocking: false,
    },
    { key: 'dates', count: backwards.length, blocking: false },
    { key: 'selfCheck', count: checks.length === 0 ? 1 : 0, blocking: false },
    { key: 'answers', count: unanswered.length, blocking: false },
    { key: 'headings', count: words > LONG && of('heading').length === 0 ? 1 : 0, blocking: false },
  ];
}

/** An open question needs no key; one with options needs at least one right option. */
function hasKey(check: EditorNode): boolean {
  const items = [...walk(check)].filter((node) => node.type === 'taskItem');
  return items.length === 0 || items.some((item) => item.attrs?.['checked'] === true);
}

function* walk(node: EditorNode): Generator<EditorNode> {
  yield node;
  for (const child of node.content ?? []) yield* walk(child);
}
