import 'reflect-metadata';
import {
  createLog,
  frameworkLog,
  loadConfig,
  runProgram,
  stopWithParent,
} from '@cam-nang/platform';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

await runProgram(async () => {
  const config = loadConfig(process.env);
  const log = createLog({ program: 'worker', level: config.LOG_LEVEL });
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config, log), {
    logger: frameworkLog(log),
    abortOnError: false,
  });
  stopWithParent(app, { log, graceMs: config.SHUTDOWN_GRACE_MS });
  log.info(
    { queue: config.REDIS_URL === undefined ? 'postgresql' : 'redis' },
    'the worker is ready',
  );
});
