import { LegalDocumentStore } from './persistence/legal-document-store.js';
import { LegalBases } from './queries/legal-bases.query.js';
import { LegalDocuments } from './queries/legal-documents.query.js';
import { KeepLegalDocument } from './use-cases/keep-legal-document.js';
import { LinkLegalDocuments } from './use-cases/link-legal-documents.js';
import { LoadLegalDocuments } from './use-cases/load-legal-documents.js';

/** The register of legal documents. */
export const LEGAL_REGISTER = [
  KeepLegalDocument,
  LegalBases,
  LegalDocuments,
  LegalDocumentStore,
  LinkLegalDocuments,
  LoadLegalDocuments,
];
