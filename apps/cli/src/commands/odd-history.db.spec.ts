import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { normalArticle } from '@cam-nang/content/course-format';
import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { LoadUnits, OrganisationFacade } from '@cam-nang/organisation';
import { CONFIG, Database, type Config } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { causeInWords } from '../cause-in-words.js';
import { commands } from '../commands.js';
import { runCommand } from '../run-command.js';

let app: TestApp;
let work: string;
let folders = 0;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'odd-history-'));
  app = await buildApp({ modules: [IdentityModule, CurriculumModule] });
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(work, { recursive: true });
});

type Files = Readonly<Record<string, string | Buffer>>;

function folder(files: Files = {}): string {
  const root = join(work, `f${++folders}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function cli(...words: string[]) {
  const lines: string[] = [];
  const { HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL } = app.get<Config>(CONFIG);
  const code = await runCommand(commands, words, {
    say: (line) => lines.push(line),
    complain: (line) => lines.push(line),
    environment: { NODE_ENV: 'test', HEADS_DIR, SECRETS_DIR, STORAGE_DIR, DATABASE_URL },
  });
  return { code, text: lines.join('\n') };
}

function filesOf(root: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = below + entry.name;
    if (entry.isDirectory()) Object.assign(found, filesOf(root, `${path}/`));
    else found[path] = readFileSync(join(root, path), 'utf8');
  }
  return found;
}

async function asOf(code: string, date: string): Promise<Record<string, string>> {
  const target = folder();
  const { code: ended, text } = await cli('export:as-of', code, date, target);
  if (ended !== 0) throw new Error(text);
  return filesOf(target);
}

/** Everything that writers of Markdown do, and some things that nobody should. */
const ODD: Files = {
  'bom.md': '\uFEFF# Có dấu thứ tự byte\n',
  'crlf.md': '# Dòng\r\n\r\nmột  \r\nhai\rba\r\n',
  'nfd/ho\u0300a.md': '# Ho\u0300a gia\u0309i\n\nTie\u0302\u0301p co\u0302ng da\u0302n',
  'empty.md': '',
  'blank.md': ' \n\t\n\n',
  'no-end.md': 'không có dòng cuối',
  'front.md': '---\ntitle: "Đất đai: mới"\ntags: [a, b]\n---\n\nThân bài.\n',
  'open-front.md': '---\ntitle: không đóng\n\nThân bài.\n',
  'table.md': '| a | b |\n|:-:|--:|\n| 1 |\n| 1 | 2 | 3 |\n\n| x \\| y | `z | w` |\n|---|---|\n',
  'lists.md': '- một\n  - hai\n    1. ba\n\n       bốn\n- [ ] năm\n\n3. sáu\n7. bảy\n',
  'code.md': '```sql\nselect 1;  \n```\n\n~~~~\n```\n~~~~\n\n    thụt\n\n```\nkhông đóng',
  'html.md':
    '<details open>\n<summary>Tóm</summary>\n\n*trong*\n\n</details>\n<script>alert(1)</script>\n',
  'notes.md':
    'Lời[^1] và ![hình](a.png "t") [x][r]\n\n[^1]: Chú thích\n\n[r]: https://example.org\n',
  'controls.md': 'không\u0000byte \u202Engược\u200B rỗng\f\n',
  'emoji 🌾 "ngoặc" & dấu.markdown': '# 🌾\n',
  'tệp #1%20.MD': '# phần trăm\n',
  [`${'sâu/'.repeat(200)}đáy.md`]: '# Đáy\n',
};

describe('odd articles', () => {
  it('come back byte for byte in their normal form, on the day itself, between days and after', async () => {
    const days = {
      ...Object.fromEntries(
        Object.entries(ODD).map(([path, text]) => [`2020-02-29/${path}`, text]),
      ),
      '2020-02-29/metadata.json': '\uFEFF{"title": "Bộ tệp lạ", "source": {"url": "x"}}',
      '2020-02-29/.git/config.md': 'ẩn',
      '2020-02-29/anh.png': Buffer.from([1, 2, 3]),
      '2024-02-29/one.md': '# Một\n',
    };
    const { code, text } = await cli('import:history', folder(days), '--code', 'ODD');
    expect([code, text]).toEqual([0, expect.stringMatching(/\(1 files are no Markdown\)/)]);
    const expected = Object.fromEntries(
      Object.entries(ODD).map(([path, raw]) => [path.normalize('NFC'), normalArticle(String(raw))]),
    );
    expect(await asOf('ODD', '2020-02-29')).toEqual(expected);
    expect(await asOf('ODD', '2022-06-15')).toEqual(expected);
    expect(await asOf('ODD', '2024-02-28')).toEqual(expected);
    expect(await asOf('ODD', '2024-02-29')).toEqual({ 'one.md': '# Một\n' });
    const early = await cli('export:as-of', 'ODD', '2020-02-28', folder());
    expect([early.code, early.text]).toEqual([1, 'No edition of ODD was in force on 2020-02-28.']);
  }, 60_000);

  it('are their own normal form: what was exported imports as the same edition', async () => {
    const once = await asOf('ODD', '2020-02-29');
    const again = folder(
      Object.fromEntries(Object.entries(once).map(([path, text]) => [`2020-02-29/${path}`, text])),
    );
    writeFileSync(join(again, '2020-02-29/metadata.json'), '{"title": "Bộ tệp lạ"}');
    const { code, text } = await cli('import:history', again, '--code', 'ODD');
    expect([code, text]).toEqual([0, expect.stringMatching(/0 editions imported, 1 were there/)]);
  }, 60_000);

  it('go, come back, change folder, and files and folders take each other’s names', async () => {
    const changes = (removed: readonly string[]) => JSON.stringify({ mode: 'changes', removed });
    const root = folder({
      '2021-01-01/I/1.md': '# Một\n',
      '2021-01-01/II.md': '# Hai\n',
      '2021-01-02/metadata.json': changes(['I/1.md', 'II.md', 'không-có.md', './I/1.md']),
      '2021-01-02/II.md/trong.md': '# Trong\n',
      '2021-01-05/metadata.json': changes(['II.md/trong.md']),
      '2021-01-05/I/1.md': '# Một\n',
      '2021-01-05/II.md': '# Hai, khác\n',
      '2021-01-06/metadata.json': changes([]),
    });
    const { code, text } = await cli('import:history', root, '--code', 'SWAP');
    expect([code, text]).toEqual([0, expect.stringMatching(/\+1 ~0 -2 {2}\(1 removed paths/)]);
    expect(await asOf('SWAP', '2021-01-04')).toEqual({ 'II.md/trong.md': '# Trong\n' });
    const last = { 'I/1.md': '# Một\n', 'II.md': '# Hai, khác\n' };
    expect(await asOf('SWAP', '2021-01-05')).toEqual(last);
    expect(await asOf('SWAP', '2021-01-06')).toEqual(last);
    const [same] = await app.get(Database).query<{ commits: number; revisions: number }>(
      `select count(distinct e.commit_id)::int as commits,
         (select count(*)::int from node_revision r join node n on n.id = r.node_id
          where n.curriculum_id = c.curriculum_id and n.path = 'I/1.md') as revisions
       from edition e join course c on c.curriculum_id = e.curriculum_id where c.code = 'SWAP' group by c.curriculum_id`,
    );
    expect(same).toEqual({ commits: 3, revisions: 1 });
    expect(await cli('verify:curriculum')).toMatchObject({ code: 0 });
  }, 60_000);
});

describe('an article that takes a reader of Markdown too long', () => {
  it('is imported as it was written, and the import names its place and what would mend it', async () => {
    const knot = '*a'.repeat(60_000);
    const days = { '2020-01-01/I/1.md': `# Một\n\n${knot}\n`, '2020-01-01/2.md': '*hai*\n' };
    const { code, text } = await cli('import:history', folder(days), '--code', 'KNOT');
    expect(code).toBe(0);
    expect(text).toMatch(/2020-01-01\/I\/1\.md:3: stands as it was written.*part it/);
    expect(text).not.toContain('2.md');
    expect((await asOf('KNOT', '2020-01-01'))['I/1.md']).toBe(`# Một\n\n${knot}\n`);
  }, 60_000);
});

