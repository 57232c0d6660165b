import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCourseEditions, type LoadedCourse } from '@cam-nang/content/course-format';
import { readConflicts, readEditionCouncil } from '@cam-nang/contracts';
import { CurriculumFacade, DeskActs, LoadCourse, VerifyCurriculum } from '@cam-nang/curriculum';
import { CurriculumHttpModule } from '@cam-nang/curriculum/http';
import { makeActor, makeSmallCountry } from '@cam-nang/identity/testing';
import { Database, type Actor } from '@cam-nang/platform';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { seedCollision } from './seed-collision.js';
import { readSeedFiles, type SeedFiles } from './seed-files.js';
import { loadAppraisalRules, reviseCourse, type RevisionSetting } from './seed-revision.js';

const folder = join(fileURLToPath(import.meta.url), '../../../../../seed');

let app: TestApp;
let files: SeedFiles;
let people: Map<string, Actor>;
let editions: Map<string, LoadedCourse>;
let setting: RevisionSetting;
let tooRight: unknown;

const actor = (username: string): Actor => {
  const found = people.get(username);
  if (found === undefined) throw new Error(username);
  return found;
};
const edition = (label: string): LoadedCourse => {
  const found = editions.get(label);
  if (found === undefined) throw new Error(label);
  return found;
};
const query = <R extends object>(sql: string) => app.get(Database).query<R>(sql);

function courseTexts(): Map<string, string> {
  const course = join(folder, 'course');
  const entries = readdirSync(course, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(course, path), readFileSync(path, 'utf8')];
      }),
  );
}

/** The files of the seed with one of them changed. */
function readWith(file: string, ...changes: readonly (readonly [string, string])[]): SeedFiles {
  const wrong = mkdtempSync(join(tmpdir(), 'cam-nang-seed-'));
  try {
    cpSync(folder, wrong, { recursive: true });
    let text = readFileSync(join(folder, file), 'utf8');
    for (const [from, to] of changes) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    writeFileSync(join(wrong, file), text);
    return readSeedFiles(wrong);
  } finally {
    rmSync(wrong, { recursive: true, force: true });
  }
}

/** Tries a first sum that adds up; answers what was said and how many requests stand afterwards. */
async function tryRightSum() {
  const { revision: source } = readWith(
    'revision.yaml',
    ['choose: 3}', 'choose: 2}'],
    ['theory: 0, discussion: 1, practice: 2}', 'theory: 0, discussion: 1, practice: 1}'],
  );
  try {
    await reviseCourse(setting, { source, edition: edition('2.0') });
  } catch (error) {
    const rows = await query('select id from change_request');
    return { message: error instanceof Error ? error.message : '', requests: rows.length };
  }
  return null;
}

async function inReview(): Promise<string> {
  const [row] = await query<{ id: string }>(
    `select id from change_request where state = 'in_review'`,
  );
  return row?.id ?? '';
}

beforeAll(async () => {
  app = await buildApp({ modules: [CurriculumHttpModule] });
  files = readSeedFiles(folder);
  // Roles are held from the day on which they are given.
  app.clock.set('2023-01-02T02:00:00Z');
  const { province: unitId } = await makeSmallCountry(app);
  people = new Map();
  for (const { username, name, roles } of files.accounts.filter((one) => one.roles.length > 0)) {
    people.set(username, await makeActor(app, { fullName: name, roles, unitId }));
  }
  const texts = courseTexts();
  editions = new Map(
    loadCourseEditions(texts).flatMap(({ load }) =>
      load.ok ? [[load.course.edition.label, load.course] as const] : [],
    ),
  );
  const courseId = await app.get(LoadCourse).run({
    files: texts,
    editions: ['1.0', '1.1'],
    ownerUnitId: unitId,
    preparer: actor('giangvien'),
    signer: actor('giamdoc'),
    onDay: (day) => app.clock.set(`${day}T02:00:00Z`),
  });
  setting = {
    app,
    courseId,
    at: (day, time) => app.clock.set(`${day}T${time}:00+07:00`),
    actor: (username) => people.get(username),
  };
  await loadAppraisalRules(app, files.appraisalRules);
  tooRight = await tryRightSum();
  await reviseCourse(setting, { source: files.revision, edition: edition('2.0') });
  const today = '2026-11-29';
  await seedCollision(setting, { source: files.draftRequest, base: edition('2.0'), today });
}, 180_000);
afterAll(() => app.close());

