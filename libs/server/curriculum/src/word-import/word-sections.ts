import {
  elementsOf,
  wordsOf,
  type ForeignElement,
  type ForeignNode,
} from '@cam-nang/content/foreign-html';

/** A part of a file that becomes one lesson. */
export interface WordSection {
  /** Words of its heading; empty where it has none. */
  readonly title: string;
  readonly page: ForeignElement;
}

export interface WordModule {
  readonly title: string;
  readonly sections: readonly WordSection[];
}

const LONGEST_TITLE = 300;

/** A file as one lesson; a title that stands first and alone is not repeated in the text, unless it was cut. */
export function asLesson(body: ForeignElement): WordSection {
  const nodes = shown(body);
  const [first, ...rest] = nodes;
  const firsts = nodes.filter((node) => isTitle(node) || headingOf(node) === 1);
  if (first === undefined || firsts.length !== 1 || firsts[0] !== first) {
    return { title: '', page: body };
  }
  return { title: titleOf(first), page: { ...body, children: isLong(first) ? nodes : rest } };
}

/** A file as a module: its highest headings begin lessons, what stands before the first is one too. */
export function asModule(body: ForeignElement): WordModule {
  const nodes = shown(body);
  const title = nodes.find(isTitle);
  const rest = nodes.filter((node) => (node !== title || isLong(node)) && !isNotes(node));
  const level = Math.min(7, ...rest.map((node) => headingOf(node) ?? 7));
  const sections: { title: string; nodes: ForeignNode[] }[] = [{ title: '', nodes: [] }];
  for (const node of rest) {
    if (headingOf(node) === level) {
      sections.push({ title: titleOf(node), nodes: isLong(node) ? [node] : [] });
    } else sections.at(-1)?.nodes.push(node);
  }
  const notes = nodes.filter(isNotes);
  return {
    title: title === undefined ? '' : titleOf(title),
    sections: sections
      .filter((section, at) => at > 0 || section.nodes.length > 0)
      .map((section) => ({
        title: section.title,
        page: { ...body, children: [...section.nodes, ...notesOf(section.nodes, notes)] },
      })),
  };
}

/** What stands on the page, without the white space between its elements. */
function shown(body: ForeignElement): readonly ForeignNode[] {
  const html = body.children.find((child) => isElement(child, 'html'));
  const inside = typeof html === 'object' ? html.children : body.children;
  const real = inside.find((child) => isElement(child, 'body'));
  const nodes = typeof real === 'object' ? real.children : inside;
  return nodes.filter(
    (node) =>
      /\S/u.test(wordsOf(node)) ||
      (typeof node === 'object' && [...elementsOf(node)].some(({ name }) => name === 'img')),
  );
}

function isElement(node: ForeignNode, name: string): boolean {
  return typeof node === 'object' && node.name === name;
}

function isTitle(node: ForeignNode): boolean {
  return typeof node === 'object' && node.attributes.get('class') === 'MsoTitle';
}

function headingOf(node: ForeignNode): number | null {
  const level = typeof node === 'object' ? /^h([1-6])$/.exec(node.name)?.[1] : undefined;
  return level === undefined ? null : Number(level);
}

/** The title that a heading is; a longer one is cut here and stays whole in the text. */
function titleOf(node: ForeignNode): string {
  const line = lineOf(node);
  if (line.length <= LONGEST_TITLE) return line;
  return `${line.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function isLong(node: ForeignNode): boolean {
  return lineOf(node).length > LONGEST_TITLE;
}

function lineOf(node: ForeignNode): string {
  return wordsOf(node)
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

/** The converter puts all footnotes at the end of the page; each goes with the text that refers to it. */
function isNotes(node: ForeignNode): boolean {
  if (typeof node !== 'object' || node.name !== 'ol') return false;
  return node.children.some((item) => typeof item === 'object' && noteId(item) !== '');
}

function noteId(item: ForeignElement): string {
  return /^(?:foot|end)note-\d+$/.exec(item.attributes.get('id') ?? '')?.[0] ?? '';
}

function notesOf(
  nodes: readonly ForeignNode[],
  lists: readonly ForeignNode[],
): readonly ForeignNode[] {
  const hrefs = nodes.flatMap((node) =>
    typeof node === 'object'
      ? [...elementsOf(node)].map(({ attributes }) => attributes.get('href') ?? '')
      : [],
  );
  const asked = new Set(hrefs);
  return lists.flatMap((list) => {
    if (typeof list !== 'object') return [];
    const children = list.children.filter(
      (item) => typeof item === 'object' && asked.has(`#${noteId(item)}`),
    );
    return children.length === 0 ? [] : [{ ...list, children }];
  });
}
