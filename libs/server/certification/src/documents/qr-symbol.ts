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

/** The same symbol for a screen: modules a side, and the dark ones as an SVG path. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQr(text);
  const path = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size: rows.length, path: path.join('') };
}
