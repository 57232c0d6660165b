import { CertificateDocuments } from './certificate-documents.js';
import { TypstEngine } from './typst/typst-engine.js';

/** Certificates drawn by Typst, in a process that starts with the first document. */
export function createTypstDocuments(): CertificateDocuments {
  return new CertificateDocuments(new TypstEngine());
}
