import { Injectable } from '@nestjs/common';
import type { InputOf, signIn } from '@cam-nang/contracts';
import { Database } from '@cam-nang/platform';
import { Credentials } from '../sessions/credentials.js';
import { SessionOpener, type OpenedSession, type Visitor } from '../sessions/session-opener.js';

/** Begins a session for whoever proves who they are. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly opener: SessionOpener,
  ) {}

  /** Proving stands before the transaction: it is slow on purpose and holds no connection. */
  async run(body: InputOf<typeof signIn>['body'], visitor: Visitor): Promise<OpenedSession> {
    const account = await this.credentials.prove(body.username, body, visitor.address);
    return this.database.run(() =>
      this.opener.open(account, visitor, account.totpConfirmedAt !== null),
    );
  }
}
