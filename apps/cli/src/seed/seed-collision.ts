import {
  courseErrorLine,
  loadCourseFolder,
  type LoadedCourse,
} from '@cam-nang/content/course-format';
import { DeskActs } from '@cam-nang/curriculum';
import type { Actor } from '@cam-nang/platform';
import { Database } from '@cam-nang/platform';
import { isSeq, parseDocument, stringify } from 'yaml';
import type { DraftChange, DraftRequest } from './revision-files.js';
import type { RevisionSetting } from './seed-revision.js';
import { SeedFileError, type YamlSource } from './yaml-source.js';

/** A request in review whose ground moved, and the edition it began on. */
export interface CollisionToMake {
  readonly source: YamlSource<DraftRequest>;
  readonly base: LoadedCourse;
  /** The day it is; what is told of later days happens today. */
  readonly today: string;
}

type Files = ReadonlyMap<string, string>;

/**
 * Two trainers edit one paragraph. One opens the request, the other adds a question to it and sends
 * the paragraph as a request of its own, which is merged first: the request in review has lost its
 * ground, and the paragraph waits for somebody to decide.
 *
 * @throws SeedFileError naming file and line
 */
export async function seedCollision(
  setting: RevisionSetting,
  make: CollisionToMake,
): Promise<void> {
  const { data } = make.source;
  const first = editor(setting, make, 'ours');
  const second = editor(setting, make, 'theirs');
  const { kind, title, reason } = data;
  await setting.app.get(Database).run(async () => {
    const acts = setting.app.get(DeskActs);
    const on = clockOf(setting, make.today);
    on(data.openedOn, '08:30');
    const requestId = await acts.open(first, setting.courseId, { kind, title, reason });
    const own = withChanges(make, (change) => (change.kind === 'addQuestion' ? null : 'ours'));
    await acts.take(first, requestId, { edition: own });
    on(data.submittedOn, '10:20');
    const whole = withChanges(make, (change) =>
      change.kind === 'addQuestion' ? 'theirs' : 'ours',
    );
    await acts.take(second, requestId, { edition: whole });
    on(data.submittedOn, '16:00');
    await acts.submit(first, requestId);
    await mergeOther(setting, make, second);
    await speakUp(setting, make, requestId);
  });
}

/** The other trainer's request: the same paragraph, in other words, merged at once. */
async function mergeOther(
  setting: RevisionSetting,
  make: CollisionToMake,
  author: Actor,
): Promise<void> {
  const acts = setting.app.get(DeskActs);
  const on = clockOf(setting, make.today);
  const { collision, approver } = make.source.data;
  const { kind, title, reason } = collision;
  on(collision.openedOn, '17:00');
  const requestId = await acts.open(author, setting.courseId, { kind, title, reason });
  const collides = (change: DraftChange) => change.kind === 'text' && change.conflict;
  const edition = withChanges(make, (change) => (collides(change) ? 'theirs' : null), reason);
  await acts.take(author, requestId, { edition });
  on(collision.submittedOn, '17:30');
  await acts.submit(author, requestId);
  on(collision.reviewedOn, '09:00');
  const reviewer = found(setting, make, ['collision', 'reviewedBy'], collision.reviewedBy);
  await acts.review(reviewer, requestId, { verdict: 'approve', comment: '' });
  on(collision.mergedOn, '08:15');
  await acts.merge(found(setting, make, ['approver', 'id'], approver.id), requestId);
}

/** What who decides says to both. */
async function speakUp(
  setting: RevisionSetting,
  make: CollisionToMake,
  requestId: string,
): Promise<void> {
  const { approver, comments } = make.source.data;
  const actor = found(setting, make, ['approver', 'id'], approver.id);
  for (const { on, by, text } of comments) {
    if (by !== approver.id) continue;
    clockOf(setting, make.today)(on, '09:30');
    const said = { verdict: 'comment' as const, comment: text };
    await setting.app.get(DeskActs).review(actor, requestId, said);
  }
}

function clockOf({ at }: RevisionSetting, today: string) {
  return (day: string, time: string) => {
    at(day < today ? day : today, time);
  };
}

function editor(setting: RevisionSetting, make: CollisionToMake, side: 'ours' | 'theirs'): Actor {
  const { editors } = make.source.data;
  const index = editors.findIndex((one) => one.side === side);
  return found(setting, make, ['editors', index, 'id'], editors[index]?.id ?? side);
}

function found(
  { actor }: RevisionSetting,
  { source }: CollisionToMake,
  path: readonly (string | number)[],
  username: string,
): Actor {
  const who = actor(username);
  if (who === undefined) throw source.wrong(path, `there is no account "${username}"`);
  return who;
}

/**
 * The base with the changes of the file on the side that is asked for; null leaves one out. Their
 * notes are the reasons that readers are told, unless another reason is given for all of them.
 */
export function withChanges(
  { source, base }: CollisionToMake,
  sideOf: (change: DraftChange) => 'ours' | 'theirs' | null,
  reason?: string,
): LoadedCourse {
  const reasons = new Map<string, string>();
  let files: Files = new Map();
  for (const [index, change] of source.data.changes.entries()) {
    const side = sideOf(change);
    if (side === null) continue;
    const path = change.kind === 'move' ? `${change.module}/module.yaml` : change.path;
    const text = files.get(path) ?? base.files.get(path);
    const wrong = (message: string) => source.wrong(['changes', index, 'id'], message);
    if (text === undefined) throw wrong(`edition ${source.data.baseEdition} has no ${path}`);
    const next = changed(text, change, side);
    if (next === null) throw wrong(`what it changes does not stand in ${path}`);
    files = new Map([...files, [path, next]]);
    const told = reason === undefined ? [reasons.get(path), change.note] : [reason];
    reasons.set(path, told.filter(Boolean).join(' '));
  }
  return loaded(base, files, reasons);
}

function changed(text: string, change: DraftChange, side: 'ours' | 'theirs'): string | null {
  if (change.kind === 'text') {
    const parts = text.split(change.base.trim());
    return parts.length === 2 ? parts.join(change[side].trim()) : null;
  }
  const document = parseDocument(text);
  if (change.kind === 'move') {
    document.set('lessons', document.createNode(change.ours.order));
  } else {
    if (!isSeq(document.contents)) return null;
    document.add(document.createNode(change.theirs));
  }
  return document.toString();
}

/** Files over an edition, read as an edition of their own, so that everything unchanged keeps its ids. */
function loaded(base: LoadedCourse, files: Files, reasons: ReadonlyMap<string, string>) {
  const { label, force } = base.edition;
  const changes = {
    edition: `${label}+`,
    base: label,
    kind: 'amendment',
    force,
    decision: { number: '-', signedOn: force, title: '-', titleEn: '-' },
    added: [],
    replaced: [...files.keys()],
    removed: [],
    reasons: [...reasons].map(([path, reason]) => ({ path, reason, reasonEn: '-' })),
  };
  const load = loadCourseFolder(new Map([...files, ['changes.yaml', stringify(changes)]]), base);
  if (load.ok) return load.course;
  const lines = load.errors.map((error) => `draft-request.yaml → ${courseErrorLine(error, 'vi')}`);
  throw new SeedFileError(lines.join('\n'));
}
