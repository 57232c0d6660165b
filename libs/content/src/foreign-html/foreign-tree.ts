/** A page of somebody else as plain data: no DOM, so that browser and server read the same. */
export interface ForeignElement {
  /** Lower case, with the prefix of Word's own elements: `o:p`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ForeignNode[];
}

export type ForeignNode = string | ForeignElement;

/** How a parser's nodes are looked at; comments and the like are `null`. */
export interface ForeignSource<Node> {
  readonly look: (node: Node) => string | ForeignHead | null;
  readonly children: (node: Node) => Iterable<Node>;
}

export interface ForeignHead {
  readonly name: string;
  readonly attributes: Iterable<readonly [string, string]>;
}

/** Deeper than any writer nests; what is below stands on this level, so that no reader overflows. */
const DEEPEST = 150;

interface Growing extends ForeignElement {
  readonly children: ForeignNode[];
}

/** Copies what a parser made into plain data, without recursion and with a bound on its depth. */
export function foreignTree<Node>(root: Node, source: ForeignSource<Node>): ForeignElement {
  const top: Growing = { name: 'body', attributes: new Map(), children: [] };
  const open = [{ into: top, rest: source.children(root)[Symbol.iterator]() }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const next = level.rest.next();
    if (next.done === true) {
      open.pop();
      continue;
    }
    const seen = source.look(next.value);
    if (seen === null) continue;
    if (typeof seen === 'string') {
      level.into.children.push(seen);
      continue;
    }
    const into = open.length > DEEPEST ? level.into : grow(level.into, seen);
    open.push({ into, rest: source.children(next.value)[Symbol.iterator]() });
  }
  return top;
}

function grow(parent: Growing, { name, attributes }: ForeignHead): Growing {
  const child = { name: name.toLowerCase(), attributes: new Map(attributes), children: [] };
  parent.children.push(child);
  return child;
}

/** All words of an element, as they follow each other. */
export function wordsOf(node: ForeignNode): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('');
}

/** The elements of a subtree in reading order, itself included. */
export function* elementsOf(element: ForeignElement): Generator<ForeignElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** Its children that are elements. */
export function childElements(element: ForeignElement): readonly ForeignElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}
