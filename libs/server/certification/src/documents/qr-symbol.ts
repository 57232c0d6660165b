import type { QrEncoder } from '@cam-nang/domain';
import { create } from 'qrcode';

/** The QR symbol of a text at level M, in the smallest version that holds it. */
export const encodeQr: QrEncoder = (text) => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_unused, x) => Boolean(modules.get(y, x))),
  );
};
