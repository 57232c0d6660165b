import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { classNames, cssModules, declaration, declarationPath } from './css-types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the declarations of CSS modules', () => {
  it('are up to date (mend them with npm run css-types)', () => {
    const stale = cssModules(root).filter((path: string) => {
      const target = declarationPath(path);
      return (
        !existsSync(target) ||
        readFileSync(target, 'utf8') !== declaration(readFileSync(path, 'utf8'))
      );
    });
    expect(stale).toEqual([]);
  });

  it('hold every class and nothing else', () => {
    const css =
      '/* .not */ .a.b > .c:hover { width: .5rem; background: url("./x.svg") } :global(.d) .e {}';
    expect(classNames(css)).toEqual(['a', 'b', 'c', 'e']);
  });
});
