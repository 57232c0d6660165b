import type { Hours } from '@cam-nang/domain';

export const HOUR_KINDS = ['practice', 'discussion', 'theory'] as const;
export type HourKind = (typeof HOUR_KINDS)[number];

interface ModuleLine {
  readonly nodeId: string;
  readonly code: string | null;
  readonly moduleKind: 'compulsory' | 'elective' | 'assessment' | null;
  readonly hours: Hours | null;
  readonly change?: string | undefined;
}

/** One way to make the hours fit: a module's hours of one kind, before and after. */
export interface HourSuggestion {
  readonly nodeId: string;
  readonly code: string;
  readonly kind: HourKind;
  readonly from: number;
  readonly to: number;
}

const MOST = 3;

/**
 * Ways to make every path fit by changing one module on all paths: modules that the request already
 * touches first, then those with the most hours. A kind of hours is never used up. Empty when the
 * paths differ from what is needed by different amounts, or fit.
 */
export function hourSuggestions(
  modules: readonly ModuleLine[],
  paths: readonly { readonly difference: number }[],
): readonly HourSuggestion[] {
  const [difference] = new Set(paths.map((path) => path.difference));
  const same = paths.every((path) => path.difference === difference);
  if (difference === undefined || difference === 0 || !same) return [];
  return modules
    .filter((module) => module.moduleKind !== 'elective' && module.change !== 'deleted')
    .sort((a, b) => weight(b) - weight(a))
    .flatMap((module) => suggestionFor(module, difference))
    .slice(0, MOST);
}

function weight({ change, hours }: ModuleLine): number {
  const touched = change === 'changed' || change === 'changed_and_moved' || change === 'new';
  return (touched ? 100 : 0) + (hours === null ? 0 : totalOf(hours));
}

function totalOf({ theory, discussion, practice }: Hours): number {
  return theory + discussion + practice;
}

function suggestionFor(module: ModuleLine, difference: number): readonly HourSuggestion[] {
  const { hours, nodeId, code } = module;
  if (hours === null || code === null) return [];
  const [kind] = [...HOUR_KINDS].sort((a, b) => hours[b] - hours[a]);
  if (kind === undefined) return [];
  const from = hours[kind];
  const to = from - difference;
  return to >= 1 ? [{ nodeId, code, kind, from, to }] : [];
}
