import type { LoadedCourse, LoadedNode } from '@cam-nang/content/course-format';
import { DeskActs, LoadAppraisalRules } from '@cam-nang/curriculum';
import { DomainError } from '@cam-nang/domain';
import { Database, type Actor } from '@cam-nang/platform';
import type { INestApplicationContext } from '@nestjs/common';
import type { FirstSum, Revision, RevisionRequest } from './revision-files.js';
import type { YamlSource } from './yaml-source.js';

/** Everything that a revision is made with. */
export interface RevisionSetting {
  readonly app: Pick<INestApplicationContext, 'get'>;
  /** Turns the clock to a moment of Hanoi: day and time. */
  readonly at: (day: string, time: string) => void;
  readonly courseId: string;
  /** An account by its user name; undefined when there is none. */
  readonly actor: (username: string) => Actor | undefined;
}

/** The edition that a revision leads to, and the file that tells how. */
export interface RevisionToMake {
  readonly source: YamlSource<Revision>;
  readonly edition: LoadedCourse;
}

/** Loads the rules that councils are counted by. */
export function loadAppraisalRules(
  app: Pick<INestApplicationContext, 'get'>,
  rules: Omit<Parameters<LoadAppraisalRules['run']>[0], 'validFrom' | 'validTo' | 'isSample'> & {
    readonly from: string;
  },
): Promise<string> {
  const { from, ...rest } = rules;
  return app
    .get(LoadAppraisalRules)
    .run({ ...rest, validFrom: from, validTo: null, isSample: true });
}

/**
 * Makes an edition the way people make one: requests with reasons, a first sum of hours that is
 * refused, review, merge, a frozen candidate, a council that votes, issue. All of it or nothing.
 *
 * @throws SeedFileError naming file and line when the file tells what cannot be, or what did not happen
 */
export async function reviseCourse(setting: RevisionSetting, make: RevisionToMake): Promise<void> {
  refuseWrongFile(setting, make);
  const { data } = make.source;
  const { app, courseId } = setting;
  const acts = app.get(DeskActs);
  await app.get(Database).run(async () => {
    const opened = await openRequests(setting, data.requests);
    for (const [index, request] of data.requests.entries()) {
      await carryThrough(setting, make, { request, index, requestId: opened[index] ?? '' });
    }
    const editor = by(setting, data.prepared);
    const { title } = decisionOf(make);
    const editionId = await acts.prepare(editor, courseId, { kind: 'amendment', title });
    await holdCouncil(setting, data, editionId);
    await issue(setting, make, editionId);
  });
}

async function openRequests(
  setting: RevisionSetting,
  requests: Revision['requests'],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { title, reason, author, opened } of requests) {
    const actor = by(setting, { by: author, at: opened });
    const words = { title, reason, kind: 'amendment' as const };
    ids.push(await setting.app.get(DeskActs).open(actor, setting.courseId, words));
  }
  return ids;
}

async function carryThrough(
  setting: RevisionSetting,
  make: RevisionToMake,
  its: { readonly request: RevisionRequest; readonly index: number; readonly requestId: string },
): Promise<void> {
  const { request, requestId } = its;
  const acts = setting.app.get(DeskActs);
  const paths = new Set(request.files);
  await sendFirstSum(setting, make, { ...its, paths });
  const author = by(setting, { by: request.author, at: request.submitted });
  await acts.take(author, requestId, { edition: make.edition, paths });
  await acts.submit(author, requestId);
  for (const review of request.reviews) {
    await acts.review(by(setting, review), requestId, review);
  }
  await acts.merge(by(setting, request.merged), requestId);
}

/** What was sent first did not add up, and was refused: the seed tells no tale that did not happen. */
async function sendFirstSum(
  setting: RevisionSetting,
  { source, edition }: RevisionToMake,
  its: {
    readonly request: RevisionRequest;
    readonly index: number;
    readonly requestId: string;
    readonly paths: ReadonlySet<string>;
  },
): Promise<void> {
  const { firstSum, author } = its.request;
  if (firstSum === undefined) return;
  const acts = setting.app.get(DeskActs);
  const actor = by(setting, { by: author, at: firstSum.at });
  const { requestId, paths } = its;
  await acts.take(actor, requestId, { edition: withFirstSum(edition, firstSum), paths });
  try {
    await acts.submit(actor, requestId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'curriculum.hours_do_not_add_up') return;
    throw error;
  }
  const place = ['requests', its.index, 'firstSum', 'periods'];
  throw source.wrong(place, 'these hours add up, so that nothing was refused');
}

