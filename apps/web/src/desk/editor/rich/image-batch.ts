import { imageFault } from './image-upload.js';

/** A file that came along and is no picture that a lesson takes. */
export interface RefusedImage {
  readonly name: string;
  readonly fault: 'imageTooLarge' | 'imageWrongType';
}

/** Pictures that came at once: each is described and stored in turn. */
export interface ImageBatch {
  readonly files: readonly File[];
  /** Which of them is asked for. */
  readonly at: number;
  readonly refused: readonly RefusedImage[];
}

/** The pictures among files that were pasted or dropped, in their order; null where there are none. */
export function imageBatch(files: readonly File[]): ImageBatch | null {
  if (!files.some(({ type }) => type.startsWith('image/'))) return null;
  const refused = files.flatMap((file): RefusedImage[] => {
    const fault = imageFault(file);
    return fault === undefined ? [] : [{ name: file.name, fault }];
  });
  return { files: files.filter((file) => imageFault(file) === undefined), at: 0, refused };
}

/** The batch at its next picture; what was refused has been told. Undefined after the last. */
export function nextImage({ files, at }: ImageBatch): ImageBatch | undefined {
  return at + 1 < files.length ? { files, at: at + 1, refused: [] } : undefined;
}