describe('an article that is longer than a lesson may be', () => {
  it('is imported, and the import says that it cannot be changed here', async () => {
    const long = '# Luật\n\n' + 'Một đoạn văn.\n\n'.repeat(6_000);
    const days = { '2020-01-01/long.md': long, '2020-01-01/2.md': '*hai*\n' };
    const { code, text } = await cli('import:history', folder(days), '--code', 'LONG');
    expect(code).toBe(0);
    expect(text).toMatch(/2020-01-01\/long\.md: can be read, but not changed here.*part it/);
    expect(text).not.toContain('2.md');
    expect(Object.keys(await asOf('LONG', '2020-01-01'))).toEqual(['2.md', 'long.md']);
  }, 60_000);
});

describe('a wrong call', () => {
  const DAY = { '2020-01-01/1.md': 'a' };

  it.each<[string, Files, RegExp]>([
    ['no days', { 'README.md': 'x' }, /has no folder named after a day/],
    ['a short date', { '2020-1-1/a.md': 'x' }, /2020-1-1: is not the date of a day/],
    [
      'a title that nobody can see',
      { ...DAY, '2020-01-01/metadata.json': '{"title":"a\\u0000b"}' },
      /"title": holds characters/,
    ],
    [
      'an empty title',
      { ...DAY, '2020-01-01/metadata.json': '{"title":"  "}' },
      /metadata\.json:1: "title": is empty/,
    ],
    [
      'a list for metadata',
      { ...DAY, '2020-01-01/metadata.json': '[]' },
      /2020-01-01\/metadata\.json: is no JSON object/,
    ],
    [
      'metadata that are no UTF-8',
      { ...DAY, '2020-01-01/metadata.json': Buffer.from('{"title":"caf\xe9"}', 'latin1') },
      /2020-01-01\/metadata\.json: is not UTF-8/,
    ],
    [
      'a file whose name goes over two lines',
      { '2020-01-01/a\nb\u202E.md': 'x' },
      /2020-01-01\/a\\u000ab\\u202e\.md: has characters/,
    ],
    [
      'a text of a later day',
      { ...DAY, '2020-01-03/b/c.md': Buffer.from([0x61, 0x0a, 0xff]) },
      /2020-01-03\/b\/c\.md:2: is not UTF-8/,
    ],
    [
      'removed paths that are no words',
      { ...DAY, '2020-01-01/metadata.json': '{"mode":"changes","removed":[1]}' },
      /"removed": is no list of paths$/,
    ],
    [
      'removed paths that are one word',
      { ...DAY, '2020-01-01/metadata.json': '{"mode":"changes","removed":"1.md"}' },
      /"removed": is no list of paths$/,
    ],
    [
      'a title that is a number',
      { ...DAY, '2020-01-01/metadata.json': '{\n"title": 2020}' },
      /metadata\.json:2: "title": is no text$/,
    ],
    [
      'metadata that are a folder',
      { ...DAY, '2020-01-01/metadata.json/x.txt': 'x' },
      /metadata\.json: cannot be read/,
    ],
    [
      'a path that is far too long',
      { [`2020-01-01/${'thư-mục-dài/'.repeat(90)}a.md`]: 'x' },
      /more than 1000 characters/,
    ],
    [
      'an article that is far too long',
      { '2020-01-01/a.md': Buffer.alloc(5_000_001, 97) },
      /has more than 5 MB/,
    ],
  ])('names %s, without a trace of the program', async (_what, files, message) => {
    const { code, text } = await cli('import:history', folder(files), '--code', 'WRONG');
    expect([code, text]).toEqual([1, expect.stringMatching(message)]);
    expect([text.split('\n').length, text.length < 400]).toEqual([1, true]);
    // Nothing is left of it, not even an empty course.
    expect((await cli('export:as-of', 'WRONG', '2020-01-01', folder())).text).toMatch(
      /There is no curriculum WRONG/,
    );
  });

  it('leaves no day out without a word: a link to a folder is refused', async () => {
    const root = folder(DAY);
    symlinkSync(join(root, '2020-01-01'), join(root, '2020-01-02'));
    const { code, text } = await cli('import:history', root, '--code', 'WRONG');
    expect([code, text]).toEqual([1, '2020-01-02: is neither a file nor a folder (a link?)']);
  });

  it.each([
    ['', /--title is empty/],
    ['a\u0007', /--title holds characters/],
    ['x'.repeat(301), /--title has more than 300/],
  ])('takes a title from the command line by the rules of metadata: %j', async (title, message) => {
    const { code, text } = await cli('import:history', folder(DAY), '--title', title);
    expect([code, text]).toEqual([2, expect.stringMatching(message)]);
  });

  it('says so of folders and files that are not there, and writes nothing', async () => {
    const nowhere = join(work, 'nowhere');
    expect((await cli('import:history', nowhere)).text).toMatch(/cannot be read \(ENOENT\)/);
    const file = join(folder({ 'a.md': 'x' }), 'a.md');
    expect((await cli('import:history', file)).text).toMatch(/cannot be read \(ENOTDIR\)/);
    await cli('import:history', folder(DAY), '--code', 'THERE');
    const onto = await cli('export:as-of', 'THERE', '2020-01-01', file);
    expect([onto.code, onto.text]).toEqual([2, expect.stringMatching(/is a file/)]);
    const out = join(nowhere, 'deep', 'diff.json');
    const diff = await cli('diff:editions', 'THERE', '1', '1', '--out', out);
    expect([diff.code, diff.text]).toEqual([1, `${out} is not there (ENOENT).`]);
    for (const words of [
      ['export:as-of', 'NONE', '2020-01-01', nowhere],
      ['export:as-of', 'THERE', '2021-02-29', nowhere],
      ['diff:editions', 'THERE', '2019-12-31', '1'],
    ]) {
      expect(await cli(...words)).toMatchObject({ code: 2 });
    }
  }, 60_000);
});

