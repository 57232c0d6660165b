import { Injectable } from '@nestjs/common';
import type { EditionRow } from '../persistence/edition-store.js';
import { editionBefore, EditionDossiers, type EditionDossier } from './edition-dossier.query.js';
import { Versions } from './versions.query.js';

/** Dossiers of editions that are frozen already. */
@Injectable()
export class EditionFiles {
  constructor(
    private readonly dossiers: EditionDossiers,
    private readonly versions: Versions,
  ) {}

  /** `rows` are all editions of the curriculum. */
  async dossier(edition: EditionRow, rows: readonly EditionRow[]): Promise<EditionDossier> {
    const previous = editionBefore(rows, edition);
    const { lineId, seq, manifestHash, kind, preparedBy } = edition;
    return this.dossiers.of({
      place: { lineId, seq, manifestHash },
      kind,
      stage: edition.withdrawnAt === null ? edition.state : 'withdrawn',
      preparedBy,
      frozenHash: manifestHash,
      previous,
      previousVersion: previous === null ? null : await this.versions.ofEdition(previous),
      version: await this.versions.ofEdition(edition),
    });
  }
}
