import type { FastifyInstance } from 'fastify';
import type { Health } from './health.js';

/**
 * `/health/live` and `/health/ready` for balancers, without details: those are on the internal port.
 * Kept out of the contracts, because nobody but a balancer calls them.
 */
export function addHealthRoutes(server: FastifyInstance, health: Health): void {
  server.get('/health/live', async (_request, reply) => {
    await reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  server.get('/health/ready', async (_request, reply) => {
    const { ready } = await health.ready();
    await reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'unavailable' });
  });
}
