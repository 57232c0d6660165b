/**
 * Bounds of one document. A long lesson of the sample course has about 400 nodes and 12,000
 * characters, so these are far from what anyone writes and near enough to keep every later step
 * (repair, diff, merge, rendering) quick.
 */
export const DOCUMENT_LIMITS = {
  /** Nested nodes below the document. */
  depth: 16,
  nodes: 12_000,
  /** Characters of all texts and attributes together. */
  characters: 300_000,
  /** Characters of one run of text. */
  run: 20_000,
  /** Columns of a table, spans counted. */
  columns: 20,
} as const;
