import { Injectable } from '@nestjs/common';
import { CouncilStore, type CouncilRow } from '../persistence/council-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { CouncilSessions, type CouncilFile } from './council-sessions.query.js';

/**
 * The council that asked for changes in an earlier candidate of the same number. Candidates in between that no council
 * sat on change nothing about it.
 */
@Injectable()
export class ConfirmableCouncil {
  constructor(
    private readonly councils: CouncilStore,
    private readonly editions: EditionStore,
    private readonly sessions: CouncilSessions,
  ) {}

  async of(edition: EditionRow): Promise<CouncilFile | null> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    const before = rows.filter(
      (row) =>
        row.state === 'returned' &&
        row.major === edition.major &&
        row.minor === edition.minor &&
        row.id !== edition.id &&
        row.preparedAt <= edition.preparedAt,
    );
    const [council] = await this.councils.ofEditions(before.map(({ id }) => id));
    if (council === undefined) return null;
    return council.outcome === 'pass_with_changes' ? this.sessions.ofOne(council) : null;
  }

  /** The changed candidate that waits for the word of a council that asked for changes; null when none does. */
  async awaiting(council: CouncilRow): Promise<EditionRow | null> {
    if (council.outcome !== 'pass_with_changes') return null;
    const judged = await this.editions.byId(council.editionId);
    if (judged === null) return null;
    const rows = await this.editions.ofCurricula([judged.curriculumId]);
    const next = rows.find(
      ({ state, major, minor }) =>
        state === 'candidate' && major === judged.major && minor === judged.minor,
    );
    if (next === undefined || (await this.of(next))?.row.id !== council.id) return null;
    if (next.manifestHash === council.manifestHash) return null;
    const { passed } = await this.sessions.appraisalOf(next);
    return passed ? null : next;
  }
}
