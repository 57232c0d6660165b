import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { errorCodes } from '@cam-nang/contracts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../web/src/lib/api');

/** The error codes that the web's catalogues of a language have words for. */
function translated(language: string): Set<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith(`-texts-${language}.ts`));
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  return new Set(
    [...text.matchAll(/'([a-z_]+\.[a-z_]+)':\s*['"`]/g)].map(([, code]) => code ?? ''),
  );
}

describe.each(['vi', 'en'])('the words of errors in %s', (language) => {
  it('exist for every code of the closed list, and for no other', () => {
    expect(existsSync(folder)).toBe(true);
    const known = translated(language);
    expect(errorCodes.filter((code) => !known.has(code))).toEqual([]);
    // What the browser itself runs into has words as well, and no code of the server.
    const ofServer = [...known].filter((code) => !code.startsWith('network.'));
    expect(ofServer.filter((code) => !(errorCodes as string[]).includes(code))).toEqual([]);
  });
});
