/** Pixels of an image. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height as the head of a PNG, JPEG or WebP file states them; null when it does not. */
export function imageSize(mediaType: string, bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (mediaType === 'image/png') return pngSize(view);
    if (mediaType === 'image/jpeg') return jpegSize(view);
    return mediaType === 'image/webp' ? webpSize(view) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** PNG (ISO/IEC 15948, 11.2.2): the first chunk is IHDR with width and height. */
function pngSize(view: DataView): ImageSize | null {
  if (view.getUint32(12) !== 0x49484452) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** JPEG (ITU-T T.81, B.2.2): the first frame header, markers C0 to CF but C4, C8 and CC. */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

const VP8 = 0x56503820;
const VP8L = 0x5650384c;
const VP8X = 0x56503858;

/** WebP (RFC 9649): lossy, lossless or extended, each with its own place for the size. */
function webpSize(view: DataView): ImageSize | null {
  const kind = view.getUint32(12);
  if (kind === VP8X) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (kind === VP8L) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  if (kind !== VP8) return null;
  return {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  };
}

function uint24(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
