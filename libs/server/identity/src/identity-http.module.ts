import { Module } from '@nestjs/common';
import { AccountController } from './http/account.controller.js';
import { OwnAccountController } from './http/own-account.controller.js';
import { SessionController } from './http/session.controller.js';
import { SingleSignOnController } from './http/single-sign-on.controller.js';
import { IdentityModule } from './identity.module.js';

@Module({
  imports: [IdentityModule],
  controllers: [SessionController, SingleSignOnController, OwnAccountController, AccountController],
})
export class IdentityHttpModule {}
