import type { CDPSession } from 'playwright-core';

const BITS_PER_SECOND = 400_000;
const ROUND_TRIP_MS = 400;
const SLOWER_PROCESSOR = 4;

/** Makes a page's line and processor those of a small phone far from the mast. */
export async function useBadLine(client: CDPSession): Promise<void> {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BITS_PER_SECOND / 8,
    uploadThroughput: BITS_PER_SECOND / 8,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
}

/** A file that came over the line. */
export interface Arrival {
  readonly kind: string;
  readonly path: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Bytes over the line, heads included. */
  readonly bytes: number;
  /** Bytes of the file itself. */
  readonly ownBytes: number;
}

/** Writes down what comes over the line; times are seconds of the browser's own clock. */
export class LineLog {
  readonly arrivals: Arrival[] = [];
  readonly #asked = new Map<string, { kind: string; path: string; startedAt: number }>();
  readonly #heads = new Map<string, number>();

  constructor(client: CDPSession) {
    client.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp }) => {
      const path = new URL(request.url).pathname;
      this.#asked.set(requestId, { kind: type ?? 'Other', path, startedAt: timestamp });
    });
    client.on('Network.responseReceived', ({ requestId, response }) => {
      this.#heads.set(requestId, response.encodedDataLength);
    });
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
      const asked = this.#asked.get(requestId);
      if (asked === undefined) return;
      const ownBytes = Math.max(0, encodedDataLength - (this.#heads.get(requestId) ?? 0));
      this.arrivals.push({ ...asked, endedAt: timestamp, bytes: encodedDataLength, ownBytes });
    });
  }

  /** When the first request left. */
  get beganAt(): number {
    return Math.min(...[...this.#asked.values()].map(({ startedAt }) => startedAt));
  }

  bytes(which: (arrival: Arrival) => boolean = () => true): number {
    return this.arrivals.filter(which).reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
