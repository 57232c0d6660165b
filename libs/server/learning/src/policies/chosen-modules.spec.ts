import { describe, expect, it } from '@jest/globals';
import type { ChoiceGroup } from '@cam-nang/domain';
import { chosenIn, isUndecided, requiredOf } from './chosen-modules.js';
import type { PlanModule, StudyPlan } from './study-plan.js';

const group = (choose: number): ChoiceGroup => ({
  code: 'TC',
  title: 'Tự chọn',
  titleEn: 'Electives',
  modules: ['e1', 'e2'],
  choose,
});

function plan(choose: number): StudyPlan {
  const module = (nodeId: string, kind: PlanModule['kind']) => ({ nodeId, kind }) as PlanModule;
  const modules = [module('c', 'compulsory'), module('e1', 'elective'), module('e2', 'elective')];
  return { editionId: 'e', groups: [group(choose)], modules, items: new Map() };
}

const NOTHING: ReadonlySet<string> = new Set();

describe('electives', () => {
  it('are all taken where there is nothing to choose', () => {
    expect(chosenIn(group(2), NOTHING)).toEqual(['e1', 'e2']);
    expect(isUndecided(group(2), NOTHING)).toBe(false);
    expect([...requiredOf(plan(2), NOTHING, new Map())]).toEqual(['c', 'e1', 'e2']);
  });

  it('are required as chosen, whatever else was studied', () => {
    const choices = new Set(['e2']);
    expect(isUndecided(group(1), choices)).toBe(false);
    expect([...requiredOf(plan(1), choices, new Map([['e1', 3]]))]).toEqual(['c', 'e2']);
  });

  it('are required by what was studied while nothing is chosen', () => {
    expect(isUndecided(group(1), NOTHING)).toBe(true);
    expect([...requiredOf(plan(1), NOTHING, new Map([['e2', 1]]))]).toEqual(['c', 'e2']);
  });
});
