import type { readConflicts, ResponseOf } from '@cam-nang/contracts';
import { editionLabel, sameTriple, type NodeConflict, type StructurePlace } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CommitStore } from '../persistence/commit-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import type { DecisionRow } from '../persistence/decision-store.js';
import { OPEN_STATES } from '../policies/request-facts.js';
import { CourseAccess } from './course-access.query.js';
import { RequestAccess } from './request-access.query.js';
import { TrialMerges, type TrialMerge } from './trial-merges.query.js';

type View = ResponseOf<typeof readConflicts>;
type ConflictView = View['conflicts'][number];

/** Where a request and its line collide, as people see it. */
@Injectable()
export class ConflictViews {
  constructor(
    private readonly access: RequestAccess,
    private readonly courses: CourseAccess,
    private readonly trials: TrialMerges,
    private readonly commits: CommitStore,
    private readonly accounts: Accounts,
  ) {}

  /** @throws DomainError `resource.not_found` */
  async read(actor: Actor, requestId: string): Promise<View> {
    const { request, course } = await this.access.read(actor, 'curriculum.read', requestId);
    const trial = await this.trials.of(request);
    const { overlay, head, merge, undecided } = trial;
    const outdated = head.commitId !== request.baseCommitId;
    const conflicts = allConflicts(trial);
    const commits = await this.commitsSince(trial);
    const collided = new Set(conflicts.map(({ nodeId }) => nodeId));
    const settled = merge.nodes.filter(
      ({ nodeId, content }) => content.from === 'merged' && !collided.has(nodeId),
    );
    const mayEdit =
      OPEN_STATES.has(request.state) &&
      (await this.courses.reaches(actor, 'curriculum.edit', course));
    return {
      requestId,
      outdated,
      movesTo: trial.moved === null ? null : editionLabel(trial.moved),
      baseSeq: request.baseSeq,
      headSeq: head.seq,
      commits,
      settled: settled.length,
      open: merge.conflicts.length,
      conflicts: await this.views(actor, { course, trial, conflicts }),
      notes: [...undecided.notes],
      names: namesOf(trial, conflicts),
      allowed: {
        decide: mayEdit,
        takeOver:
          mayEdit && outdated && merge.conflicts.length === 0 && overlay.effective.length > 0,
      },
    };
  }

  private async commitsSince({ overlay, head }: TrialMerge): Promise<View['commits']> {
    const { baseLineId, baseSeq } = overlay.request;
    // On another line, all that was written there after it was forked.
    const from = head.lineId === baseLineId ? baseSeq : 1;
    const rows = (await this.commits.ofLine(head.lineId)).filter(
      ({ seq }) => seq > from && seq <= head.seq,
    );
    const names = await this.accounts.names(rows.flatMap(({ authorId }) => authorId ?? []));
    return rows.map(({ seq, message, requestId, authorId, at }) => ({
      ...{ seq, message, requestId },
      author: names.get(authorId ?? '') ?? '',
      at: at.toISOString(),
    }));
  }

  private async views(
    actor: Actor,
    {
      course,
      trial,
      conflicts,
    }: { course: CourseRow; trial: TrialMerge; conflicts: readonly NodeConflict[] },
  ): Promise<ConflictView[]> {
    const seesQuestions = await this.courses.reaches(actor, 'question.read', course);
    const names = await this.accounts.names(trial.decisions.map(({ decidedBy }) => decidedBy));
    return conflicts.map((conflict) => conflictView(trial, conflict, { names, seesQuestions }));
  }
}

function conflictView(
  trial: TrialMerge,
  conflict: NodeConflict,
  shown: { readonly names: ReadonlyMap<string, string>; readonly seesQuestions: boolean },
): ConflictView {
  const { id, nodeId, subject, triple, base, ours, theirs } = conflict;
  const { kind, label, title } = nodeOf(trial, nodeId);
  const hidden = kind === 'question' && !shown.seesQuestions;
  const decision = trial.decisions.find((one) => one.id === id && sameTriple(one.triple, triple));
  return {
    ...{ id, nodeId, kind, label, title, subject, hidden, triple },
    ...(hidden ? { base: null, ours: null, theirs: null } : { base, ours, theirs }),
    decision: decision === undefined ? null : decisionView(decision, shown.names, hidden),
  };
}

const NOBODY = { kind: 'lesson' as const, label: '', title: '' };

/** A node as the newest of the three versions has it. */
function nodeOf({ headVersion, overlay }: TrialMerge, nodeId: string) {
  const versions = [headVersion, overlay.result, overlay.base];
  return versions.map(({ byId }) => byId.get(nodeId)).find((node) => node !== undefined) ?? NOBODY;
}

/** Conflicts with nothing decided, and those that a decision brought to light. */
export function allConflicts({ merge, undecided }: TrialMerge): readonly NodeConflict[] {
  const known = new Set(undecided.conflicts.map(({ id }) => id));
  return [...undecided.conflicts, ...merge.conflicts.filter(({ id }) => !known.has(id))];
}

/** Titles of what conflicts of structure name: parents and neighbours. */
function namesOf(
  trial: TrialMerge,
  conflicts: readonly NodeConflict[],
): Readonly<Record<string, string>> {
  const places = conflicts
    .filter(({ subject }) => subject.kind === 'structure')
    .flatMap(
      ({ base, ours, theirs }) => [base, ours, theirs] as readonly (StructurePlace | null)[],
    );
  const ids = places.flatMap((place) => [place?.parentId, place?.after]);
  return Object.fromEntries(
    ids.flatMap((id) => {
      if (id === undefined || id === null) return [];
      const { label, title } = nodeOf(trial, id);
      return [[id, `${label} ${title}`.trim()] as const];
    }),
  );
}

function decisionView(
  { decision, decidedAt, decidedBy }: DecisionRow,
  names: ReadonlyMap<string, string>,
  hidden: boolean,
): ConflictView['decision'] {
  const shown = decision.choice === 'written' && hidden ? { ...decision, written: null } : decision;
  return {
    decision: shown,
    decidedBy: names.get(decidedBy) ?? '',
    decidedAt: decidedAt.toISOString(),
  };
}
