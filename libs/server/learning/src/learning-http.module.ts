import { Module } from '@nestjs/common';
import { StudyController } from './http/study.controller.js';
import { LearningModule } from './learning.module.js';

@Module({ imports: [LearningModule], controllers: [StudyController] })
export class LearningHttpModule {}
