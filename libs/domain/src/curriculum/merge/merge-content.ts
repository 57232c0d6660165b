import type { HashFunction } from '../../shared/bytes.js';
import type { JsonRecord } from '../diff/field-changes.js';
import type { VersionNode } from '../diff/tree-diff-model.js';
import type { RichNode } from '../rich-node.js';
import { mergeDocuments, type BlockResolution } from './merge-documents.js';
import { conflictTriple, decisionFor } from './merge-model.js';
import type {
  ConflictSubject,
  ConflictValue,
  MergedContent,
  NodeConflict,
  NodeNote,
  NodeResolution,
} from './merge-nodes-model.js';
import { mergeAtom, mergeRecords, type FieldConflict } from './merge-values.js';

/** What the merge of contents needs from outside. */
export interface ContentMergeOptions {
  readonly hash: HashFunction;
  /** The text of a revision that both sides changed. */
  readonly documentOf: (revisionId: string) => RichNode | null;
  readonly resolutions: readonly NodeResolution[];
  readonly isSound?: (document: RichNode) => boolean;
}

/** A node's content with what is to be decided about it. */
export interface ContentMerge {
  readonly content: MergedContent;
  readonly conflicts: readonly NodeConflict[];
  readonly notes: readonly NodeNote[];
}

/** A node on both sides, and what they come from: nothing where both brought it in under one id. */
export interface ThreeNodes {
  readonly base: VersionNode | undefined;
  readonly ours: VersionNode;
  readonly theirs: VersionNode;
}

/** How a text was spelled in the file it came from is true of no merged text. */
const OF_ONE_TEXT: ReadonlySet<string> = new Set(['markdown']);

/** Merges a node that both sides changed: title, settings field by field, text block by block. */
export function mergeContent(three: ThreeNodes, options: ContentMergeOptions): ContentMerge {
  const { base, ours } = three;
  if (ours.kind === 'question') return mergeQuestion(three, options);
  const title = mergeAtom(base?.title ?? '', ours.title, three.theirs.title);
  const meta = mergeRecords(settings(base), settings(three.ours), settings(three.theirs));
  const fields: readonly FieldConflict[] = [
    ...(title.conflict ? [titleConflict(three)] : []),
    ...meta.conflicts.map((conflict) => ({ ...conflict, path: ['meta', ...conflict.path] })),
  ];
  const text = mergeText(three, options);
  const open: NodeConflict[] = [];
  let fieldsOf: JsonRecord = { title: title.value, meta: meta.record };
  for (const field of fields) {
    const conflict = fieldConflict(ours.nodeId, field, options.hash);
    const value = decidedValue(conflict, options.resolutions);
    if (value === undefined) open.push(conflict);
    else fieldsOf = withField(fieldsOf, field.path, value);
  }
  const content: MergedContent = {
    from: 'merged',
    title: String(fieldsOf['title']),
    meta: fieldsOf['meta'] as JsonRecord,
    doc: text.doc,
  };
  return { content, conflicts: [...open, ...text.conflicts], notes: text.notes };
}

function settings(node: VersionNode | undefined): JsonRecord {
  const entries = Object.entries(node?.meta ?? {});
  return Object.fromEntries(entries.filter(([key]) => !OF_ONE_TEXT.has(key)));
}

function titleConflict({ base, ours, theirs }: ThreeNodes): FieldConflict {
  return { path: ['title'], base: base?.title, ours: ours.title, theirs: theirs.title };
}

function fieldConflict(nodeId: string, field: FieldConflict, hash: HashFunction): NodeConflict {
  const { path, base, ours, theirs } = field;
  return nodeConflict(nodeId, `field ${path.join('.')}`, { kind: 'field', path }, hash, {
    base: base ?? null,
    ours: ours ?? null,
    theirs: theirs ?? null,
  });
}

function nodeConflict(
  nodeId: string,
  name: string,
  subject: ConflictSubject,
  hash: HashFunction,
  values: Readonly<Record<'base' | 'ours' | 'theirs', ConflictValue>>,
): NodeConflict {
  return {
    id: `${nodeId} ${name}`,
    nodeId,
    subject,
    ...values,
    triple: conflictTriple(values, hash),
  };
}

/** The value that was decided on; undefined while nothing is. Both values of a field cannot be kept. */
function decidedValue(
  conflict: NodeConflict,
  resolutions: readonly NodeResolution[],
): ConflictValue | undefined {
  const decision = decisionFor(resolutions, conflict);
  if (decision === null || decision.choice === 'both') return undefined;
  return decision.choice === 'written' ? decision.written : conflict[decision.choice];
}

function withField(record: JsonRecord, path: readonly string[], value: ConflictValue): JsonRecord {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return { ...record, [key]: value as JsonRecord[string] };
  const inner = (record[key] ?? {}) as JsonRecord;
  return { ...record, [key]: withField(inner, rest, value) };
}

/** Strict: stem, options, key and feedback of a question belong together. */
function mergeQuestion(three: ThreeNodes, options: ContentMergeOptions): ContentMerge {
  const { base, ours } = three;
  const valueOf = ({ title, meta }: VersionNode) => ({ title, meta });
  const values = {
    base: base === undefined ? null : valueOf(base),
    ours: valueOf(three.ours),
    theirs: valueOf(three.theirs),
  };
  const subject = { kind: 'question' } as const;
  const conflict = nodeConflict(ours.nodeId, 'question', subject, options.hash, values);
  const decision = decisionFor(options.resolutions, conflict);
  if (decision?.choice === 'ours' || decision?.choice === 'theirs') {
    const side = decision.choice;
    return { content: { from: side, node: three[side] }, conflicts: [], notes: [] };
  }
  if (decision?.choice === 'written') {
    const { title, meta } = decision.written as unknown as Pick<VersionNode, 'title' | 'meta'>;
    return { content: { from: 'merged', title, meta, doc: null }, conflicts: [], notes: [] };
  }
  const content: MergedContent =
    base === undefined ? { from: 'ours', node: ours } : { from: 'base', node: base };
  return { content, conflicts: [conflict], notes: [] };
}

const EMPTY: RichNode = { type: 'doc' };

function mergeText(three: ThreeNodes, options: ContentMergeOptions) {
  const { base, ours, theirs } = three;
  const { nodeId } = ours;
  const docHashOf = (node: VersionNode | undefined) => node?.docHash ?? null;
  if ([base, ours, theirs].every((node) => docHashOf(node) === null)) {
    return { doc: null, conflicts: [], notes: [] };
  }
  const textOf = (node: VersionNode | undefined) =>
    (node === undefined || node.docHash === null ? null : options.documentOf(node.revisionId)) ??
    EMPTY;
  const prefix = `${nodeId} block `;
  const resolutions = options.resolutions
    .filter(({ id }) => id.startsWith(prefix))
    .map((one) => ({ ...one, id: one.id.slice(prefix.length) }) as BlockResolution);
  const { hash, isSound } = options;
  const merged = mergeDocuments(textOf(base), textOf(ours), textOf(theirs), {
    hash,
    resolutions,
    ...(isSound && { isSound }),
  });
  const conflicts = merged.conflicts.map(({ id, layers, triple, ...texts }): NodeConflict => {
    const subject = { kind: 'block' as const, blockId: id, layers };
    return { id: prefix + id, nodeId, subject, ...texts, triple };
  });
  const notes = merged.notes.map((note) => ({ ...note, nodeId }));
  return { doc: merged.document, conflicts, notes };
}
