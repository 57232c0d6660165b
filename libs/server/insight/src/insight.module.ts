import { LearningModule } from '@cam-nang/learning';
import { TrainingModule } from '@cam-nang/training';
import { Module } from '@nestjs/common';
import { BoardRepository } from './persistence/board.repository.js';
import { BoardQuery } from './queries/board.query.js';
import { WatchBoard } from './queries/watch-board.js';

const FOR_CONTROLLERS = [BoardQuery, WatchBoard];

@Module({
  imports: [TrainingModule, LearningModule],
  providers: [BoardRepository, ...FOR_CONTROLLERS],
  exports: FOR_CONTROLLERS,
})
export class InsightModule {}
