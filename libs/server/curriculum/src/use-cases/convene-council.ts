import type { conveneCouncil, InputOf } from '@cam-nang/contracts';
import { compositionFaults, COUNCIL_DUTIES, DomainError } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import {
  Clock,
  Database,
  Ids,
  InvalidRequest,
  isUniqueViolation,
  type Actor,
} from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { AppraisalRuleSetRow } from '../persistence/appraisal-rule-store.js';
import { CouncilStore, type CouncilMemberRow } from '../persistence/council-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { CouncilCandidates } from '../queries/council-candidates.query.js';
import { CouncilSessions } from '../queries/council-sessions.query.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { CouncilLog } from './council-log.js';

type Body = InputOf<typeof conveneCouncil>['body'];

/** Sets up the council of a candidate by decision, and puts the frozen edition before it. */
@Injectable()
export class ConveneCouncil {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly councils: CouncilStore,
    private readonly sessions: CouncilSessions,
    private readonly candidates: CouncilCandidates,
    private readonly accounts: Accounts,
    private readonly log: CouncilLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws DomainError `council.composition` with the faults, `council.wrong_state` when a council
   *   sits already or none is needed, `edition.wrong_state` when nothing is frozen to be judged,
   *   `request.invalid` for days that cannot be and for people who may not sit
   */
  async run(actor: Actor, editionId: string, body: Body): Promise<void> {
    try {
      await this.database.run(() => this.convene(actor, editionId, body));
    } catch (error) {
      if (isUniqueViolation(error)) throw new DomainError('council.wrong_state');
      throw error;
    }
  }

  private async convene(actor: Actor, editionId: string, body: Body): Promise<void> {
    const reached = await this.access.edition(actor, 'council.convene', editionId);
    await this.editions.lockCurriculum(reached.edition.curriculumId);
    const edition = await this.editions.byId(editionId);
    if (edition?.state !== 'candidate') throw new DomainError('edition.wrong_state');
    const { rules, required, passed } = await this.sessions.appraisalOf(edition);
    if (rules === null || !required || passed) throw new DomainError('council.wrong_state');
    refuseDays(body, this.clock.today());
    const members = await this.members(actor, edition, body);
    refuseComposition(members, rules);
    await this.write(actor, edition, { rules, members, body });
  }

  private async members(
    actor: Actor,
    edition: EditionRow,
    { members }: Body,
  ): Promise<Omit<CouncilMemberRow, 'councilId'>[]> {
    const possible = await this.candidates.ofEdition(actor, edition.id);
    const known = new Set(possible.map((person) => person.accountId));
    const strangers = members.flatMap(({ accountId }, index) =>
      known.has(accountId) ? [] : [index],
    );
    if (strangers.length > 0) {
      const message = 'This person holds no role that sits on a council here.';
      throw new InvalidRequest(
        strangers.map((index) => ({
          path: `members.${index}.accountId`,
          code: 'unknown',
          message,
        })),
      );
    }
    const names = await this.accounts.names(members.map((member) => member.accountId));
    return members.map((member) => ({ ...member, name: names.get(member.accountId) ?? '' }));
  }

  private async write(
    actor: Actor,
    edition: EditionRow,
    {
      rules,
      members,
      body,
    }: {
      readonly rules: AppraisalRuleSetRow;
      readonly members: readonly Omit<CouncilMemberRow, 'councilId'>[];
      readonly body: Body;
    },
  ): Promise<void> {
    const who = { by: actor.accountId, at: this.clock.now() };
    const { decisionNo, decisionDate, papersSentOn } = body;
    const council = {
      id: this.ids.next(),
      editionId: edition.id,
      ruleSetId: rules.id,
      decisionNo,
      decisionDate,
      papersSentOn,
      manifestHash: edition.manifestHash,
      convenedBy: who.by,
      convenedAt: who.at,
    };
    const rows = byDuty(members).map((member) => ({ ...member, councilId: council.id }));
    await this.councils.insert(council, rows);
    const { manifestHash } = edition;
    const seats = rows.map(({ accountId, duty }) => ({ accountId, duty }));
    await this.log.write(council, 'council_convened', who, {
      manifestHash,
      decisionNo,
      decisionDate,
      seats,
    });
  }
}

/** As councils are named on paper: the chair first, then the secretary, reviewers and members. */
function byDuty<T extends Pick<CouncilMemberRow, 'duty'>>(members: readonly T[]): T[] {
  const place = ({ duty }: T): number => COUNCIL_DUTIES.indexOf(duty);
  return [...members].sort((one, other) => place(one) - place(other));
}

function refuseDays({ decisionDate, papersSentOn }: Body, today: string): void {
  const message = 'This day has not come yet.';
  const early = [
    ...(decisionDate > today ? ['decisionDate'] : []),
    ...(papersSentOn > today ? ['papersSentOn'] : []),
  ];
  if (early.length === 0) return;
  throw new InvalidRequest(early.map((path) => ({ path, code: 'in_future', message })));
}

function refuseComposition(
  members: readonly Omit<CouncilMemberRow, 'councilId'>[],
  { parameters }: AppraisalRuleSetRow,
): void {
  const faults = compositionFaults(members, parameters);
  if (faults.length > 0) throw new DomainError('council.composition', { faults });
}