/** The edition with hours and choice as they were thought of first. */
export function withFirstSum(edition: LoadedCourse, { modules, group }: FirstSum): LoadedCourse {
  const slug = (code: string) => code.toLowerCase();
  const altered = (node: LoadedNode): LoadedNode => {
    const { content } = node;
    if (content.kind === 'root') {
      const { code, choose } = group;
      const groups = content.meta.groups.map((one) =>
        one.code === code ? { ...one, choose, modules: group.modules.map(slug) } : one,
      );
      return { ...node, content: { ...content, meta: { ...content.meta, groups } } };
    }
    if (content.kind !== 'module') return node;
    const own = modules.find(({ code }) => code === content.meta.code);
    if (own === undefined) return node;
    const meta = { ...content.meta, moduleKind: own.kind, hours: own.hours };
    return { ...node, content: { ...content, meta } };
  };
  return { ...edition, nodes: edition.nodes.map(altered) };
}

async function holdCouncil(
  setting: RevisionSetting,
  { council }: Revision,
  editionId: string,
): Promise<void> {
  const acts = setting.app.get(DeskActs);
  const { decision, papersSentOn } = council;
  const members = council.members.map(({ account, ...seat }) => ({
    ...seat,
    accountId: setting.actor(account)?.accountId ?? '',
  }));
  await acts.convene(by(setting, council.convened), editionId, {
    decisionNo: decision.number,
    decisionDate: decision.signedOn,
    papersSentOn,
    members,
  });
  for (const vote of council.votes) await acts.vote(by(setting, vote), editionId, vote);
  await acts.close(by(setting, council.closed), editionId, council.closed.conclusion);
}

async function issue(
  setting: RevisionSetting,
  make: RevisionToMake,
  editionId: string,
): Promise<void> {
  const { number, signedOn, title } = decisionOf(make);
  const { issued } = make.source.data;
  const signer = by(setting, { by: issued.by, at: `${signedOn} ${issued.at}` });
  await setting.app.get(DeskActs).issue(signer, editionId, {
    decisionNo: number,
    decisionDate: signedOn,
    decisionTitle: title,
    effectiveFrom: make.edition.edition.force,
  });
}

/** Turns the clock to the moment of an act and answers whose it is. */
function by(
  { at, actor }: RevisionSetting,
  act: { readonly by: string; readonly at: string },
): Actor {
  const [day = '', time = ''] = act.at.split(' ');
  at(day, time);
  const found = actor(act.by);
  if (found === undefined) throw new Error(`There is no account "${act.by}".`);
  return found;
}

function decisionOf({ edition, source }: RevisionToMake) {
  const { decision } = edition.edition;
  if (decision === null) throw source.wrong(['edition'], 'its changes.yaml names no decision');
  return decision;
}

/** Every account is there, and every file that the edition changes belongs to one request. */
function refuseWrongFile({ actor }: RevisionSetting, { source, edition }: RevisionToMake): void {
  const { data, wrong } = source;
  for (const { path, name } of namedAccounts(data)) {
    if (actor(name) === undefined) throw wrong(path, `there is no account "${name}"`);
  }
  const { added, replaced, removed, label } = edition.edition;
  if (removed.length > 0) throw wrong(['requests'], `edition ${label} takes files out`);
  const changed = new Set([...added, ...replaced]);
  const taken = new Set<string>();
  for (const [index, { files }] of data.requests.entries()) {
    for (const [at, file] of files.entries()) {
      const place = ['requests', index, 'files', at];
      if (!changed.has(file)) throw wrong(place, `edition ${label} does not change this file`);
      if (taken.has(file)) throw wrong(place, 'another request changes this file');
      taken.add(file);
    }
  }
  const left = [...changed].find((file) => !taken.has(file));
  if (left !== undefined) throw wrong(['requests'], `no request changes ${left}`);
}

function namedAccounts({ requests, prepared, council, issued }: Revision) {
  const named = (path: readonly (string | number)[], name: string) => ({ path, name });
  return [
    ...requests.flatMap((request, index) => [
      named(['requests', index, 'author'], request.author),
      named(['requests', index, 'merged', 'by'], request.merged.by),
      ...request.reviews.map((review, at) =>
        named(['requests', index, 'reviews', at, 'by'], review.by),
      ),
    ]),
    named(['prepared', 'by'], prepared.by),
    named(['council', 'convened', 'by'], council.convened.by),
    ...council.members.map((seat, at) =>
      named(['council', 'members', at, 'account'], seat.account),
    ),
    ...council.votes.map((vote, at) => named(['council', 'votes', at, 'by'], vote.by)),
    named(['council', 'closed', 'by'], council.closed.by),
    named(['issued', 'by'], issued.by),
  ];
}
