import { list, located, record, type Decoder } from '../yaml/decoder.js';
import { choice, date, text } from '../yaml/scalars.js';

const reason = record(
  { path: located(text), reason: text, reasonEn: text },
  { proposedBy: text, proposal: text },
);

/** The decision that an edition is issued by. */
export const decisionRecord = record({ number: text, signedOn: date, title: text, titleEn: text });

/** `changes.yaml`: what an edition changes in the one before it, by which decision and why. */
export const changesFile = record({
  edition: located(text),
  base: located(text),
  kind: choice(['erratum', 'amendment']),
  force: date,
  decision: decisionRecord,
  added: list(located(text)),
  replaced: list(located(text)),
  removed: list(located(text)),
  reasons: list(reason),
});

export type ChangesFile = typeof changesFile extends Decoder<infer T> ? T : never;
