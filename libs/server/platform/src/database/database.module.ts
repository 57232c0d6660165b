import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { Log } from '../logging/log.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';
import { Notifications } from './notifications.js';
import { registerEntities, type Entity } from './entity-registry.js';

/** Injection token of the TypeORM data source: for the platform and the drift test, not for features. */
export const DATA_SOURCE = Symbol('data-source');

@Injectable()
class DataSourceCloser implements OnApplicationShutdown {
  constructor(@Inject(DATA_SOURCE) private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Opens the pool at start and closes it after everything else has stopped. */
@Module({})
export class DatabaseModule {
  /** The data source and `Database`; part of `PlatformModule.forRoot`. */
  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: DATA_SOURCE,
          inject: [CONFIG, Log],
          useFactory: (config: Config, log: Log) => createDataSource(config, log).initialize(),
        },
        {
          provide: Database,
          inject: [DATA_SOURCE, Log],
          useFactory: (source: DataSource, log: Log) => new Database(source, log),
        },
        Notifications,
        DataSourceCloser,
      ],
      exports: [DATA_SOURCE, Database, Notifications],
    };
  }

  /** Makes the entities of a feature known: `imports: [DatabaseModule.forFeature([CohortEntity])]`. */
  static forFeature(entities: readonly Entity[]): DynamicModule {
    registerEntities(entities);
    return { module: DatabaseFeatureModule };
  }
}

/** What `DatabaseModule.forFeature` stands for in the module graph; it provides nothing. */
@Module({})
class DatabaseFeatureModule {}
