import { Module } from '@nestjs/common';
import { BoardController } from './http/board.controller.js';
import { InsightModule } from './insight.module.js';

@Module({ imports: [InsightModule], controllers: [BoardController] })
export class InsightHttpModule {}
