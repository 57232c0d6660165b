import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { constants } from 'node:zlib';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EndpointDescriptor } from '@cam-nang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { isSecure } from '../config/load-config.js';
import { Ids, uuidV7 } from '../ids/ids.js';
import { frameworkLog } from '../logging/framework-log.js';
import { Log } from '../logging/log.js';
import { scrubText } from '../logging/scrub.js';
import { Health } from '../health/health.js';
import { addHealthRoutes } from '../health/health-routes.js';
import { RequestMetrics } from '../metrics/request-metrics.js';
import { addDocsRoutes } from '../openapi/docs-routes.js';
import { LONGEST_PARAMETER, pathOf, partsAtFault } from './address.js';
import { openDrawnPages } from './drawn-pages.js';
import { EndpointInventory } from './endpoint-inventory.js';
import { EndpointPipeline } from './endpoint-pipeline.js';
import { securityHeaders } from './hardening.js';
import { InvalidRequest } from './invalid-request.js';
import { problemOf, tell } from './problem.js';
import { addRequestHooks } from './request-hooks.js';
import { serveWeb } from './web.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: EndpointDescriptor;
    bodyLimit?: number | undefined;
  }
}

const REQUEST_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_MS = 65_000;

/** An address that cannot even be read is refused before any hook runs. */
function refuseAddress(
  error: unknown,
  url: string,
  headers: Readonly<Record<string, string>>,
  reply: FastifyReply,
): void {
  const errors = partsAtFault(url);
  const told =
    errors.length > 0 ? tell(new InvalidRequest(errors, 'request.malformed')) : tell(error);
  const where = { correlationId: uuidV7(Date.now()), instance: scrubText(pathOf(url)) };
  const problem = problemOf(told, where);
  void reply
    .status(problem.status)
    .headers(headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** The HTTP server below the framework, with limits but no routes. */
export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    skipMiddie: true,
    bodyLimit: config.BODY_LIMIT_BYTES,
    trustProxy: config.TRUST_PROXY.length === 0 ? false : [...config.TRUST_PROXY],
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      refuseAddress(error, request.url, securityHeaders(isSecure(config)), reply);
    },
    routerOptions: { maxParamLength: LONGEST_PARAMETER, ignoreTrailingSlash: true },
  });
}

async function addPlugins(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    threshold: 1_024,
    encodings: ['br', 'gzip', 'identity'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 5 },
  });
  await server.register(multipart, { limits: { files: 1 } });
}

/** Routes state their largest body in their configuration; the server holds them to it. */
function holdBodyLimits(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const limit = route.config?.bodyLimit;
    if (limit !== undefined) route.bodyLimit = limit;
  });
}

/**
 * Makes the HTTP program out of a root module that imports `PlatformModule` and
 * `PlatformHttpModule`. It is initialised but does not listen yet.
 */
export async function createHttpApp(
  rootModule: object,
  config: Config,
  log: Log,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    rootModule as never,
    createAdapter(config),
    { logger: frameworkLog(log), abortOnError: false, forceCloseConnections: false },
  );
  return prepareHttpApp(app);
}

/** Adds hooks, plugins and static pages to an application made elsewhere (specs), and initialises it. */
export async function prepareHttpApp(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  const config = app.get<Config>(CONFIG);
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const metrics = app.get(RequestMetrics);
  addRequestHooks(server, {
    ids: app.get(Ids),
    log: app.get(Log),
    pipeline: app.get(EndpointPipeline),
    headers: securityHeaders(isSecure(config)),
    onFinished: (finished) => metrics.observe(finished),
  });
  holdBodyLimits(server);
  await addPlugins(server);
  addHealthRoutes(server, app.get(Health));
  addDocsRoutes(server, app.get(EndpointInventory));
  if (config.WEB_ROOT !== undefined) {
    const draw = await openDrawnPages(server, config.WEB_ROOT, app.get(Log));
    serveWeb(server, config.WEB_ROOT, draw);
  }
  await app.init();
  await server.ready();
  return app;
}
