import { Controller } from '@nestjs/common';
import {
  beginSingleSignOn,
  endSingleSignOn,
  readSignInWays,
  type InputOf,
  type ResponseOf,
  type SignOnOutcome,
} from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import {
  ClientAddress,
  Endpoint,
  Input,
  LimitByAddress,
  Public,
  RequestHeader,
  seeElsewhere,
  seeOther,
  type Answer,
} from '@cam-nang/platform';
import { SignOnCookie } from '../sessions/sign-on-cookie.js';
import { SignOnIssuer } from '../sessions/sign-on-issuer.js';
import { SignInElsewhere } from '../use-cases/sign-in-elsewhere.js';

const OFTEN = { limit: 60, windowSeconds: 900 };

/** Signing in through an issuer that the installation trusts. */
@Controller()
export class SingleSignOnController {
  constructor(
    private readonly issuer: SignOnIssuer,
    private readonly cookie: SignOnCookie,
    private readonly signIn: SignInElsewhere,
  ) {}

  @Endpoint(readSignInWays)
  @Public()
  ways(): ResponseOf<typeof readSignInWays> {
    const { name } = this.issuer;
    return { singleSignOn: name === null ? null : { name } };
  }

  @Endpoint(beginSingleSignOn)
  @Public()
  @LimitByAddress(OFTEN)
  async begin(): Promise<Answer<string>> {
    if (this.issuer.name === null) throw new DomainError('resource.not_found');
    try {
      const { address, checks } = await this.issuer.begin();
      return seeElsewhere(address, [this.cookie.issue(checks)]);
    } catch {
      return this.backTo('failed');
    }
  }

  @Endpoint(endSingleSignOn)
  @Public()
  @LimitByAddress(OFTEN)
  async end(
    @Input() { query }: InputOf<typeof endSingleSignOn>,
    @ClientAddress() address: string,
    @RequestHeader('cookie') cookies: string | undefined,
    @RequestHeader('user-agent') userAgent = '',
  ): Promise<Answer<string>> {
    if (this.issuer.name === null) throw new DomainError('resource.not_found');
    const checks = this.cookie.read(cookies);
    const outcome = await this.signIn.run(query, checks, { address, userAgent });
    if ('refused' in outcome) return this.backTo(outcome.refused);
    return seeOther('/sign-in', [this.cookie.clear(), outcome.session.cookie]);
  }

  private backTo(outcome: SignOnOutcome): Answer<string> {
    return seeOther(`/sign-in?single-sign-on=${outcome}`, [this.cookie.clear()]);
  }
}