describe('edition 2.0 of the demonstration', () => {
  it('is in force from its day and says what the files say', async () => {
    const facade = app.get(CurriculumFacade);
    expect((await facade.editionInForce(setting.courseId, '2025-12-31'))?.label).toBe('1.1');
    const second = await facade.editionInForce(setting.courseId, '2026-01-01');
    expect(second?.label).toBe('2.0');
    const outline = await facade.outline(second?.id ?? '');
    const slugs = edition('2.0').nodes.map(({ slug }) => slug);
    const kinds = new Set(outline.map(({ kind }) => kind));
    const told = edition('2.0').nodes.filter(({ content }) => kinds.has(content.kind));
    expect(outline.map(({ slug }) => slug)).toEqual(told.map(({ slug }) => slug));
    expect(slugs.length).toBeGreaterThan(200);
    expect(outline.filter(({ kind }) => kind === 'lesson')).toHaveLength(32);
    expect(outline.filter(({ kind }) => kind === 'question')).toHaveLength(144);
    const revisions = await facade.revisions(outline.map(({ revisionId }) => revisionId));
    const titles = new Map([...revisions.values()].map(({ slug, title }) => [slug, title]));
    for (const { slug, content } of told) expect(titles.get(slug)).toBe(content.title);
  });

  it('came about by two requests, each reviewed by another and merged by the editor-in-chief', async () => {
    const rows = await query<{ number: number; state: string; author: string; events: string[] }>(
      `select q.number, q.state, p.full_name as author,
         (select array_agg(e.event order by e.at, e.id) from change_request_event e where e.request_id = q.id) as events
       from change_request q join account a on a.id = q.author_id join person p on p.id = a.person_id
       where q.number <= 2 order by q.number`,
    );
    const events = ['opened', 'edited', 'submitted', 'reviewed', 'merged'];
    expect(rows).toEqual([
      { number: 1, state: 'merged', author: 'Quách Thị Lan', events },
      { number: 2, state: 'merged', author: 'Bùi Văn Đức', events },
    ]);
    const [commits] = await query<{ n: number }>(
      `select count(*)::int as n from line_commit where change_request_id is not null and kind = 'merge'`,
    );
    expect(commits?.n).toBe(2);
  });

  it('keeps the first sum, which was refused, among the versions of the working texts', async () => {
    const rows = await query<{ version: number; practice: number; kind: string }>(
      `select v.version, (v.meta->'hours'->>'practice')::int as practice, v.meta->>'moduleKind' as kind
       from cr_draft_version v join node n on n.id = v.node_id where n.slug = 'cd07' order by v.version`,
    );
    expect(rows).toEqual([
      { version: 1, practice: 2, kind: 'elective' },
      { version: 2, practice: 2, kind: 'compulsory' },
    ]);
  });

  it('was judged by a council of five, whose changed vote stays on record', async () => {
    const second = await app.get(CurriculumFacade).editionInForce(setting.courseId, '2026-01-01');
    const { body } = await app.request(readEditionCouncil, {
      params: { editionId: second?.id ?? '' },
      as: actor('truongban'),
    });
    expect(body.council).toMatchObject({
      stage: 'decided',
      outcome: 'pass',
      decisionNo: '371/QĐ-SNV (mẫu)',
    });
    expect(body.council?.members).toHaveLength(5);
    const [ballots] = await query<{ n: number; members: number }>(
      `select count(*)::int as n, count(distinct member_id)::int as members from council_ballot`,
    );
    expect(ballots).toEqual({ n: 6, members: 5 });
  });

  it('stands in chains of which no link is broken', async () => {
    expect(await app.get(VerifyCurriculum).run()).toEqual([]);
  });
});

