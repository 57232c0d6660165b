import { createHash } from 'node:crypto';
import { DomainError } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Log, Storage, StoredFileMissing, type Actor, type FileBody } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentRepository, type DocumentRow } from '../persistence/document.repository.js';
import { EntryRepository, type EntryRow } from '../persistence/entry.repository.js';

/** The stored papers, for their holders and for readers of certificates. */
@Injectable()
export class CertificateFiles {
  constructor(
    private readonly entries: EntryRepository,
    private readonly documents: DocumentRepository,
    private readonly organisations: OrganisationFacade,
    private readonly scope: Scope,
    private readonly storage: Storage,
    private readonly log: Log,
  ) {}

  /**
   * The paper, byte for byte as registered. Anyone else's does not exist for the person.
   *
   * @throws DomainError `certificate.not_found`, `certificate.not_ready`, `server.unavailable` when
   *   the stored bytes are gone or not those of the register
   */
  async read(actor: Actor, entryId: string): Promise<FileBody> {
    const entry = await this.entries.byId(entryId);
    if (entry === null || !(await this.mayRead(actor, entry))) {
      throw new DomainError('certificate.not_found');
    }
    const document = await this.documents.of(entryId);
    if (document === null) throw new DomainError('certificate.not_ready');
    const content = await this.genuineBytes(document);
    const fileName = `${entry.serialNumber} ${entry.printed.holderName}.pdf`;
    return { content, fileName: fileName.replace(/[\\/:*?"<>|]/g, '-'), length: content.length };
  }

  private async mayRead(actor: Actor, entry: EntryRow): Promise<boolean> {
    if (entry.personId === actor.personId) return true;
    const [issuer] = await this.organisations.organisations([entry.issuerId]);
    if (issuer === undefined) return false;
    return this.scope.reaches(actor, 'certificate.read', issuer.unitId);
  }

  private async genuineBytes({ entryId, storageKey, sha256 }: DocumentRow): Promise<Buffer> {
    const bytes = await this.storage.get(storageKey).catch((error: unknown) => {
      if (error instanceof StoredFileMissing) return null;
      throw error;
    });
    const found = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
    if (bytes !== null && found === sha256) return bytes;
    this.log.error(
      { entryId, storageKey, sha256, found },
      'a stored certificate is not as registered',
    );
    throw new DomainError('server.unavailable', { reason: 'document_damaged' });
  }
}
