import { IdentityModule } from '@cam-nang/identity';
import { OrganisationModule } from '@cam-nang/organisation';
import { Module } from '@nestjs/common';
import { CurriculumFacade } from './curriculum.facade.js';
import { HeadsFile } from './integrity/heads-file.js';
import { PublishedHeads } from './integrity/published-heads.js';
import { CommitStore } from './persistence/commit-store.js';
import { CourseStore } from './persistence/course-store.js';
import { DocumentStore } from './persistence/document-store.js';
import { EditionEventStore } from './persistence/edition-event-store.js';
import { EditionStore } from './persistence/edition-store.js';
import { LineStore } from './persistence/line-store.js';
import { NodeStore } from './persistence/node-store.js';
import { RevisionStore } from './persistence/revision-store.js';
import { VersionStore } from './persistence/version-store.js';
import { EditionViews } from './queries/edition-views.query.js';
import { Versions } from './queries/versions.query.js';
import { CommitToLine } from './use-cases/commit-to-line.js';
import { CreateCourse } from './use-cases/create-course.js';
import { ImportTree } from './use-cases/import-tree.js';
import { KeepRevisions } from './use-cases/keep-revisions.js';

const STORES = [
  CommitStore,
  CourseStore,
  DocumentStore,
  EditionEventStore,
  EditionStore,
  LineStore,
  NodeStore,
  RevisionStore,
  VersionStore,
];

const INTEGRITY = [HeadsFile, PublishedHeads];

/** What the features to the right ask, and what it reads. */
const READING = [Versions, EditionViews, CurriculumFacade];

const WRITING = [CommitToLine, CreateCourse, ImportTree, KeepRevisions];

@Module({
  imports: [IdentityModule, OrganisationModule],
  providers: [...STORES, ...INTEGRITY, ...READING, ...WRITING],
  exports: [...WRITING, CurriculumFacade],
})
export class CurriculumModule {}
