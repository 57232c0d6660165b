import type { ResponseOf, UploadedFile, uploadImage } from '@cam-nang/contracts';
import { DomainError, toHex } from '@cam-nang/domain';
import { Clock, Database, Storage, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { imageKey } from '../persistence/image-key.js';
import { ImageStore } from '../persistence/image-store.js';
import { imageSize } from '../policies/image-size.js';

/** Longer edges than this are of no use on a screen and cost the phone its memory. */
const LONGEST_EDGE = 6000;

/** Stores an image for lessons; the same bytes are stored once. */
@Injectable()
export class UploadImage {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly images: ImageStore,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `file.refused` when the size in pixels cannot be read or is too large */
  async run(actor: Actor, file: UploadedFile): Promise<ResponseOf<typeof uploadImage>> {
    const { mediaType, bytes } = file;
    const size = imageSize(mediaType, bytes);
    if (size === null) throw new DomainError('file.refused', { reason: 'not_an_image' });
    const { width, height } = size;
    const edges = [width, height];
    if (edges.some((edge) => edge < 1 || edge > LONGEST_EDGE)) {
      throw new DomainError('file.refused', { reason: 'edge', width, height, most: LONGEST_EDGE });
    }
    const hash = toHex(sha256(bytes));
    const image = { sha256: hash, mediaType, bytes: bytes.byteLength, width, height };
    if ((await this.images.find(hash)) === null) {
      await this.storage.put(imageKey(hash), bytes, { mediaType });
      await this.database.run(() =>
        this.images.insert({ ...image, at: this.clock.now(), by: actor.accountId }),
      );
    }
    return image;
  }
}
