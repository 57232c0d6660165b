import type { ApiProblem } from './problem.js';

/** Something that is fetched: on the way (neither), here (`data`), refused (`problem`), or old with a problem (both). */
export interface Loadable<T> {
  readonly data: T | undefined;
  readonly problem: ApiProblem | undefined;
  readonly reload: () => void;
}
