import { Module } from '@nestjs/common';
import { CertificationModule } from './certification.module.js';
import { AwardController } from './http/award.controller.js';
import { OwnCertificateController } from './http/own-certificate.controller.js';
import { VerificationStylesheet } from './http/pages/stylesheet.js';
import { RegisterController } from './http/register.controller.js';
import { VerificationLimits } from './http/verification-limits.js';
import { VerificationPageController } from './http/verification-page.controller.js';
import { VerificationController } from './http/verification.controller.js';

@Module({
  imports: [CertificationModule],
  controllers: [
    AwardController,
    OwnCertificateController,
    RegisterController,
    VerificationController,
    VerificationPageController,
  ],
  providers: [VerificationLimits, VerificationStylesheet],
})
export class CertificationHttpModule {}