describe('the request in review', () => {
  it('collides in one paragraph with what the other trainer had merged', async () => {
    const { body } = await app.request(readConflicts, {
      params: { requestId: await inReview() },
      as: actor('gvlan'),
    });
    expect(body).toMatchObject({ outdated: true, open: 1, allowed: { decide: true } });
    expect(body.conflicts).toMatchObject([{ subject: { kind: 'block' }, kind: 'lesson' }]);
    const said = JSON.stringify(body.conflicts[0]);
    expect(said).toContain('bản Nà Phay năm 2026');
    expect(said).toContain('tên phòng của huyện cũ');
    expect(body.commits).toMatchObject([{ author: 'Bùi Văn Đức' }]);
  });

  it("leaves the other trainer's request its own reason, which readers of the correction are told", async () => {
    const told = await query<{ reason: string }>(
      `select i.reason from cr_item i join change_request q on q.id = i.request_id
       where q.kind = 'erratum' and i.reason <> ''`,
    );
    expect(told).toEqual([{ reason: files.draftRequest.data.collision.reason }]);
  });

  it('was written by both trainers, so that neither may judge it', async () => {
    const rows = await query<{ name: string }>(
      `select distinct p.full_name as name from change_request q
       join change_request_event e on e.request_id = q.id and e.event = 'edited'
       join account a on a.id = e.actor_id join person p on p.id = a.person_id
       where q.state = 'in_review' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['Bùi Văn Đức', 'Quách Thị Lan']);
    const requestId = await inReview();
    const reviewed = { verdict: 'approve' as const, comment: '' };
    const other = await makeActor(app, {
      fullName: 'Bùi Văn Đức',
      roles: ['reviewer'],
      unitId: actor('gvduc').roles[0]?.unitId ?? '',
    });
    const both = { ...actor('gvduc'), roles: other.roles };
    await expect(app.get(DeskActs).review(both, requestId, reviewed)).rejects.toThrow(
      'permission.same_person',
    );
  });
});

describe('files that tell what cannot be', () => {
  it('are named by file and line when a value cannot be', () => {
    expect(() => readWith('revision.yaml', ['duty: chair', 'duty: king'])).toThrow(
      /^revision\.yaml:\d+ council\.members\.0\.duty: /,
    );
    expect(() => readWith('appraisal-rules.yaml', ['code: ', 'code: ['])).toThrow(
      /^appraisal-rules\.yaml:\d+ /,
    );
  });

  it('are named when a file of the edition has no request, an account is unknown, or a text is not there', async () => {
    const unknown = readWith('revision.yaml', ['by: phanbien,', 'by: nobody,']);
    const make = (source: SeedFiles['revision']) => ({ source, edition: edition('2.0') });
    await expect(reviseCourse(setting, make(unknown.revision))).rejects.toThrow(
      /^revision\.yaml:\d+ requests\.0\.reviews\.0\.by: there is no account "nobody"/,
    );
    const missing = readWith('revision.yaml', ['      - CD06/02-hop-thon-dan-ban.md\n', '']);
    await expect(reviseCourse(setting, make(missing.revision))).rejects.toThrow(
      'no request changes CD06/02-hop-thon-dan-ban.md',
    );
    const text = readWith('course/draft-request.yaml', ['Người soạn ở xã', 'Người soạn ở huyện']);
    const { draftRequest: source } = text;
    await expect(
      seedCollision(setting, { source, base: edition('2.0'), today: '2026-11-29' }),
    ).rejects.toThrow(
      /^course\/draft-request\.yaml:\d+ changes\.0\.id: what it changes does not stand/,
    );
  });

  it('are named when the first sum was right, and then nothing was written', () => {
    expect(tooRight).toMatchObject({
      message: expect.stringMatching(
        /^revision\.yaml:\d+ requests\.1\.firstSum\.periods: these hours add up/,
      ),
      requests: 0,
    });
  });
});