describe('a history whose code is taken', () => {
  const titled = '{"title": "Quy chế trùng"}';

  it('is continued by its title only when it shares a day, by --code always', async () => {
    const first = { '2020-01-01/a.md': 'a', '2020-01-01/metadata.json': titled };
    const other = { '2021-01-01/b.md': 'b', '2021-01-01/metadata.json': titled };
    expect(await cli('import:history', folder(first))).toMatchObject({ code: 0 });
    const { code, text } = await cli('import:history', folder(other));
    expect([code, text.split('\n').length]).toEqual([2, 1]);
    expect(text).toMatch(/There is a history QUY-CHE-TRUNG already \(Quy chế trùng\)/);
    expect(await asOf('QUY-CHE-TRUNG', '2022-01-01')).toEqual({ 'a.md': 'a\n' });
    const together = await cli('import:history', folder({ ...first, ...other }));
    expect(together.text).toMatch(/1 editions imported, 1 were there already/);
    const more = folder({ '2021-06-01/c.md': 'c' });
    expect((await cli('import:history', more, '--code', 'QUY-CHE-TRUNG')).code).toBe(0);
    expect(await asOf('QUY-CHE-TRUNG', '2022-01-01')).toEqual({ 'c.md': 'c\n' });
  }, 60_000);

  it('may begin with a day without articles and end with one', async () => {
    const root = folder();
    for (const day of ['2020-01-01', '2020-01-03']) mkdirSync(join(root, day), { recursive: true });
    expect(await cli('import:history', root, '--code', 'NONE-YET')).toMatchObject({ code: 0 });
    mkdirSync(join(root, '2020-01-05'));
    writeFileSync(join(root, '2020-01-05', 'a.md'), 'a');
    const { code, text } = await cli('import:history', root, '--code', 'NONE-YET');
    expect([code, text]).toEqual([0, expect.stringMatching(/1 editions imported, 2 were/)]);
    expect(await asOf('NONE-YET', '2020-01-04')).toEqual({});
    expect(await asOf('NONE-YET', '2020-01-05')).toEqual({ 'a.md': 'a\n' });
  }, 60_000);
});

