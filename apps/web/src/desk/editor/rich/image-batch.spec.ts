import { describe, expect, it } from '@jest/globals';
import { imageBatch, nextImage, type ImageBatch } from './image-batch.js';

function file(name: string, type: string, size = 3): File {
  return new File([new Uint8Array(size)], name, { type });
}

const names = (batch: ImageBatch | null | undefined) => batch?.files.map(({ name }) => name);

describe('pictures that come at once', () => {
  it('are taken all, in their order', () => {
    const batch = imageBatch([file('b.png', 'image/png'), file('a.jpg', 'image/jpeg')]);
    expect([names(batch), batch?.refused]).toEqual([['b.png', 'a.jpg'], []]);
  });

  it('leave what cannot be taken behind, each with its fault, and lose no other for it', () => {
    const batch = imageBatch([
      file('one.gif', 'image/gif'),
      file('two.png', 'image/png'),
      file('big.png', 'image/png', 5_000_001),
      file('law.pdf', 'application/pdf'),
      file('three.webp', 'image/webp'),
    ]);
    expect(names(batch)).toEqual(['two.png', 'three.webp']);
    expect(batch?.refused).toEqual([
      { name: 'one.gif', fault: 'imageWrongType' },
      { name: 'big.png', fault: 'imageTooLarge' },
      { name: 'law.pdf', fault: 'imageWrongType' },
    ]);
    expect(imageBatch([file('one.gif', 'image/gif')])).toMatchObject({ files: [], at: 0 });
  });

  it('are none where no picture came: other files are not the editor’s', () => {
    expect(imageBatch([])).toBeNull();
    expect(imageBatch([file('law.pdf', 'application/pdf')])).toBeNull();
  });

  it('come one after the other, and what was refused is told once', () => {
    const first = imageBatch([
      file('1.png', 'image/png'),
      file('x.gif', 'image/gif'),
      file('2.png', 'image/png'),
    ]);
    const second = first === null ? undefined : nextImage(first);
    expect([second?.at, names(second), second?.refused]).toEqual([1, ['1.png', '2.png'], []]);
    expect(second === undefined ? null : nextImage(second)).toBeUndefined();
  });
});
