import { SnapshotError } from '@cam-nang/curriculum';
import * as z from 'zod/mini';

/** What `metadata.json` says of a snapshot. */
export interface SnapshotMetadata {
  readonly title: string | null;
  /** Whether the folder holds everything; else only what differs from the day before. */
  readonly whole: boolean;
  readonly removed: readonly string[];
}

const LONGEST_TITLE = 300;
const NO_PATHS = 'is no list of paths';

const titleSchema = z.string('is no text').check(
  z.trim(),
  z.minLength(1, 'is empty'),
  z.maxLength(LONGEST_TITLE, `has more than ${LONGEST_TITLE} characters`),
  z.refine((title) => !/[\p{Cc}\p{Cs}]/u.test(title), 'holds characters that cannot be shown'),
);

const schema = z.object({
  title: z.optional(titleSchema),
  mode: z.optional(z.literal('changes', { error: 'is "changes" or absent' })),
  removed: z.optional(z.array(z.string(NO_PATHS), NO_PATHS)),
});

/** Reads `metadata.json`; keys that mean nothing here are left alone. @throws SnapshotError by line */
export function metadataOf(text: string, place: string): SnapshotMetadata {
  const parsed = schema.safeParse(jsonOf(text, place));
  if (!parsed.success) throw refusal(parsed.error.issues[0], text, place);
  const { title, mode, removed = [] } = parsed.data;
  const paths = removed.map((path) => path.normalize('NFC').replace(/^(?:\.\/)+/, ''));
  const whole = mode === undefined;
  return {
    title: title?.normalize('NFC') ?? null,
    whole,
    removed: whole ? [] : [...new Set(paths)],
  };
}

function refusal(issue: z.core.$ZodIssue | undefined, text: string, place: string): SnapshotError {
  const key = String(issue?.path[0] ?? '');
  if (key === '') return new SnapshotError(place, 'is no JSON object');
  return new SnapshotError(
    `${place}:${lineOf(text, text.indexOf(`"${key}"`))}`,
    `"${key}": ${issue?.message ?? ''}`,
  );
}

/** A title by the same rules, from wherever; null with the reason when it can be none. */
export function titleOf(text: string): { title: string } | { title: null; reason: string } {
  const parsed = titleSchema.safeParse(text);
  if (parsed.success) return { title: parsed.data.normalize('NFC') };
  return { title: null, reason: parsed.error.issues[0]?.message ?? '' };
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = /position (\d+)/.exec(message)?.[1];
    const line = at === undefined ? lineOf(text, text.length) : lineOf(text, Number(at));
    throw new SnapshotError(`${place}:${line}`, `is no JSON (${message})`);
  }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, Math.max(0, at)).split('\n').length;
}
