import { calendarDate, decideCouncil, DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CouncilStore } from '../persistence/council-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { CouncilAccess } from '../queries/council-access.query.js';
import { CouncilSessions } from '../queries/council-sessions.query.js';
import { CouncilLog } from './council-log.js';
import { ReturnEdition } from './return-edition.js';

/** The chair closes the vote: what the count says is the outcome, and what did not pass goes back. */
@Injectable()
export class CloseCouncil {
  constructor(
    private readonly database: Database,
    private readonly access: CouncilAccess,
    private readonly councils: CouncilStore,
    private readonly editions: EditionStore,
    private readonly sessions: CouncilSessions,
    private readonly returning: ReturnEdition,
    private readonly log: CouncilLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `council.wrong_state`, `council.chair_only`, `council.cannot_decide` with the
   *   faults, `request.invalid` when what is to change is not said
   */
  run(actor: Actor, councilId: string, conclusion: string): Promise<void> {
    return this.database.run(async () => {
      const { edition } = await this.access.council(actor, 'council.vote', councilId);
      await this.editions.lockCurriculum(edition.curriculumId);
      const row = await this.councils.lock(councilId);
      if (row === null) throw new DomainError('resource.not_found');
      const { session, rules } = await this.sessions.ofOne(row);
      const by = actor.accountId;
      const today = calendarDate(this.clock.today());
      const decision = decideCouncil(
        session,
        { kind: 'close', by, conclusion },
        { rules: rules.parameters, today },
      );
      if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
      if (decision.value.kind !== 'decided') throw new DomainError('council.wrong_state');
      const { outcome } = decision.value;
      await this.log.decide(row, { by, at: this.clock.now() }, { outcome, conclusion });
      if (outcome !== 'pass') await this.returning.write(row.editionId, by, conclusion);
    });
  }
}
