import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CertificateLayout } from '@cam-nang/domain';
import { Clock, Storage } from '@cam-nang/platform';
import { CertificateDocuments } from '../documents/certificate-documents.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import type { EntryRow } from '../persistence/entry.repository.js';

/** Storage key of a paper: by its entry, and by its bytes, so that no bytes ever replace others. */
export function documentKey(entryId: string, sha256: string): string {
  return `certificates/${entryId.slice(-2)}/${entryId}-${sha256.slice(0, 16)}.pdf`;
}

/** Makes the paper of one register line: rendered, stored, registered. */
@Injectable()
export class MakeDocument {
  constructor(
    private readonly documents: CertificateDocuments,
    private readonly storage: Storage,
    private readonly rows: DocumentRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * May be repeated at any step: the same line gives the same bytes under the same key, and the
   * document that was registered first stays.
   *
   * @throws UnprintableCertificateError, DocumentEngineError
   */
  async run(
    entry: EntryRow,
    layout: { readonly id: string; readonly body: CertificateLayout },
  ): Promise<void> {
    const { pdf } = await this.documents.renderCertificate(layout.body, entry.printed);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const storageKey = documentKey(entry.id, sha256);
    await this.storage.put(storageKey, pdf, { mediaType: 'application/pdf' });
    await this.rows.add({
      entryId: entry.id,
      sha256,
      bytes: pdf.length,
      storageKey,
      layoutId: layout.id,
      engine: this.documents.engine.name,
      madeAt: this.clock.now(),
    });
  }
}
