import { LEGAL_EFFECTS, LEGAL_KINDS } from '@cam-nang/domain';
import type { addLegalChange, RequestOf } from '@cam-nang/contracts';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import type { LegalFacts } from '../../kit/legal/legal-types.js';

type Change = RequestOf<typeof addLegalChange>['body'];

/** Words for what is wrong with a field stand in the messages under the same key. */
const REASONS = [
  'needed',
  'dateWrong',
  'linkWrong',
  'in_future',
  'not_after',
  'number_missing',
  'taken',
  'change_outside',
  'itself',
  'circle',
  'not_in_register',
  'replaced_already',
  'recorded_already',
  'before_force',
  'after_end',
  'fieldWrong',
] as const;

export type Wrong = (typeof REASONS)[number];
export type Errors = Readonly<Partial<Record<string, Wrong>>>;

export type Reading<T> =
  | { readonly body: T; readonly errors?: undefined }
  | { readonly body?: undefined; readonly errors: Errors };

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A day that may be left out: null for nothing typed, undefined for what is no day. */
function dayOf(data: FormData, name: string): string | null | undefined {
  const typed = textOf(data, name);
  return typed === '' ? null : parseTypedDate(typed);
}

function oneOf<T extends string>(list: readonly T[], value: string): T | undefined {
  return list.find((one) => one === value);
}

const NEEDED = ['number', 'issuer', 'title', 'citedAs'] as const;
const DAYS = ['signedOn', 'inForceFrom', 'inForceTo'] as const;

/** Reads the form of a document. */
export function readFacts(data: FormData): Reading<LegalFacts> {
  const [signedOn, inForceFrom, inForceTo] = DAYS.map((name) => dayOf(data, name));
  const sourceUrl = textOf(data, 'sourceUrl');
  const missing = NEEDED.filter((name) => textOf(data, name) === '');
  const noDays = DAYS.filter((name) => dayOf(data, name) === undefined);
  const noLink = sourceUrl !== '' && !/^https?:\/\/[^\s/]+\.[^\s/]+/.test(sourceUrl);
  const errors: Errors = Object.fromEntries([
    ...missing.map((name) => [name, 'needed'] as const),
    ...noDays.map((name) => [name, 'dateWrong'] as const),
    ...(noLink ? [['sourceUrl', 'linkWrong'] as const] : []),
  ]);
  if (Object.keys(errors).length > 0) return { errors };
  return {
    body: {
      kind: oneOf(LEGAL_KINDS, textOf(data, 'kind')) ?? 'other',
      number: textOf(data, 'number'),
      issuer: textOf(data, 'issuer'),
      title: textOf(data, 'title'),
      citedAs: textOf(data, 'citedAs'),
      signedOn: signedOn ?? null,
      inForceFrom: inForceFrom ?? null,
      inForceTo: inForceTo ?? null,
      sourceUrl: sourceUrl === '' ? null : sourceUrl,
    },
  };
}

/** Reads the form of a change; `byId` comes from the picker. */
export function readChange(data: FormData, byId: string | undefined): Reading<Change> {
  const from = dayOf(data, 'from');
  const effect = oneOf(LEGAL_EFFECTS, textOf(data, 'effect')) ?? 'replaces';
  if (byId === undefined || from === null || from === undefined) {
    return {
      errors: {
        ...(byId === undefined ? { byId: 'needed' } : {}),
        ...(from === null ? { from: 'needed' } : {}),
        ...(from === undefined ? { from: 'dateWrong' } : {}),
      },
    };
  }
  return { body: { byId, effect, from, scope: textOf(data, 'scope') } };
}

/** What the server said of fields; empty when it said nothing of any. */
export function errorsOf(problem: ApiProblem | undefined): Errors {
  const fields = problem?.fields ?? [];
  return Object.fromEntries(
    fields.map(({ path, code }) => [path, oneOf(REASONS, code) ?? 'fieldWrong'] as const),
  );
}
