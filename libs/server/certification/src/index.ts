export { CertificationModule } from './certification.module.js';
export { createTypstDocuments } from './documents/typst-documents.js';
export { CertificateDocuments } from './documents/certificate-documents.js';
export { registerFindingLine, type RegisterFinding } from './register/register-finding.js';
export { VerifyRegister } from './register/verify-register.js';
export { LoadCertificateType, type NewCertificateType } from './use-cases/load-certificate-type.js';
