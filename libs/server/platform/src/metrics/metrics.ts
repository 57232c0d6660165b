import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';

/** The program's own registry of metrics; features register theirs in it. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
}
