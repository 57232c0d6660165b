import type { Telemetry } from 'bullmq';
import { BullMQOtel } from 'bullmq-otel';

/** Carries the trace of whoever adds a job over to the worker that runs it (OpenTelemetry). */
export function queueTelemetry(): Telemetry {
  return new BullMQOtel({ tracerName: 'cam-nang' });
}