describe('names of a course', () => {
  const DAY = { '2020-01-01/chương-1/a.md': 'a' };

  it('may be written in Vietnamese capitals, and are those of the folder in NFC', async () => {
    const root = join(folder(), 'Luật Đất đai'.normalize('NFD'));
    mkdirSync(join(root, '2020-01-01'), { recursive: true });
    writeFileSync(join(root, '2020-01-01', 'a.md'), 'a');
    expect(await cli('import:history', root, '--code', 'LUẬT-ĐẤT')).toMatchObject({ code: 0 });
    const [course] = await app
      .get(Database)
      .query<{ title: string }>(`select title from course where code = 'LUẬT-ĐẤT'`);
    expect(course?.title).toBe('Luật Đất đai');
    expect(await asOf('LUẬT-ĐẤT', '2020-01-01')).toEqual({ 'a.md': 'a\n' });
    expect(await asOf('LUẬT-ĐẤT'.normalize('NFD'), '2020-01-01')).toEqual({ 'a.md': 'a\n' });
  }, 60_000);

  it('are asked for where the name of the folder can be none', async () => {
    const root = join(folder(), 'a\nb');
    mkdirSync(join(root, '2020-01-01'), { recursive: true });
    const { code, text } = await cli('import:history', root);
    expect([code, text]).toEqual([2, expect.stringMatching(/can be no title .*give --title/)]);
  });

  it('continue the same course however the code is composed', async () => {
    const root = folder(DAY);
    const code = 'ĐỘC-LẬP';
    expect(await cli('import:history', root, '--code', code)).toMatchObject({ code: 0 });
    const again = await cli('import:history', root, '--code', code.normalize('NFD'));
    expect(again.text).toMatch(/0 editions imported, 1 were there already/);
  }, 60_000);
});

