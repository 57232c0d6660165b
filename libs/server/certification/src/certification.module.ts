import { AssessmentModule } from '@cam-nang/assessment';
import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { LearningModule } from '@cam-nang/learning';
import { OrganisationModule } from '@cam-nang/organisation';
import { TrainingModule } from '@cam-nang/training';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { CertificateDocuments } from './documents/certificate-documents.js';
import { createTypstDocuments } from './documents/typst-documents.js';
import { AmendmentRepository } from './persistence/amendment.repository.js';
import { BatchFailureRepository } from './persistence/batch-failure.repository.js';
import { CertificateTypeRepository } from './persistence/certificate-type.repository.js';
import { DecisionRepository } from './persistence/decision.repository.js';
import { DocumentRepository } from './persistence/document.repository.js';
import { EntryRepository } from './persistence/entry.repository.js';
import { NumberSeriesRepository } from './persistence/number-series.repository.js';
import { ProposalItemRepository } from './persistence/proposal-item.repository.js';
import { ProposalRepository } from './persistence/proposal.repository.js';
import { RegisterAuditRepository } from './persistence/register-audit.repository.js';
import { RegisterPageRepository } from './persistence/register-page.repository.js';
import { SealingRepository } from './persistence/sealing.repository.js';
import { TreeRepository } from './persistence/tree.repository.js';
import { AwardLists } from './queries/award-list.query.js';
import { AwardSettings } from './queries/award-setting.query.js';
import { Batches } from './queries/batch-view.query.js';
import { CertificateFiles } from './queries/certificate-file.query.js';
import { CertificateViews } from './queries/certificate-view.query.js';
import { Eligibility } from './queries/eligibility.query.js';
import { OwnCertificate } from './queries/own-certificate.query.js';
import { Papers } from './queries/papers.query.js';
import { PrintChecks } from './queries/print-check.query.js';
import { ProposalList } from './queries/proposal-list.query.js';
import { ProposalViews } from './queries/proposal-view.query.js';
import { ReachableProposals } from './queries/reachable-proposal.query.js';
import { RegisterRows } from './queries/register-rows.query.js';
import { Register } from './queries/register.query.js';
import { Verification } from './queries/verification.query.js';
import { HeadCheck } from './register/head-check.js';
import { LeafSource } from './register/leaf-source.js';
import { PublishHeads } from './register/publish-heads.js';
import { PublishedHeads } from './register/published-heads.js';
import { RegisterTree } from './register/register-tree.js';
import { SealBatch } from './register/seal-batch.js';
import { VerifyRegister } from './register/verify-register.js';
import { ComputeAward } from './use-cases/compute-award.js';
import { ConfirmPrinted } from './use-cases/confirm-printed.js';
import { LoadCertificateType } from './use-cases/load-certificate-type.js';
import { MakeChunk } from './use-cases/make-chunk.js';
import { MakeDocument } from './use-cases/make-document.js';
import { NumberEntries } from './use-cases/number-entries.js';
import { ReturnProposal } from './use-cases/return-proposal.js';
import { SignAward } from './use-cases/sign-award.js';
import { SubmitProposal } from './use-cases/submit-proposal.js';

const REPOSITORIES = [
  AmendmentRepository,
  BatchFailureRepository,
  CertificateTypeRepository,
  DecisionRepository,
  DocumentRepository,
  EntryRepository,
  NumberSeriesRepository,
  ProposalItemRepository,
  ProposalRepository,
  RegisterAuditRepository,
  RegisterPageRepository,
  SealingRepository,
  TreeRepository,
];

const REGISTER = [HeadCheck, LeafSource, PublishHeads, PublishedHeads, RegisterTree];

const READING = [
  AwardLists,
  AwardSettings,
  CertificateViews,
  Eligibility,
  Papers,
  PrintChecks,
  ReachableProposals,
  RegisterRows,
];

/** What controllers and job handlers call. */
const FOR_DOORS = [
  Batches,
  CertificateFiles,
  ComputeAward,
  ConfirmPrinted,
  MakeChunk,
  OwnCertificate,
  ProposalList,
  ProposalViews,
  Register,
  ReturnProposal,
  SealBatch,
  SignAward,
  SubmitProposal,
  Verification,
];

const FOR_OTHERS = [LoadCertificateType, VerifyRegister];

@Module({
  imports: [
    OrganisationModule,
    IdentityModule,
    CurriculumModule,
    TrainingModule,
    AssessmentModule,
    LearningModule,
  ],
  providers: [
    ...REPOSITORIES,
    ...REGISTER,
    ...READING,
    MakeDocument,
    NumberEntries,
    ...FOR_DOORS,
    ...FOR_OTHERS,
    { provide: CertificateDocuments, useFactory: createTypstDocuments },
  ],
  exports: [...FOR_DOORS, ...FOR_OTHERS],
})
export class CertificationModule implements OnApplicationShutdown {
  constructor(private readonly documents: CertificateDocuments) {}

  /** The typesetter is a process of its own and ends with the program. */
  async onApplicationShutdown(): Promise<void> {
    await this.documents.close();
  }
}
