import { Injectable } from '@nestjs/common';
import type { EditionRow } from '../persistence/edition-store.js';
import { CouncilSessions, type EditionAppraisal } from './council-sessions.query.js';
import {
  editionBefore,
  EditionDossiers,
  writtenSince,
  type EditionDossier,
} from './edition-dossier.query.js';
import { Versions } from './versions.query.js';

/** Dossiers of editions that are frozen already. */
@Injectable()
export class EditionFiles {
  constructor(
    private readonly dossiers: EditionDossiers,
    private readonly versions: Versions,
    private readonly councils: CouncilSessions,
  ) {}

  /** `rows` are all editions of the curriculum. */
  async dossier(edition: EditionRow, rows: readonly EditionRow[]): Promise<EditionDossier> {
    const previous = editionBefore(rows, edition);
    const { lineId, seq, manifestHash, kind, preparedBy } = edition;
    const appraisal = await this.councils.appraisalOf(edition);
    return this.dossiers.of({
      place: { lineId, seq, manifestHash },
      kind,
      stage: stageOf(edition, appraisal),
      track: appraisal.required ? 'council' : 'signature',
      preparedBy,
      frozenHash: manifestHash,
      previous,
      previousVersion: previous === null ? null : await this.versions.ofEdition(previous),
      version: await this.versions.ofEdition(edition),
      writtenSince: writtenSince(rows, lineId, edition),
    });
  }
}

function stageOf({ state, withdrawnAt }: EditionRow, { passed }: EditionAppraisal) {
  if (withdrawnAt !== null) return 'withdrawn';
  return state === 'candidate' && passed ? 'approved' : state;
}
