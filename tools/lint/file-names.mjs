import { relative } from 'node:path';

/** The closed list of what a file can be, after its name: `open-cohort.spec.ts`. */
export const SUFFIXES = [
  'controller',
  'presenter',
  'policy',
  'query',
  'entity',
  'repository',
  'job',
  'handler',
  'event',
  'factory',
  'contract',
  'module',
  'facade',
  'db',
  'http',
  'spec',
  'config',
  'd',
  'css',
];

const WORD = '[a-z0-9]+(?:-[a-z0-9]+)*';
const FILE = new RegExp(`^${WORD}(?:\\.(?:${SUFFIXES.join('|')}))*\\.(?:ts|tsx|mjs)$`);
const FOLDER = new RegExp(`^\\.?${WORD}$`);

/** Names under which everything ends up that nobody found a place for. */
const DUMPS = /^(?:utils?|helpers?|common|misc|shared-utils)$/;

/** What is wrong with a path below the repository's root, or `undefined`. @param {string} path */
export function nameProblem(path) {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  for (const folder of folders) {
    if (DUMPS.test(folder))
      return `A folder "${folder}" says nothing: name it after what is in it.`;
    if (!FOLDER.test(folder)) return `Folder "${folder}" is not in kebab-case.`;
  }
  if (DUMPS.test(file.split('.')[0] ?? ''))
    return `"${file}" says nothing: name it after what it does.`;
  if (!FILE.test(file)) {
    return `File "${file}" is not in kebab-case with one of the known suffixes (tools/lint/file-names.mjs).`;
  }
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const fileNames = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    return {
      Program(node) {
        const path = relative(context.cwd, context.filename).replaceAll('\\', '/');
        const problem = nameProblem(path);
        if (problem !== undefined) context.report({ node, message: problem });
      },
    };
  },
};
