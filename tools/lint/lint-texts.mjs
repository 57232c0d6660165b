/**
 * Lints texts as if they were files of the repository: reads `[{ filePath, code }]` as JSON from the standard
 * input and prints one list of `{ rule, message }` for each. A process of its own, because the linter loads its
 * settings as a module, which a test runner's sandbox does not allow.
 */
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });
const answers = [];
for (const { filePath, code } of await json(process.stdin)) {
  const [result] = await eslint.lintText(code, { filePath });
  answers.push((result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId, message })));
}
process.stdout.write(JSON.stringify(answers));
