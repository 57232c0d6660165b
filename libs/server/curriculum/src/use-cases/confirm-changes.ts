import { calendarDate, decideCouncil, decideEdition, DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CouncilStore } from '../persistence/council-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { ConfirmableCouncil } from '../queries/confirmable-council.query.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { EditionFiles } from '../queries/edition-files.query.js';
import { CouncilLog } from './council-log.js';

/** The chair finds in a later candidate what the council asked for: it is let through without a new vote. */
@Injectable()
export class ConfirmChanges {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly councils: CouncilStore,
    private readonly confirmable: ConfirmableCouncil,
    private readonly files: EditionFiles,
    private readonly log: CouncilLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `council.wrong_state` when no council asked for changes here,
   *   `council.chair_only`, `council.nothing_changed`, `edition.manifest_changed`, `permission.same_person`
   */
  run(actor: Actor, editionId: string, manifestHash: string): Promise<void> {
    return this.database.run(async () => {
      const reached = await this.access.edition(actor, 'council.vote', editionId);
      await this.editions.lockCurriculum(reached.edition.curriculumId);
      const edition = await this.editions.byId(editionId);
      if (edition?.state !== 'candidate') throw new DomainError('edition.wrong_state');
      const file = await this.confirmable.of(edition);
      if (file === null) throw new DomainError('council.wrong_state');
      const by = actor.accountId;
      const decision = decideCouncil(
        file.session,
        { kind: 'confirm', by, manifestHash: edition.manifestHash },
        { rules: file.rules.parameters, today: calendarDate(this.clock.today()) },
      );
      if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
      await this.approve(edition, by, manifestHash);
      const at = this.clock.now();
      const councilId = file.row.id;
      await this.councils.insertConfirmation({
        editionId,
        councilId,
        manifestHash,
        confirmedBy: by,
        at,
      });
      const about = { id: councilId, editionId };
      await this.log.write(about, 'council_confirmed', { by, at }, { manifestHash });
    });
  }

  private async approve(edition: EditionRow, by: string, manifestHash: string): Promise<void> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    const { course, context } = await this.files.dossier(edition, rows);
    const decision = decideEdition(course, { kind: 'approve', by, manifestHash }, context);
    if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
  }
}
