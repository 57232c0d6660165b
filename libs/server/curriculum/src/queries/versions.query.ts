import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { VersionStore } from '../persistence/version-store.js';
import { curriculumVersion, type CurriculumVersion } from '../policies/curriculum-version.js';

/** Versions kept in memory; each is some hundred kilobytes. */
const MOST_KEPT = 40;

/** Whole versions of curricula. A commit never changes, so what was read once is kept in memory. */
@Injectable()
export class Versions {
  readonly #kept = new Map<string, CurriculumVersion>();

  constructor(
    private readonly database: Database,
    private readonly versions: VersionStore,
    private readonly editions: EditionStore,
  ) {}

  /** The curriculum at a commit, numbered by its order. */
  async at(lineId: string, seq: number): Promise<CurriculumVersion> {
    return this.keep(`${lineId} ${seq}`, async () =>
      curriculumVersion(await this.versions.asOf(lineId, seq)),
    );
  }

  /** The curriculum of an edition, with the numbers frozen in it; a record has those of its order. */
  async ofEdition({ id, lineId, seq, recordOnly }: EditionRow): Promise<CurriculumVersion> {
    return this.keep(id, async () => {
      const rows = await this.versions.asOf(lineId, seq);
      return curriculumVersion(rows, recordOnly ? undefined : await this.editions.labels(id));
    });
  }

  /** The same by the edition's id, on the way of every reader: mostly from memory. */
  async ofEditionId(editionId: string): Promise<CurriculumVersion | null> {
    const known = this.kept(editionId);
    if (known !== undefined) return known;
    const edition = await this.editions.byId(editionId);
    return edition === null ? null : this.ofEdition(edition);
  }

  /** A transaction may still be rolled back and its commit written anew: it keeps nothing. */
  private async keep(
    key: string,
    read: () => Promise<CurriculumVersion>,
  ): Promise<CurriculumVersion> {
    const known = this.kept(key);
    if (known !== undefined) return known;
    const version = await read();
    if (!this.database.inTransaction()) this.remember(key, version);
    return version;
  }

  /** What was asked for last goes last of those that are forgotten. */
  private kept(key: string): CurriculumVersion | undefined {
    const known = this.#kept.get(key);
    if (known === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known;
  }

  private remember(key: string, version: CurriculumVersion): void {
    this.#kept.set(key, version);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return;
      this.#kept.delete(oldest);
    }
  }
}
