import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule, ModuleRef } from '@nestjs/core';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { RequestMetrics } from '../metrics/request-metrics.js';
import { Notifications } from '../database/notifications.js';
import { SESSION_ENDED, SESSION_READER, type SessionReader } from '../security/session-reader.js';
import { Sessions } from '../security/sessions.js';
import { EndpointInventory } from './endpoint-inventory.js';
import { EndpointPipeline } from './endpoint-pipeline.js';
import { Idempotency } from './idempotency.js';
import { PermissionGuard } from './permission-guard.js';
import { ProblemFilter } from './problem-filter.js';

/** Finds identity's session reader, wherever the module that provides it stands. */
@Injectable()
class SessionReaderWiring implements OnApplicationBootstrap {
  constructor(
    private readonly modules: ModuleRef,
    private readonly sessions: Sessions,
    private readonly notifications: Notifications,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.sessions.keeps) {
      await this.notifications.listen(SESSION_ENDED, (id) => void this.sessions.forget(id));
    }
    try {
      this.sessions.use(this.modules.get<SessionReader>(SESSION_READER, { strict: false }));
    } catch {
      // No feature provides sessions here: every caller is a stranger.
    }
  }
}

/** The HTTP side of the platform: guard, filter, pipeline and the list of routes. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    {
      provide: Sessions,
      inject: [CONFIG],
      useFactory: (config: Config) => new Sessions(null, config.SESSION_CACHE_MS),
    },
    SessionReaderWiring,
    EndpointInventory,
    EndpointPipeline,
    Idempotency,
    RequestMetrics,
    PermissionGuard,
    { provide: APP_GUARD, useExisting: PermissionGuard },
    ProblemFilter,
    { provide: APP_FILTER, useExisting: ProblemFilter },
  ],
  exports: [Sessions, EndpointInventory, RequestMetrics],
})
export class PlatformHttpModule {}
