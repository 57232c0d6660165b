import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock/clock.js';
import type { Config } from './config/config-schema.js';
import { CONFIG } from './config/config-token.js';
import { DatabaseModule } from './database/database.module.js';
import { Health } from './health/health.js';
import { InternalServer } from './health/internal-server.js';
import { Ids } from './ids/ids.js';
import { Keys } from './keys/keys.js';
import { createLog, Log } from './logging/log.js';
import { JobFailures } from './jobs/job-failures.js';
import { JobProgress } from './jobs/job-progress.js';
import { Metrics } from './metrics/metrics.js';
import { Outbox } from './outbox/outbox.js';
import { Papers } from './papers/papers.js';
import { RateLimiter } from './security/rate-limiter.js';
import { SessionCookie } from './security/session-cookie.js';
import { storageProvider } from './storage/storage-provider.js';
import { Closing } from './shutdown/closing.js';

/** What every program stands on: config, log, clock, ids, database, outbox, storage, keys. Global. */
@Module({})
export class PlatformModule {
  static forRoot(
    config: Config,
    log: Log = createLog({ program: 'cam-nang', level: config.LOG_LEVEL }),
    clock: Clock = new Clock(),
  ): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Log, useValue: log },
      { provide: Clock, useValue: clock },
      Ids,
      Keys,
      Metrics,
      Outbox,
      Papers,
      JobProgress,
      JobFailures,
      SessionCookie,
      RateLimiter,
      storageProvider,
      Closing,
      Health,
      InternalServer,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [DatabaseModule.forRoot()],
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}
