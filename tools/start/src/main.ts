import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { seededBugsCommand } from './seeded-bugs/seeded-bugs-command.js';
import { runCliByHand } from './start/run-cli.js';
import { startCommand } from './start/start-command.js';
import { testCommand } from './test/test-command.js';

type Command = (root: string, args: readonly string[]) => Promise<number>;

/** Commands of `apps/cli` that people run by hand: each works on the data of `npm start`. */
const CLI_COMMANDS = [
  'migrate',
  'seed',
  'first-code',
  'verify:register',
  'verify:curriculum',
  'import:history',
  'export:as-of',
  'diff:editions',
];

const COMMANDS: Record<string, Command> = {
  start: startCommand,
  test: testCommand,
  'seeded-bugs': seededBugsCommand,
  bench: (root, args) => runCompiled(root, 'bench/dist/main.js', args),
  'bench:phone': (root, args) => runCompiled(root, 'bench/dist/phone/main.js', args),
  chaos: (root, args) => runCompiled(root, 'bench/dist/chaos/main.js', args),
  screens: (root, args) => runCompiled(root, 'apps/web-e2e/dist/screens.js', args),
  journeys: (root, args) => runCompiled(root, 'apps/web-e2e/dist/main.js', args),
  ...Object.fromEntries(
    CLI_COMMANDS.map((name): [string, Command] => [
      name,
      (root, args) => runCliByHand(root, name, args),
    ]),
  ),
};

/**
 * Runs a command by its name; `bootstrap.mjs` has installed and built what it needs.
 * @returns the exit code
 */
export async function run(root: string, name: string, args: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) {
    console.error(`There is no command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}.`);
    return 1;
  }
  return command(root, args);
}

/** A compiled program that starts what it needs by itself. */
async function runCompiled(root: string, file: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
