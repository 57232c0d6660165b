import { decideEdition, DomainError } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PublishedHeads } from '../integrity/published-heads.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { EditionFiles } from '../queries/edition-files.query.js';
import { CouncilLog } from './council-log.js';

/** Sends a candidate back with an opinion: by who would sign it, or by who prepares editions. */
@Injectable()
export class ReturnEdition {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly files: EditionFiles,
    private readonly councils: CouncilLog,
    private readonly events: EditionEventStore,
    private readonly heads: PublishedHeads,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `edition.wrong_state`, `permission.denied` */
  run(actor: Actor, editionId: string, reason: string): Promise<void> {
    return this.database.run(async () => {
      const reached = await this.access.edition(actor, 'curriculum.read', editionId);
      await this.demand(actor, reached.course);
      await this.editions.lockCurriculum(reached.edition.curriculumId);
      const edition = await this.editions.byId(editionId);
      if (edition === null) throw new DomainError('resource.not_found');
      const rows = await this.editions.ofCurricula([edition.curriculumId]);
      const { course, context } = await this.files.dossier(edition, rows);
      const by = actor.accountId;
      const decision = decideEdition(course, { kind: 'return', by, reason }, context);
      if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
      await this.councils.dissolve(editionId, { by, at: this.clock.now() }, reason);
      await this.write(editionId, by, reason);
    });
  }

  /** What sending back writes; the caller has judged it and holds the curriculum's lock. */
  async write(editionId: string, by: string, reason: string): Promise<void> {
    await this.editions.setReturned(editionId);
    await this.audit.record({
      action: 'edition.return',
      subject: { kind: 'edition', id: editionId },
    });
    const at = this.clock.now();
    const payload = { reason };
    await this.events.append({ editionId, event: 'returned', actorId: by, at, payload });
    this.database.afterCommit(() => this.heads.publish());
  }

  private async demand(actor: Actor, course: Parameters<CourseAccess['reaches']>[2]) {
    const signs = await this.access.reaches(actor, 'edition.issue', course);
    if (signs || (await this.access.reaches(actor, 'edition.prepare', course))) return;
    throw new DomainError('permission.denied', { permission: 'edition.issue' });
  }
}
