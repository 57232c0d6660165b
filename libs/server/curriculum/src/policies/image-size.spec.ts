import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { imageSize } from './image-size.js';

/** Head of a JPEG: start, a comment to be passed over, and a frame header. */
function jpeg(marker: number, width: number, height: number): Uint8Array {
  const frame = [0xff, marker, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, ...frame, 0, 0]);
}

function webp(kind: string, body: readonly number[]): Uint8Array {
  const text = (value: string) => [...value].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from([...text('RIFF'), 0, 0, 0, 0, ...text('WEBP'), ...text(kind), ...body]);
}

describe('the size of an image', () => {
  it('is read from a PNG', () => {
    const bytes = PNG.sync.write(new PNG({ width: 321, height: 7 }));
    expect(imageSize('image/png', bytes)).toEqual({ width: 321, height: 7 });
  });

  it.each([0xc0, 0xc2])('is read from a JPEG with frame %i', (marker) => {
    expect(imageSize('image/jpeg', jpeg(marker, 1200, 900))).toEqual({ width: 1200, height: 900 });
  });

  it('is read from the three kinds of WebP', () => {
    const size = [0, 0, 0, 0];
    const extended = webp('VP8X', [...size, 0, 0, 0, 0, 0x1f, 0x03, 0, 0x57, 0x02, 0]);
    expect(imageSize('image/webp', extended)).toEqual({ width: 800, height: 600 });
    const lossless = webp('VP8L', [...size, 0x2f, 0x1f, 0xc3, 0x95, 0]);
    expect(imageSize('image/webp', lossless)).toEqual({ width: 800, height: 600 });
    const lossy = webp('VP8 ', [...size, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x20, 0x03, 0x58, 0x02]);
    expect(imageSize('image/webp', lossy)).toEqual({ width: 800, height: 600 });
  });

  it('is never guessed: any bytes give a size or nothing', () => {
    const types = fc.constantFrom('image/png', 'image/jpeg', 'image/webp', 'text/plain');
    fc.assert(
      fc.property(types, fc.uint8Array({ maxLength: 80 }), (type, bytes) => {
        const size = imageSize(type, bytes);
        expect(size === null || size.width >= 0).toBe(true);
      }),
    );
  });
});
