import type {
  addLegalDocument,
  listLegalDocuments,
  RequestOf,
  ResponseOf,
} from '@cam-nang/contracts';

export type LegalDocument = ResponseOf<typeof listLegalDocuments>['documents'][number];
export type LegalStanding = LegalDocument['standing'];
export type LegalState = LegalStanding['state'];
export type LegalFacts = RequestOf<typeof addLegalDocument>['body'];
