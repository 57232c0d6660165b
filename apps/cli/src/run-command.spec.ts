import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@cam-nang/platform';
import { UsageError, type Command } from './command.js';
import { runCommand } from './run-command.js';

const greet: Command = {
  name: 'greet',
  summary: 'Say hello',
  options: { loud: { type: 'boolean' } },
  run({ options, words, say }) {
    if (words[0] === undefined) throw new UsageError('Whom?');
    if (words[0] === 'settings') throw new ConfigError(['PORT: wrong']);
    if (words[0] === 'bug') throw new Error('it broke');
    say(options['loud'] === true ? `HELLO ${words[0]}` : `hello ${words[0]}`);
    return Promise.resolve(words[0] === 'nobody' ? 3 : undefined);
  },
};

async function run(...words: string[]) {
  const [said, complaints]: [string[], string[]] = [[], []];
  const code = await runCommand([greet], words, {
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
    environment: {},
  });
  return { code, said: said.join('\n'), complaints: complaints.join('\n') };
}

describe('a command', () => {
  it('is found by its name and given its options', async () => {
    expect(await run('greet', 'An', '--loud')).toMatchObject({ code: 0, said: 'HELLO An' });
    expect((await run('greet', 'nobody')).code).toBe(3);
  });

  it('is listed when none is named', async () => {
    expect((await run()).said).toContain('greet  Say hello');
  });

  it.each([
    [['nope'], 2, 'There is no command nope'],
    [['greet'], 2, 'Whom?'],
    [['greet', '--wrong'], 2, 'Unknown option'],
    [['greet', 'settings'], 78, 'PORT: wrong'],
    [['greet', 'bug'], 1, 'it broke'],
  ])('answers %j with %d', async (words, code, complaint) => {
    const ended = await run(...words);
    expect(ended.code).toBe(code);
    expect(ended.complaints).toContain(complaint);
  });
});