describe('a history before anything else', () => {
  it('makes the country that the places of the demonstration then stand in', async () => {
    const root = await app.get(OrganisationFacade).rootUnit();
    const country = {
      ...{ key: 'vn', code: 'VN', level: 'country' as const, kind: 'quoc-gia', name: 'Việt Nam' },
      ...{ under: null, from: '1945-09-02', until: null, basis: null },
    };
    const province = {
      ...{ key: 'p', code: '25', level: 'province' as const, kind: 'tinh', name: 'Tỉnh Phú Thọ' },
      ...{ under: 'vn', from: '1997-01-01', until: null, basis: null },
    };
    const file = { units: [country, province], successions: [], organisations: [] };
    const { units } = await app.get(LoadUnits).run({ ...file, committees: false });
    expect(units.get('vn')).toBe(root);
    expect(await app.get(OrganisationFacade).rootUnit()).toBe(root);
  });
});

describe('what stops a command from outside', () => {
  it.each<[unknown, RegExp | null]>([
    [{ code: '42P01', message: 'relation "course" does not exist' }, /npm run migrate/],
    [{ message: 'x', driverError: { code: '42P01' } }, /npm run migrate/],
    [{ errors: [{ code: 'ECONNREFUSED' }] }, /cannot be reached \(ECONNREFUSED\)/],
    [{ code: '28P01', message: 'password authentication failed' }, /refuses the connection/],
    [{ code: 'EACCES', path: '/x' }, /\/x may not be read or written/],
    [{ code: 'ENOSPC', path: '/x' }, /the disk is full/],
    [new Error('a mistake of the program'), null],
    ['a word', null],
  ])('is told in one line: %j', (error, words) => {
    const told = causeInWords(error);
    if (words === null) expect(told).toBeNull();
    else expect(told).toMatch(words);
  });
});
