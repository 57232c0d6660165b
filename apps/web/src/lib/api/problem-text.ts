import { catalogue, translate, useMessages } from '../i18n/catalogue.js';
import type { ApiProblem, ProblemCode } from './problem.js';
import { problemTexts } from './problem-texts.vi.js';

const texts = catalogue(problemTexts, () =>
  import('./problem-texts.en.js').then((file) => file.problemTexts),
);

/** The words for a problem, in the language of the screens: `const say = useProblemText(); say(problem)`. */
export function useProblemText(): (problem: ApiProblem | ProblemCode) => string {
  const { t } = useMessages(texts);
  return (problem) => t(typeof problem === 'string' ? problem : problem.code);
}

/** The same outside components. */
export function problemText(code: ProblemCode): string {
  return translate(texts)(code);
}
