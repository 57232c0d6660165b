import type { castBallot, InputOf } from '@cam-nang/contracts';
import { calendarDate, decideCouncil, DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CouncilStore } from '../persistence/council-store.js';
import { CouncilAccess } from '../queries/council-access.query.js';
import { CouncilSessions } from '../queries/council-sessions.query.js';
import { CouncilLog } from './council-log.js';

type Body = InputOf<typeof castBallot>['body'];

/** A member's vote; an earlier one stays on record and no longer counts. */
@Injectable()
export class CastBallot {
  constructor(
    private readonly database: Database,
    private readonly access: CouncilAccess,
    private readonly councils: CouncilStore,
    private readonly sessions: CouncilSessions,
    private readonly log: CouncilLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `council.wrong_state`, `council.not_a_member`, `edition.manifest_changed`,
   *   `permission.same_person` for whoever wrote in it, `request.invalid` for an objection without reason
   */
  run(actor: Actor, councilId: string, { value, manifestHash, comment }: Body): Promise<void> {
    return this.database.run(async () => {
      await this.access.council(actor, 'council.vote', councilId);
      const row = await this.councils.lock(councilId);
      if (row === null) throw new DomainError('resource.not_found');
      const { session, rules } = await this.sessions.ofOne(row);
      const by = actor.accountId;
      const decision = decideCouncil(
        session,
        { kind: 'vote', by, value, manifestHash, comment },
        { rules: rules.parameters, today: calendarDate(this.clock.today()) },
      );
      if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
      const at = this.clock.now();
      await this.councils.insertBallot({
        councilId,
        memberId: by,
        value,
        manifestHash,
        comment: comment.trim(),
        at,
      });
      await this.log.write(row, 'council_voted', { by, at }, { value, manifestHash });
    });
  }
}
