import { describe, expect, it } from '@jest/globals';
import { nameProblem } from './file-names.mjs';

describe('names of files', () => {
  it.each([
    'libs/server/training/src/use-cases/open-cohort.ts',
    'libs/server/training/src/http/cohort.controller.ts',
    'libs/server/training/src/http/cohort.http.spec.ts',
    'apps/web/src/ui/button.tsx',
    'apps/web/vite.config.ts',
    '.ci/prepare.mjs',
  ])('takes %s', (path) => {
    expect(nameProblem(path)).toBeUndefined();
  });

  it.each([
    ['libs/domain/src/openCohort.ts', /kebab-case/],
    ['libs/domain/src/open_cohort.ts', /kebab-case/],
    ['libs/domain/src/Cohort/open.ts', /kebab-case/],
    ['libs/domain/src/open-cohort.service.ts', /suffixes/],
    ['libs/domain/src/utils/open.ts', /says nothing/],
    ['libs/domain/src/helpers.ts', /says nothing/],
  ])('refuses %s', (path, problem) => {
    expect(nameProblem(path)).toMatch(problem);
  });
});
