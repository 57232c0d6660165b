import { Controller } from '@nestjs/common';
import { verifyCertificate, type InputOf } from '@cam-nang/contracts';
import { ClientAddress, Endpoint, Input, Public } from '@cam-nang/platform';
import { Verification } from '../queries/verification.query.js';
import { VerificationLimits } from './verification-limits.js';

@Controller()
export class VerificationController {
  constructor(
    private readonly limits: VerificationLimits,
    private readonly verification: Verification,
  ) {}

  @Endpoint(verifyCertificate)
  @Public()
  async verify(
    @Input() { params }: InputOf<typeof verifyCertificate>,
    @ClientAddress() address: string,
  ) {
    await this.limits.hit(address, params.code);
    return this.verification.run(params.code);
  }
}
