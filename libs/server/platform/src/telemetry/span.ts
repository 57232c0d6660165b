import { SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';

const tracer = trace.getTracer('cam-nang');

/**
 * Runs work inside a span of OpenTelemetry. Without an installed SDK the span costs next to nothing
 * and goes nowhere; with one it joins the trace of the request or job.
 */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      if (error instanceof Error) span.recordException({ name: error.name, message: error.name });
      throw error;
    } finally {
      span.end();
    }
  });
}
