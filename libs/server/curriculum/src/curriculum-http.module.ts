import { Module } from '@nestjs/common';
import { CurriculumModule } from './curriculum.module.js';
import { ChangeRequestController } from './http/change-request.controller.js';
import { CommentController } from './http/comment.controller.js';
import { CouncilController } from './http/council.controller.js';
import { CourseController } from './http/course.controller.js';
import { DraftController } from './http/draft.controller.js';
import { EditionController } from './http/edition.controller.js';
import { HandbookController } from './http/handbook.controller.js';
import { HistoryController } from './http/history.controller.js';
import { ImageController } from './http/image.controller.js';
import { LegalDocumentController } from './http/legal-document.controller.js';
import { MergeController } from './http/merge.controller.js';
import { WordImportController } from './http/word-import.controller.js';

@Module({
  imports: [CurriculumModule],
  controllers: [
    ChangeRequestController,
    CommentController,
    CouncilController,
    CourseController,
    DraftController,
    EditionController,
    HandbookController,
    HistoryController,
    ImageController,
    LegalDocumentController,
    MergeController,
    WordImportController,
  ],
})
export class CurriculumHttpModule {}
