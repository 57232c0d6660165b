import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { Log } from '../logging/log.js';
import { Metrics } from '../metrics/metrics.js';
import { Health } from './health.js';

/** Serves `/metrics` and the details of health on a port that outsiders never reach. */
@Injectable()
export class InternalServer implements OnApplicationBootstrap, OnApplicationShutdown {
  #server: Server | undefined;

  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'INTERNAL_HOST' | 'INTERNAL_PORT'>,
    private readonly health: Health,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { INTERNAL_PORT: port, INTERNAL_HOST: host } = this.config;
    if (port === undefined) return;
    collectDefaultMetrics({ register: this.metrics.registry });
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.#server = server;
    this.log.info({ host, port: this.port }, 'metrics and health are served internally');
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** The port it listens on; undefined when it does not. */
  get port(): number | undefined {
    return (this.#server?.address() as AddressInfo | null)?.port;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { status, type, text } = await this.page(request.url ?? '/');
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    } catch (error) {
      this.log.error({ err: error }, 'the internal server failed');
      response.writeHead(500).end();
    }
  }

  private async page(url: string): Promise<{ status: number; type: string; text: string }> {
    const json = 'application/json; charset=utf-8';
    switch (url.split('?')[0]) {
      case '/metrics': {
        const text = await this.metrics.registry.metrics();
        return { status: 200, type: this.metrics.registry.contentType, text };
      }
      case '/health/live':
        return { status: 200, type: json, text: JSON.stringify({ status: 'ok' }) };
      case '/health/ready': {
        const { ready, checks } = await this.health.ready();
        const text = JSON.stringify({ status: ready ? 'ok' : 'unavailable', checks });
        return { status: ready ? 200 : 503, type: json, text };
      }
      default:
        return { status: 404, type: json, text: '{}' };
    }
  }
}
