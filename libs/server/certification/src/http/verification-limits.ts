import { createHash } from 'node:crypto';
import { normaliseVerificationCode } from '@cam-nang/domain';
import { addressBucket, RateLimiter } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

const BY_ADDRESS = { limit: 60, windowSeconds: 60 };
const BY_CODE = { limit: 120, windowSeconds: 60 };

/** Keeps codes from being tried one after the other, and one code from being asked for without end. */
@Injectable()
export class VerificationLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /** Counts one question. Throws `request.too_many`. The code itself is not kept. */
  async hit(address: string, typed: string): Promise<void> {
    await this.limiter.hit(`certificate.verify:${addressBucket(address)}`, BY_ADDRESS);
    const code = normaliseVerificationCode(typed);
    if (code === null) return;
    const hidden = createHash('sha256').update(code).digest('hex').slice(0, 32);
    await this.limiter.hit(`certificate.verify:code:${hidden}`, BY_CODE);
  }
}
