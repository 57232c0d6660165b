import { DomainError, toHex } from '@cam-nang/domain';
import { answer, Storage, StoredFileMissing, type Answer, type FileBody } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 as hashOf } from '../integrity/sha256.js';
import { imageKey } from '../persistence/image-key.js';
import { ImageStore } from '../persistence/image-store.js';

/** Nothing in a served file runs or is guessed at, whatever it turns out to hold. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'content-disposition': 'inline',
};

/** Images of lessons by the hash of their bytes; who knows the hash has had the image. */
@Injectable()
export class Images {
  constructor(
    private readonly images: ImageStore,
    private readonly storage: Storage,
  ) {}

  /**
   * Only bytes that have the hash: what was put in their place was appraised by nobody.
   *
   * @throws DomainError `resource.not_found`
   */
  async read(sha256: string): Promise<Answer<FileBody>> {
    const image = await this.images.find(sha256);
    if (image === null) throw new DomainError('resource.not_found');
    const content = await this.storage.get(imageKey(sha256)).catch((error: unknown) => {
      if (error instanceof StoredFileMissing) throw new DomainError('resource.not_found');
      throw error;
    });
    if (toHex(hashOf(content)) !== sha256) throw new DomainError('resource.not_found');
    const { mediaType } = image;
    return answer(
      { content, mediaType, length: content.length },
      {
        headers: SAFE_HEADERS,
        cacheControl: 'public, max-age=31536000, immutable',
      },
    );
  }
}
