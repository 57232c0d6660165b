import { handshake } from '@cam-nang/contracts/routes';
import { call } from '../../lib/api/call.js';

/** The server's clock as read once, with this device's monotonic clock at that moment. */
export interface Handshake {
  readonly handshakeAt: string;
  readonly handshakeMonotonicMs: number;
}

/** Milliseconds since this page began; unlike the wall clock nobody can set it. */
export const monotonicNow = (): number => Math.round(performance.now());

/**
 * Reads the server's clock for a device. The answer left the server between the asking and its arrival;
 * the moment of arrival is taken, which never makes an answer look later than it was given.
 */
export async function shakeHands(deviceId: string): Promise<Handshake> {
  const { serverTime } = await call(handshake, { params: { deviceId } });
  return { handshakeAt: serverTime, handshakeMonotonicMs: monotonicNow() };
}
