import 'reflect-metadata';
import { commands } from './commands.js';
import { runCommand } from './run-command.js';

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  environment: process.env,
});
