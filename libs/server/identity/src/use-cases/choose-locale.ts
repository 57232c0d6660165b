import { Injectable } from '@nestjs/common';
import type { Actor } from '@cam-nang/platform';
import { AccountRepository } from '../persistence/account.repository.js';

/** The language of one's own screens, on every device. */
@Injectable()
export class ChooseLocale {
  constructor(private readonly accounts: AccountRepository) {}

  async run(actor: Actor, locale: 'vi' | 'en'): Promise<{ done: true }> {
    await this.accounts.setLocale(actor.accountId, locale);
    return { done: true };
  }
}
