import type { castBallot, readEditionCouncil, ResponseOf } from '@cam-nang/contracts';
import {
  calendarDate,
  earliestDay,
  editionLabel,
  tally,
  votingIds,
  type Tally,
} from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { AppraisalRuleSetRow } from '../persistence/appraisal-rule-store.js';
import {
  CouncilStore,
  type CouncilMemberRow,
  type CouncilRow,
} from '../persistence/council-store.js';
import { CourseStore } from '../persistence/course-store.js';
import type { EditionRow } from '../persistence/edition-store.js';
import { ConfirmableCouncil } from './confirmable-council.query.js';
import { CouncilAccess } from './council-access.query.js';
import { CouncilSessions, type CouncilFile } from './council-sessions.query.js';
import { CourseAccess } from './course-access.query.js';
import { EditionViews } from './edition-views.query.js';

export type CouncilView = ResponseOf<typeof castBallot>;
type EditionCouncil = ResponseOf<typeof readEditionCouncil>;

/** How many councils the list shows. */
const SHOWN = 60;

/** Councils as people see them. */
@Injectable()
export class CouncilViews {
  constructor(
    private readonly access: CourseAccess,
    private readonly councilAccess: CouncilAccess,
    private readonly councils: CouncilStore,
    private readonly courses: CourseStore,
    private readonly sessions: CouncilSessions,
    private readonly confirmable: ConfirmableCouncil,
    private readonly editions: EditionViews,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async ofEdition(actor: Actor, editionId: string): Promise<EditionCouncil> {
    const { course, edition } = await this.access.edition(actor, 'curriculum.read', editionId);
    const { rules, required, passed } = await this.sessions.appraisalOf(edition);
    const [council] = await this.councils.ofEditions([editionId]);
    const sits = council !== undefined && council.stage !== 'dissolved';
    const candidate = edition.state === 'candidate';
    const convenes = await this.access.reaches(actor, 'council.convene', course);
    const open = required && candidate && !passed;
    return {
      required,
      rules: rules === null ? null : presentRules(rules),
      council: council === undefined ? null : await this.one(actor, council),
      passed,
      ...(await this.confirming(actor, edition, open)),
      allowed: {
        convene: open && !sits && convenes,
        confirm: await this.mayConfirm(actor, edition, open),
      },
    };
  }

  async read(actor: Actor, councilId: string): Promise<CouncilView> {
    const { council } = await this.councilAccess.council(actor, 'curriculum.read', councilId);
    return this.one(actor, council);
  }

  async list(actor: Actor): Promise<CouncilView[]> {
    const views: CouncilView[] = [];
    for (const row of await this.councils.recent(SHOWN)) {
      const course = await this.courseOf(row);
      if (course !== null && (await this.access.reaches(actor, 'curriculum.read', course))) {
        views.push(await this.one(actor, row));
      }
    }
    return views;
  }

  private async courseOf(row: CouncilRow) {
    const { edition } = await this.sessions.ofOne(row);
    return this.courses.ofCurriculum(edition.curriculumId);
  }

  private async one(actor: Actor, row: CouncilRow): Promise<CouncilView> {
    const file = await this.sessions.ofOne(row);
    const { session, rules, edition } = file;
    const course = await this.courses.ofCurriculum(edition.curriculumId);
    const names = await this.accounts.names([row.convenedBy]);
    const count = tally(session, rules.parameters, calendarDate(this.clock.today()));
    const { decisionNo, decisionDate, papersSentOn, manifestHash, stage, outcome } = row;
    return {
      id: row.id,
      edition: await this.editions.ofOne(edition),
      courseId: course?.id ?? '',
      courseTitle: course?.title ?? '',
      rules: presentRules(rules),
      decisionNo,
      decisionDate,
      papersSentOn,
      decidesFrom: earliestDay(session, rules.parameters),
      manifestHash,
      convenedBy: names.get(row.convenedBy) ?? '',
      convenedAt: row.convenedAt.toISOString(),
      stage,
      outcome,
      conclusion: row.conclusion,
      endedAt: row.endedAt?.toISOString() ?? null,
      members: file.members.map((member) => presentMember(file, member, count)),
      tally: presentTally(count),
      toConfirm: await this.toConfirm(actor, file),
      ...standing(actor, file, count),
    };
  }

  private async toConfirm(actor: Actor, file: CouncilFile): Promise<CouncilView['toConfirm']> {
    if (chairOf(file)?.accountId !== actor.accountId) return null;
    const next = await this.confirmable.awaiting(file.row);
    return next && { editionId: next.id, label: editionLabel(next) };
  }

  private async confirming(
    actor: Actor,
    edition: EditionRow,
    open: boolean,
  ): Promise<Pick<EditionCouncil, 'confirmable' | 'confirmed'>> {
    const done = await this.councils.confirmation(edition.id);
    if (done !== null) {
      const names = await this.accounts.names([done.confirmedBy]);
      const by = names.get(done.confirmedBy) ?? '';
      return { confirmable: null, confirmed: { by, at: done.at.toISOString() } };
    }
    const file = open ? await this.confirmable.of(edition) : null;
    if (file === null) return { confirmable: null, confirmed: null };
    const before = await this.one(actor, file.row);
    return {
      confirmable: {
        councilId: before.id,
        editionId: before.edition.id,
        editionLabel: before.edition.label,
        chair: chairOf(file)?.name ?? '',
        conclusion: before.conclusion,
        unchanged: file.row.manifestHash === edition.manifestHash,
      },
      confirmed: null,
    };
  }

  private async mayConfirm(actor: Actor, edition: EditionRow, open: boolean): Promise<boolean> {
    const file = open ? await this.confirmable.of(edition) : null;
    if (file === null || file.row.manifestHash === edition.manifestHash) return false;
    return chairOf(file)?.accountId === actor.accountId;
  }
}

function chairOf({ members }: CouncilFile): CouncilMemberRow | undefined {
  return members.find((member) => member.duty === 'chair');
}

function presentRules({ id, title, basis, parameters }: AppraisalRuleSetRow) {
  return { id, title, basis, parameters };
}

function presentTally({ votes, present, quorum, needed, faults, outcome }: Tally) {
  return { votes, present, quorum, needed, faults: [...faults], outcome };
}

function presentMember(
  { ballots, session }: CouncilFile,
  member: CouncilMemberRow,
  { counting }: Tally,
): CouncilView['members'][number] {
  const { councilId: _councilId, ...person } = member;
  const latest = ballots.findLast((ballot) => ballot.memberId === member.accountId);
  const counts = counting.some((ballot) => ballot.memberId === member.accountId);
  return {
    ...person,
    recused: session.recusedIds.includes(member.accountId),
    ballot:
      latest === undefined
        ? null
        : { value: latest.value, comment: latest.comment, at: latest.at.toISOString(), counts },
  };
}

function standing(
  { accountId }: Actor,
  { members, ballots, session }: CouncilFile,
  { outcome, counting }: Tally,
): Pick<CouncilView, 'mine' | 'allowed'> {
  const seat = members.find((member) => member.accountId === accountId);
  if (seat === undefined) return { mine: null, allowed: { vote: false, close: false } };
  const sitting = session.stage === 'sitting';
  const votes = votingIds(session).includes(accountId);
  const last = ballots.findLast((ballot) => ballot.memberId === accountId);
  return {
    mine: {
      duty: seat.duty,
      recused: !votes,
      voted: counting.some((ballot) => ballot.memberId === accountId),
      ballot: last === undefined ? null : { value: last.value, comment: last.comment },
    },
    allowed: {
      vote: sitting && votes,
      close: sitting && seat.duty === 'chair' && outcome !== null,
    },
  };
}
