import type { ModuleKind } from '@cam-nang/domain';

export const MODULE_FORM_KINDS = ['compulsory', 'elective', 'assessment'] as const;
const HOURS = ['theory', 'discussion', 'practice'] as const;

/** What the form of a topic holds, typed as it was typed. */
export interface ModuleFormValues {
  readonly title: string;
  readonly code: string;
  readonly hours: Readonly<Record<(typeof HOURS)[number], number>>;
  readonly moduleKind: ModuleKind;
  readonly outcomes: readonly string[];
  readonly titleEn: string;
  readonly summary: string;
  readonly summaryEn: string;
}

export type ModuleFormError = 'title' | 'code' | (typeof HOURS)[number];

/** Reads the form of a topic; which fields cannot stay as they are. */
export function readModuleForm(data: FormData): {
  readonly values: ModuleFormValues;
  readonly errors: readonly ModuleFormError[];
} {
  const said = (name: string) => String(data.get(name) ?? '').trim();
  const count = (name: string) => (said(name) === '' ? Number.NaN : Number(said(name)));
  const hours = {
    theory: count('theory'),
    discussion: count('discussion'),
    practice: count('practice'),
  };
  const chosen = MODULE_FORM_KINDS.find((kind) => kind === said('moduleKind'));
  const values: ModuleFormValues = {
    title: said('title'),
    code: said('code'),
    hours,
    moduleKind: chosen ?? 'compulsory',
    outcomes: data.getAll('outcomes').map(String),
    titleEn: said('titleEn'),
    summary: said('summary'),
    summaryEn: said('summaryEn'),
  };
  const wrongHours = HOURS.filter((kind) => !Number.isInteger(hours[kind]) || hours[kind] < 0);
  const missing = (['title', 'code'] as const).filter((name) => values[name] === '');
  return { values, errors: [...missing, ...wrongHours] };
}
