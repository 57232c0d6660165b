import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { normalArticle } from '@cam-nang/content/course-format';
import { CurriculumModule, type EditionDiff } from '@cam-nang/curriculum';
import { makeSmallCourse } from '@cam-nang/curriculum/testing';
import { makeSmallCountry } from '@cam-nang/identity/testing';
import { CONFIG, type Config } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import fc from 'fast-check';
import pg from 'pg';
import { commands } from '../commands.js';
import { runCommand } from '../run-command.js';

let app: TestApp;
let client: pg.Client;
let work: string;
let folders = 0;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'history-'));
  app = await buildApp({ modules: [CurriculumModule] });
  const { province } = await makeSmallCountry(app);
  await makeSmallCourse(app, { ownerUnitId: province });
  client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await app.close();
  rmSync(work, { recursive: true });
});

type Files = Readonly<Record<string, string | Buffer>>;

function newFolder(): string {
  return join(work, `f${++folders}`);
}

function write(folder: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function cli(...words: string[]) {
  const [said, complaints]: [string[], string[]] = [[], []];
  const { HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL } = app.get<Config>(CONFIG);
  const environment = { NODE_ENV: 'test', HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL };
  const code = await runCommand(commands, words, {
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
    environment,
  });
  return { code, said, complaints, text: [...said, ...complaints].join('\n') };
}

function filesOf(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below + entry.name;
    if (entry.isDirectory()) Object.assign(found, filesOf(folder, `${path}/`));
    else found[path] = readFileSync(join(folder, path), 'utf8');
  }
  return found;
}

async function asOf(code: string, date: string): Promise<Record<string, string>> {
  const target = newFolder();
  const result = await cli('export:as-of', code, date, target);
  if (result.code !== 0) throw new Error(result.text);
  return filesOf(target);
}

async function diff(code: string, from: string, to: string): Promise<EditionDiff> {
  const { said } = await cli('diff:editions', code, from, to);
  return JSON.parse(said.join('\n')) as EditionDiff;
}

