import type { addLegalChange, addLegalDocument, InputOf } from '@cam-nang/contracts';
import { RequestContext, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { LegalDocumentStore } from '../persistence/legal-document-store.js';
import { legalFacts } from '../policies/legal-facts.js';
import { KeepLegalDocument } from './keep-legal-document.js';
import { LinkLegalDocuments } from './link-legal-documents.js';

/** Brings documents of a file into the register by the acts of its keeper; what is there stays as it is. */
@Injectable()
export class LoadLegalDocuments {
  constructor(
    private readonly store: LegalDocumentStore,
    private readonly keeping: KeepLegalDocument,
    private readonly linking: LinkLegalDocuments,
  ) {}

  /** Answers the document's id, whether it was there or is new. @throws DomainError as `KeepLegalDocument.add` */
  async addOnce(actor: Actor, sent: InputOf<typeof addLegalDocument>['body']): Promise<string> {
    const facts = legalFacts(sent);
    const there = await this.store.byNumber(facts);
    return there?.id ?? as(actor, () => this.keeping.add(actor, facts));
  }

  /** @throws DomainError as `LinkLegalDocuments.add` */
  async linkOnce(
    actor: Actor,
    ofId: string,
    asked: InputOf<typeof addLegalChange>['body'],
  ): Promise<void> {
    const { byId, effect, from } = asked;
    const there = (await this.store.changes()).some(
      (one) => one.ofId === ofId && one.byId === byId && one.effect === effect && one.from === from,
    );
    if (!there) await as(actor, () => this.linking.add(actor, ofId, asked));
  }
}

function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return RequestContext.run({ correlationId: 'demonstration', actor, work: 'seed' }, work);
}
