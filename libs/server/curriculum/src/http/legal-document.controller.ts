import {
  addLegalChange,
  addLegalDocument,
  amendLegalDocument,
  listLegalDocuments,
  readEditionBases,
  readLegalDocument,
  readRequestBases,
  removeLegalChange,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { legalFacts } from '../policies/legal-facts.js';
import { LegalBases } from '../queries/legal-bases.query.js';
import { LegalDocuments } from '../queries/legal-documents.query.js';
import { KeepLegalDocument } from '../use-cases/keep-legal-document.js';
import { LinkLegalDocuments } from '../use-cases/link-legal-documents.js';

type Bases = ResponseOf<typeof readEditionBases>;
type View = ResponseOf<typeof readLegalDocument>;

/** Acts on a document answer the document as it then stands. */
@Controller()
export class LegalDocumentController {
  constructor(
    private readonly documents: LegalDocuments,
    private readonly bases: LegalBases,
    private readonly keeping: KeepLegalDocument,
    private readonly linking: LinkLegalDocuments,
  ) {}

  @Endpoint(listLegalDocuments)
  @RequirePermission('curriculum.read')
  list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof listLegalDocuments>,
  ): Promise<ResponseOf<typeof listLegalDocuments>> {
    return this.documents.list(actor, query);
  }

  @Endpoint(readLegalDocument)
  @RequirePermission('curriculum.read')
  read(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof readLegalDocument>,
  ): Promise<View> {
    return this.documents.read(actor, params.documentId, query.on);
  }

  @Endpoint(readEditionBases)
  @RequirePermission('curriculum.read')
  ofEdition(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof readEditionBases>,
  ): Promise<Bases> {
    return this.bases.ofEdition(actor, params.editionId, query.on);
  }

  @Endpoint(readRequestBases)
  @RequirePermission('curriculum.read')
  ofRequest(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof readRequestBases>,
  ): Promise<Bases> {
    return this.bases.ofRequest(actor, params.requestId, query.on);
  }

  @Endpoint(addLegalDocument)
  @RequirePermission('legal-document.keep')
  async add(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof addLegalDocument>,
  ): Promise<View> {
    return this.documents.read(actor, await this.keeping.add(actor, legalFacts(body)));
  }

  @Endpoint(amendLegalDocument)
  @RequirePermission('legal-document.keep')
  async amend(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof amendLegalDocument>,
  ): Promise<View> {
    await this.keeping.amend(actor, params.documentId, legalFacts(body), body.version);
    return this.documents.read(actor, params.documentId);
  }

  @Endpoint(addLegalChange)
  @RequirePermission('legal-document.keep')
  async addChange(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof addLegalChange>,
  ): Promise<View> {
    await this.linking.add(actor, params.documentId, body);
    return this.documents.read(actor, params.documentId);
  }

  @Endpoint(removeLegalChange)
  @RequirePermission('legal-document.keep')
  async removeChange(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof removeLegalChange>,
  ): Promise<View> {
    await this.linking.remove(actor, params.documentId, params.changeId);
    return this.documents.read(actor, params.documentId);
  }
}