async function rowCounts(): Promise<Record<string, number>> {
  const tables = [
    'node',
    'node_revision',
    'blob',
    'member',
    'commit_change',
    'line_commit',
    'edition',
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${table}`);
    counts[table] = Number(rows[0]?.n);
  }
  return counts;
}

/** Snapshots over few paths, so that articles go, come back and change often. */
const PATHS = ['a.md', 'I/1.md', 'I/2.md', 'I/10.md', 'II/x/1.md', 'Ⅲ Đất đai/§ 5 (mới).md'];
const TEXTS = [
  '# Điều 1\n\nNăm ngày.',
  '- một\n- hai  \n',
  '| a |\n|---|\n| b |',
  '```\nx\n```',
  '',
];

const history = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(...TEXTS)), { maxLength: 5 }),
  { minLength: 2, maxLength: 5 },
);

describe('import:history and export:as-of', () => {
  it('give every day back as it was, for whole snapshots and for differences alike', async () => {
    let course = 0;
    const day = (index: number) => `2020-01-0${index + 1}`;
    await fc.assert(
      fc.asyncProperty(history, async (days) => {
        const [whole, changes] = [newFolder(), newFolder()];
        let before: Record<string, string> = {};
        days.forEach((entries, index) => {
          const files = Object.fromEntries(entries);
          mkdirSync(join(whole, day(index)), { recursive: true });
          write(join(whole, day(index)), files);
          const removed = Object.keys(before).filter((path) => !(path in files));
          const differing = Object.entries(files).filter(([path, text]) => before[path] !== text);
          const metadata = JSON.stringify({ mode: 'changes', removed });
          write(join(changes, day(index)), {
            ...Object.fromEntries(differing),
            'metadata.json': metadata,
          });
          before = files;
        });
        const [one, two] = [`W${++course}`, `C${course}`];
        expect(await cli('import:history', whole, '--code', one)).toMatchObject({ code: 0 });
        expect(await cli('import:history', changes, '--code', two)).toMatchObject({ code: 0 });
        for (const [index, entries] of days.entries()) {
          const expected = Object.fromEntries(
            Object.entries(Object.fromEntries(entries)).map(([path, text]) => [
              path,
              normalArticle(text),
            ]),
          );
          expect(await asOf(one, day(index))).toEqual(expected);
          expect(await asOf(two, day(index))).toEqual(expected);
        }
      }),
      { numRuns: 6 },
    );
    expect(await cli('verify:curriculum')).toMatchObject({ code: 0 });
  }, 120_000);

  it('costs rows only for what changed, and nothing when it runs again', async () => {
    const folder = newFolder();
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`k${n % 3}/${n}.md`, `# Điều ${n}\n\nChữ ${n}.\n`]),
    );
    write(join(folder, '2021-01-01'), many);
    await cli('import:history', folder, '--code', 'ROWS');
    const first = await rowCounts();
    write(join(folder, '2021-02-01'), { ...many, 'k1/1.md': '# Điều 1\n\nChữ một.\n' });
    write(join(folder, '2021-03-01'), { ...many, 'k1/1.md': '# Điều 1\n\nChữ một.\n' });
    const { text } = await cli('import:history', folder, '--code', 'ROWS');
    expect(text).toMatch(/2021-02-01 {2}edition 2.0 {2}\+0 ~1 -0/);
    const second = await rowCounts();
    const grown = Object.fromEntries(
      Object.entries(second).map(([table, count]) => [table, count - (first[table] ?? 0)]),
    );
    // The article, and in the list of changes its chapter and the root; the third day only an edition.
    expect(grown).toEqual({
      node: 0,
      node_revision: 1,
      blob: 2,
      member: 1,
      commit_change: 3,
      line_commit: 1,
      edition: 2,
    });
    const again = await cli('import:history', folder, '--code', 'ROWS');
    expect(again.text).toMatch(/0 editions imported, 3 were there already/);
    expect(await rowCounts()).toEqual(second);
  }, 60_000);

  it('follows an article that goes, comes back and changes its chapter', async () => {
    const folder = newFolder();
    const [one, two] = ['# Một\n\nMột hai ba.\n', '# Hai\n\nBốn năm.\n'];
    write(join(folder, '2022-01-01'), { 'I/1.md': one, 'I/2.md': two });
    write(join(folder, '2022-02-01'), { 'I/2.md': two });
    write(join(folder, '2022-03-01'), { 'I/1.md': one, 'II/2.md': two });
    write(join(folder, '2022-04-01'), { 'I/1.md': one.replace('hai', 'mười'), 'II/3.md': two });
    await cli('import:history', folder, '--code', 'GOES');
    const back = await diff('GOES', '1', '2022-03-15');
    const named = ({ diff: { nodes }, paths }: EditionDiff) =>
      nodes.map(({ nodeId, status }) => `${status} ${paths[nodeId] ?? ''}`).sort();
    expect(named(back)).toEqual(['added II/', 'added II/2.md', 'removed I/2.md']);
    const last = await diff('GOES', '3.0', '4');
    expect(named(last)).toEqual(['added II/3.md', 'changed I/1.md', 'removed II/2.md']);
    const changed = last.diff.nodes.find(({ status }) => status === 'changed');
    expect(changed?.document?.counts.words).toEqual({ inserted: 1, deleted: 1 });
    expect(Object.keys(await asOf('GOES', '2030-01-01'))).toEqual(['I/1.md', 'II/3.md']);
    expect((await cli('export:as-of', 'GOES', '2021-12-31', newFolder())).code).toBe(1);
  }, 60_000);

  it('takes the title of the day, and the code from the title', async () => {
    const folder = newFolder();
    const titled = (title: string) => JSON.stringify({ title });
    write(join(folder, '2023-01-01'), {
      '1.md': 'a',
      'metadata.json': titled('Luật Đất đai 2023'),
    });
    write(join(folder, '2023-02-01'), {
      '1.md': 'a',
      'metadata.json': titled('Luật Đất đai (mới)'),
    });
    expect((await cli('import:history', folder)).text).toContain('Course LUAT-DAT-DAI-2023');
    const { rows } = await client.query(
      `select title from course where code = 'LUAT-DAT-DAI-2023'`,
    );
    expect(rows).toEqual([{ title: 'Luật Đất đai (mới)' }]);
    const { diff: tree } = await diff('LUAT-DAT-DAI-2023', '1', '2');
    expect(tree.nodes.map(({ kind }) => kind)).toEqual(['root']);
  }, 60_000);
});

