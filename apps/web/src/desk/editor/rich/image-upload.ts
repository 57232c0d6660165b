import { uploadImage } from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';

const MOST_BYTES = 5_000_000;
const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp'];

/** For the file field. */
export const ACCEPTED_IMAGES = ACCEPTED.join(',');

/** Attributes of a stored picture, as the document holds them. */
export interface StoredImage {
  readonly file: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** What keeps a file from being sent at all. */
export function imageFault(file: Blob): 'imageTooLarge' | 'imageWrongType' | undefined {
  if (!ACCEPTED.includes(file.type)) return 'imageWrongType';
  return file.size > MOST_BYTES ? 'imageTooLarge' : undefined;
}

/** Stores a picture. Throws `ApiProblem`. */
export async function storeImage(file: Blob): Promise<StoredImage> {
  const { sha256, width, height } = await call(uploadImage, { body: { fields: {}, file } });
  return { file: sha256, width, height };
}
