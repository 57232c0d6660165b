import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AUDIT_TRAIL,
  Clock,
  createLog,
  loadConfig,
  type Log,
  PlatformModule,
  SESSION_READER,
  type SessionReader,
} from '@cam-nang/platform';
import {
  createAdapter,
  PlatformHttpModule,
  prepareHttpApp,
  Sessions,
} from '@cam-nang/platform/http';
import { PlatformJobsModule } from '@cam-nang/platform/jobs';
import { FakeClock } from '@cam-nang/platform/testing';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { begin, type Beginning, type Begun } from './beginning.js';
import { provides, type ModuleRef } from './provides.js';
import { RecordedAuditModule } from './recorded-audit.js';
import { TestApp } from './test-app.js';
import { TestSessions } from './test-sessions.js';

/** What a spec's application is made of. */
export interface BuildOptions {
  /** The modules under test: `XModule`, `XHttpModule`, `XJobsModule` and what they stand on. */
  readonly modules: readonly ModuleRef[];
  /** Providers replaced by doubles. */
  readonly overrides?: readonly { readonly provide: unknown; readonly useValue: unknown }[];
  /** The time; a clock that stands still at 2 March 2026, 09:00 in Hanoi, by default. */
  readonly clock?: FakeClock;
  /** What was done before; the clock stands where it was left then. */
  readonly from?: Beginning;
  /** A database made before, which stays when the application is closed. */
  readonly database?: TestDatabase;
  /** The log, where a spec reads what was written; else silent. */
  readonly log?: Log;
  /** Variables of the configuration. */
  readonly environment?: Readonly<Record<string, string>>;
}

function environmentOf(database: TestDatabase, folder: string, options: BuildOptions) {
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['SPEC_LOG_LEVEL'] ?? 'silent',
    DATABASE_URL: database.url,
    DATABASE_POOL: '6',
    // Many databases are made at once beside the spec: a slow machine is no fault of what it tests.
    DATABASE_CONNECT_TIMEOUT_MS: '60000',
    SESSION_CACHE_MS: '0',
    STORAGE_DIR: join(folder, 'files'),
    SECRETS_DIR: join(folder, 'secrets'),
    HEADS_DIR: join(folder, 'heads'),
    ...options.environment,
  };
}

function platformOf(database: TestDatabase, folder: string, options: BuildOptions): DynamicModule {
  const config = loadConfig(environmentOf(database, folder, options));
  const log = options.log ?? createLog({ program: 'spec', level: config.LOG_LEVEL });
  return PlatformModule.forRoot(config, log);
}

function withAudit(modules: readonly ModuleRef[]): ModuleRef[] {
  if (provides(modules, AUDIT_TRAIL)) return [...modules];
  return [...modules, { module: RecordedAuditModule, global: true }];
}

async function compile(platform: DynamicModule, clock: FakeClock, options: BuildOptions) {
  const builder = Test.createTestingModule({
    imports: [platform, PlatformHttpModule, PlatformJobsModule, ...withAudit(options.modules)],
  });
  builder.overrideProvider(Clock).useValue(clock);
  for (const { provide, useValue } of options.overrides ?? []) {
    builder.overrideProvider(provide).useValue(useValue);
  }
  return builder.compile();
}

function wireSessions(nest: NestFastifyApplication): TestSessions {
  const sessions = new TestSessions();
  try {
    sessions.real = nest.get<SessionReader>(SESSION_READER, { strict: false });
  } catch {
    // The spec does without identity: only the actors it names are signed in.
  }
  nest.get(Sessions).use(sessions);
  return sessions;
}

/** Starts an application of the modules under test on a database of its own. `close` it afterwards. */
export async function buildApp(options: BuildOptions): Promise<TestApp> {
  const { from } = options;
  const begun = from && (await begin(from, (modules) => buildApp({ modules })));
  const database = options.database ?? (await createTestDatabase(begun?.database));
  try {
    return await buildOn(database, options, begun);
  } catch (error) {
    if (options.database === undefined) await database.drop();
    throw error;
  }
}

async function buildOn(
  database: TestDatabase,
  options: BuildOptions,
  begun: Begun | undefined,
): Promise<TestApp> {
  const clock = options.clock ?? new FakeClock();
  const folder = mkdtempSync(join(tmpdir(), 'cam-nang-spec-'));
  if (begun !== undefined) {
    cpSync(begun.folder, folder, { recursive: true });
    clock.set(begun.at);
  }
  const platform = platformOf(database, folder, options);
  const module = await compile(platform, clock, options);
  const config = loadConfig(environmentOf(database, folder, options));
  const nest = module.createNestApplication<NestFastifyApplication>(createAdapter(config), {
    logger: false,
  });
  await prepareHttpApp(nest);
  const parts = { nest, database, clock, folder, sessions: wireSessions(nest) };
  const keepsDatabase = options.database !== undefined;
  return new TestApp({ ...parts, keepsDatabase, begun: begun?.told });
}
