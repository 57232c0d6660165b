import { Controller } from '@nestjs/common';
import {
  claimInstallation,
  endDevice,
  freshen,
  listDevices,
  readSession,
  redeemCode,
  signIn,
  signOut,
  type InputOf,
} from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import {
  answer,
  ClientAddress,
  CurrentActor,
  CurrentSession,
  DuringSignIn,
  Endpoint,
  Input,
  Public,
  RequestHeader,
  SessionCookie,
  SignedIn,
  type Actor,
  type Session,
} from '@cam-nang/platform';
import { ListDevices } from '../queries/list-devices.query.js';
import { SessionViewQuery } from '../queries/session-view.query.js';
import type { OpenedSession } from '../sessions/session-opener.js';
import { ClaimInstallation } from '../use-cases/claim-installation.js';
import { EndSession } from '../use-cases/end-session.js';
import { FreshenSession } from '../use-cases/freshen-session.js';
import { RedeemCode } from '../use-cases/redeem-code.js';
import { SignIn } from '../use-cases/sign-in.js';

@Controller()
export class SessionController {
  constructor(
    private readonly view: SessionViewQuery,
    private readonly devices: ListDevices,
    private readonly signInCase: SignIn,
    private readonly redeem: RedeemCode,
    private readonly claim: ClaimInstallation,
    private readonly fresh: FreshenSession,
    private readonly ending: EndSession,
    private readonly cookie: SessionCookie,
  ) {}

  @Endpoint(readSession)
  @Public()
  read(@CurrentSession() session: Session | null) {
    if (session === null) throw new DomainError('session.required');
    return this.view.of(session);
  }

  @Endpoint(signIn)
  @Public()
  async signIn(
    @Input() input: InputOf<typeof signIn>,
    @ClientAddress() address: string,
    @RequestHeader('user-agent') userAgent = '',
  ) {
    return this.begun(await this.signInCase.run(input.body, { address, userAgent }));
  }

  @Endpoint(redeemCode)
  @Public()
  async redeemCode(
    @Input() input: InputOf<typeof redeemCode>,
    @ClientAddress() address: string,
    @RequestHeader('user-agent') userAgent = '',
  ) {
    return this.begun(await this.redeem.run(input.body, { address, userAgent }));
  }

  @Endpoint(claimInstallation)
  @Public()
  async claimInstallation(
    @Input() input: InputOf<typeof claimInstallation>,
    @ClientAddress() address: string,
    @RequestHeader('user-agent') userAgent = '',
  ) {
    return this.begun(await this.claim.run(input.body, { address, userAgent }));
  }

  @Endpoint(signOut)
  @SignedIn()
  @DuringSignIn()
  async signOut(@CurrentActor() actor: Actor) {
    await this.ending.signOut(actor);
    return answer({ done: true as const }, { cookies: [this.cookie.clear()] });
  }

  @Endpoint(freshen)
  @SignedIn()
  @DuringSignIn()
  freshen(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof freshen>,
    @ClientAddress() address: string,
  ) {
    return this.fresh.run(actor, input.body, address);
  }

  @Endpoint(listDevices)
  @SignedIn()
  listDevices(@CurrentActor() actor: Actor) {
    return this.devices.run(actor);
  }

  @Endpoint(endDevice)
  @SignedIn()
  endDevice(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof endDevice>) {
    return this.ending.endDevice(actor, input.params.sessionId);
  }

  private async begun(opened: OpenedSession) {
    return answer(await this.view.ofToken(opened.token), { cookies: [opened.cookie] });
  }
}
