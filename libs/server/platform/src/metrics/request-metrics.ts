import { Injectable } from '@nestjs/common';
import { Histogram } from 'prom-client';
import type { FinishedRequest } from '../http/request-hooks.js';
import { Metrics } from './metrics.js';

/** Duration of requests by endpoint and status, for `/metrics`. */
@Injectable()
export class RequestMetrics {
  private readonly seconds: Histogram<'endpoint' | 'method' | 'status'>;

  constructor(metrics: Metrics) {
    this.seconds = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Duration of HTTP requests by endpoint.',
      labelNames: ['endpoint', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [metrics.registry],
    });
  }

  observe({ endpoint, method, status, seconds }: FinishedRequest): void {
    this.seconds.observe({ endpoint, method, status: String(status) }, seconds);
  }
}
