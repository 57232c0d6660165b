import { handshake } from '@cam-nang/contracts/routes';
import { call } from '../../lib/api/call.js';
import { serverNow } from '../../lib/session/session.js';

/** The server's clock as read once, with this device's monotonic clock at that moment. */
export interface Handshake {
  readonly handshakeAt: string;
  readonly handshakeMonotonicMs: number;
}

/** When something was said, by the two clocks of this device. */
export interface Moment {
  readonly deviceTime: string;
  readonly monotonicMs: number;
}

/** Milliseconds since this page began; unlike the wall clock nobody can set it. */
export const monotonicNow = (): number => Math.round(performance.now());

/** This moment. */
export const momentNow = (): Moment => ({
  deviceTime: new Date().toISOString(),
  monotonicMs: monotonicNow(),
});

/** How far the server's clock is ahead of this page's monotonic one; undefined before the server has told. */
let lead: number | undefined;

/**
 * Takes note of the server's clock as an answer tells it. Every answer was on its way for a while, and a device
 * that sleeps may stop its monotonic clock: both make the lead look smaller than it is, so the largest is nearest.
 */
export function noteServerTime(serverTime: string): void {
  const seen = Date.parse(serverTime) - monotonicNow();
  lead = Math.max(lead ?? seen, seen);
}

/** The time on the server's clock in milliseconds; setting the clock of this device does not move it. */
export function steadyServerNow(): number {
  return lead === undefined ? serverNow() : monotonicNow() + lead;
}

/**
 * Reads the server's clock for a device. The answer left the server between the asking and its arrival;
 * the moment of arrival is taken, which never makes an answer look later than it was given.
 */
export async function shakeHands(deviceId: string): Promise<Handshake> {
  const { serverTime } = await call(handshake, { params: { deviceId } });
  noteServerTime(serverTime);
  return { handshakeAt: serverTime, handshakeMonotonicMs: monotonicNow() };
}
