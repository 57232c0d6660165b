import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Clock, Keys, type Config } from '@cam-nang/platform';
import { HeadsFile } from './heads-file.js';

class CountingKeys extends Keys {
  verified = 0;

  override verify(...words: Parameters<Keys['verify']>): boolean {
    this.verified++;
    return super.verify(...words);
  }
}

let folder: string;
let keys: CountingKeys;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heads-'));
  keys = new CountingKeys({ NODE_ENV: 'test', SECRETS_DIR: join(folder, 'secrets') } as Config);
});
afterEach(() => rmSync(folder, { recursive: true }));

function headsFile(): HeadsFile {
  return new HeadsFile({ HEADS_DIR: join(folder, 'heads') } as Config, keys, new Clock());
}

const head = (chain: string, seq: number) => ({ chain, seq, hash: `${chain}-${seq}` });

async function newestOf(file: HeadsFile): Promise<string[]> {
  return [...(await file.newest()).values()].map(({ hash }) => hash).sort();
}

it('looks at every signature once, however often it is asked and whoever appended', async () => {
  const [mine, other] = [headsFile(), headsFile()];
  expect(await newestOf(mine)).toEqual([]);
  for (let seq = 1; seq <= 20; seq++) {
    await mine.append([head('a', seq)]);
    if (seq % 5 === 0) await other.append([head('b', seq)]);
    await mine.newest();
    expect(await newestOf(mine)).toEqual(
      seq < 5 ? [`a-${seq}`] : [`a-${seq}`, `b-${seq - (seq % 5)}`],
    );
  }
  expect(keys.verified).toBe(24);
  expect(await mine.read()).toHaveLength(24);
});

it('believes nothing it read before when the file is another, shorter or gone', async () => {
  const file = headsFile();
  await file.append([head('a', 1), head('b', 1)]);
  await file.append([head('a', 2)]);
  expect(await newestOf(file)).toEqual(['a-2', 'b-1']);
  const text = readFileSync(file.path, 'utf8');
  const [first = ''] = text.split('\n');
  writeFileSync(file.path, `${first}\n`);
  expect(await newestOf(file)).toEqual(['a-1']);
  writeFileSync(file.path, text);
  expect(await newestOf(file)).toEqual(['a-2', 'b-1']);
  writeFileSync(file.path, text.replace('"seq":2', '"seq":3'));
  expect(await newestOf(file)).toEqual(['a-1', 'b-1']);
  rmSync(file.path);
  expect(await newestOf(file)).toEqual([]);
});

it('leaves a line out that a crash broke off, and cuts it off, however long it is', async () => {
  const file = headsFile();
  await file.append([head('a', 1)]);
  await file.newest();
  const whole = readFileSync(file.path, 'utf8');
  writeFileSync(file.path, whole + '{"chain":"a",'.repeat(2000));
  expect(await newestOf(file)).toEqual(['a-1']);
  await file.append([head('a', 2)]);
  expect(await newestOf(file)).toEqual(['a-2']);
  expect(await file.read()).toHaveLength(2);
  writeFileSync(file.path, 'nothing that ends');
  await file.append([head('a', 3)]);
  expect((await file.read()).map((line) => 'head' in line && line.head.seq)).toEqual([3]);
});