describe('an import that cannot go on', () => {
  const refused: readonly (readonly [string, Files, RegExp])[] = [
    [
      'text that is no UTF-8',
      { '2020-01-01/a/1.md': Buffer.from([65, 10, 66, 10, 0xff]) },
      /2020-01-01\/a\/1\.md:3: is not UTF-8/,
    ],
    ['a folder that is no day', { '2020-02-30/1.md': 'a' }, /2020-02-30: is not the date/],
    [
      'metadata that are no JSON',
      { '2020-01-01/metadata.json': '{\n"title": x}' },
      /2020-01-01\/metadata\.json:2: is no JSON/,
    ],
    [
      'a mode that nobody knows',
      { '2020-01-01/metadata.json': '{\n\n"mode": "x"}' },
      /metadata\.json:3: "mode"/,
    ],
    [
      'a path that is there and removed',
      {
        '2020-01-01/1.md': 'a',
        '2020-01-01/metadata.json': '{"mode":"changes","removed":["1.md"]}',
      },
      /"removed" names 1\.md/,
    ],
    [
      'a path spelled in two ways',
      { '2020-01-01/h\u00f2a.md': 'a', '2020-01-01/ho\u0300a.md': 'b' },
      /is there twice/,
    ],
  ];

  it.each(refused)('names %s', async (_what, files, message) => {
    const { code, text } = await cli('import:history', write(newFolder(), files), '--code', 'BAD');
    expect(code).toBe(1);
    expect(text).toMatch(message);
  });

  it('writes nothing when a later day cannot be read, and all of it when that is mended', async () => {
    const folder = newFolder();
    write(folder, {
      '2020-01-01/1.md': 'a',
      '2020-02-01/1.md': 'b',
      '2020-02-01/2.md': Buffer.from([0xff]),
    });
    const before = await rowCounts();
    expect((await cli('import:history', folder, '--code', 'STOP')).code).toBe(1);
    expect(await rowCounts()).toEqual(before);
    expect((await cli('export:as-of', 'STOP', '2020-01-01', newFolder())).text).toMatch(
      /There is no curriculum STOP/,
    );
    write(folder, { '2020-02-01/2.md': 'c' });
    const { text } = await cli('import:history', folder, '--code', 'STOP');
    expect(text).toMatch(/2 editions imported, 0 were there already/);
    expect(await asOf('STOP', '2024-01-01')).toEqual({ '1.md': 'b\n', '2.md': 'c\n' });
  });

  it('never rewrites a day, goes back in time or writes into another course', async () => {
    const folder = newFolder();
    write(folder, { '2020-02-01/k/1.md': 'a' });
    await cli('import:history', folder, '--code', 'PAST');
    write(folder, { '2020-02-01/k/1.md': 'b' });
    expect((await cli('import:history', folder, '--code', 'PAST')).text).toMatch(
      /2020-02-01\/k\/1\.md: differs from edition 1\.0/,
    );
    write(folder, { '2020-02-01/k/1.md': 'a', '2020-01-01/k/1.md': 'a' });
    expect((await cli('import:history', folder, '--code', 'PAST')).text).toMatch(
      /2020-01-01: comes before the newest edition/,
    );
    const other = await cli('import:history', folder, '--code', 'SC');
    expect(other).toMatchObject({ code: 2 });
    expect(other.text).toMatch(/was not made from a history/);
  });

  it('never writes over files, and explains itself', async () => {
    const target = write(newFolder(), { 'x.txt': 'mine' });
    await cli('import:history', write(newFolder(), { '2020-01-01/1.md': 'a' }), '--code', 'OVER');
    expect(await cli('export:as-of', 'OVER', '2020-01-01', target)).toMatchObject({ code: 2 });
    expect(existsSync(join(target, '1.md'))).toBe(false);
    expect((await cli('import:history', '--help')).text).toMatch(/Normal form of an article/);
    expect((await cli('diff:editions', 'OVER', '1', '7')).text).toMatch(/has no edition 7/);
    const normal = newFolder();
    await cli(
      'import:history',
      write(newFolder(), { 'k/1.md': 'a \r\n\r\n' }),
      '--normal-form',
      normal,
    );
    expect(filesOf(normal)).toEqual({ 'k/1.md': 'a\n' });
  });
});
