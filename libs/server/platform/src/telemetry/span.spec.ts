import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  trace,
  type Span,
  type SpanStatus,
  type Tracer,
  type TracerProvider,
} from '@opentelemetry/api';
import { inSpan } from './span.js';

interface Recorded {
  readonly name: string;
  status?: SpanStatus;
  exception?: unknown;
  ended: boolean;
}

const spans: Recorded[] = [];

function recorder(name: string): Span {
  const own: Recorded = { name, ended: false };
  spans.push(own);
  return {
    setStatus: (status: SpanStatus) => void (own.status = status),
    recordException: (exception: unknown) => void (own.exception = exception),
    end: () => void (own.ended = true),
  } as unknown as Span;
}

const tracer = {
  startActiveSpan: (name: string, _options: object, work: (span: Span) => unknown) =>
    work(recorder(name)),
} as unknown as Tracer;

beforeAll(() => {
  trace.setGlobalTracerProvider({ getTracer: () => tracer } as unknown as TracerProvider);
});
afterAll(() => trace.disable());

describe('inSpan', () => {
  it('ends the span with the work', async () => {
    expect(await inSpan('cohort.open', {}, () => Promise.resolve(3))).toBe(3);
    expect(spans.splice(0)).toEqual([{ name: 'cohort.open', ended: true }]);
  });

  it('marks work that failed, without its message', async () => {
    const failing = inSpan('cohort.open', {}, () => Promise.reject(new TypeError('001099012345')));
    await expect(failing).rejects.toThrow(TypeError);
    const [span] = spans.splice(0);
    expect(span).toMatchObject({ ended: true, status: { code: 2 } });
    expect(JSON.stringify(span)).not.toContain('001099012345');
  });
});
