import { shortHash } from '../../ids/derived-ids.js';

/** A part of a question that has an id already. */
export interface IdentifiedText {
  readonly id: string;
  readonly text: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SIMILAR = 0.55;

/**
 * Ids for the parts of a question (options, items, gaps): what the edition before already had keeps
 * its id, equal words first, then the most similar; the rest get the next free numbers. Numbers
 * follow the order in the file, or with `scatter` an order that the words alone decide: the ids of
 * an ordering question must not count along its key.
 */
export function keepIds(
  prefix: string,
  texts: readonly string[],
  before: readonly IdentifiedText[],
  scatter: string | null = null,
): readonly string[] {
  const ids = new Map<number, string>();
  const free = new Map(before.map(({ id, text }) => [id, text]));
  keepEqual(texts, free, ids);
  keepSimilar(texts, free, ids);
  let next = 1 + Math.max(0, ...before.map(({ id }) => Number(id.slice(prefix.length)) || 0));
  for (const index of orderOfNaming(texts, scatter)) {
    if (!ids.has(index)) ids.set(index, `${prefix}${next++}`);
  }
  return texts.map((_text, index) => ids.get(index) ?? '');
}

function keepEqual(
  texts: readonly string[],
  free: Map<string, string>,
  ids: Map<number, string>,
): void {
  texts.forEach((text, index) => {
    const found = [...free].find(([, before]) => before === text);
    if (found === undefined) return;
    ids.set(index, found[0]);
    free.delete(found[0]);
  });
}

function keepSimilar(
  texts: readonly string[],
  free: Map<string, string>,
  ids: Map<number, string>,
): void {
  const pairs = texts.flatMap((text, index) =>
    ids.has(index)
      ? []
      : [...free].map(([id, before]) => ({ index, id, score: similarity(text, before) })),
  );
  for (const { index, id, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < SIMILAR || ids.has(index) || !free.has(id)) continue;
    ids.set(index, id);
    free.delete(id);
  }
}

function similarity(a: string, b: string): number {
  const left = a.match(WORD) ?? [];
  const right = [...(b.match(WORD) ?? [])];
  const total = left.length + right.length;
  let common = 0;
  for (const word of left) {
    const at = right.indexOf(word);
    if (at < 0) continue;
    right.splice(at, 1);
    common += 1;
  }
  return total === 0 ? 0 : (2 * common) / total;
}

function orderOfNaming(texts: readonly string[], scatter: string | null): readonly number[] {
  const indexes = texts.map((_text, index) => index);
  if (scatter === null) return indexes;
  const rank = texts.map((text) => shortHash(`${scatter}\n${text}`));
  return indexes.sort((a, b) => ((rank[a] ?? '') < (rank[b] ?? '') ? -1 : 1));
}
