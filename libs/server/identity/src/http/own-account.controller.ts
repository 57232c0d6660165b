import { Controller } from '@nestjs/common';
import {
  beginSecondFactor,
  changePassword,
  chooseLocale,
  confirmSecondFactor,
  type InputOf,
} from '@cam-nang/contracts';
import {
  ClientAddress,
  CurrentActor,
  DuringSignIn,
  Endpoint,
  Input,
  SignedIn,
  type Actor,
} from '@cam-nang/platform';
import { ChangePassword } from '../use-cases/change-password.js';
import { ChooseLocale } from '../use-cases/choose-locale.js';
import { SetUpSecondFactor } from '../use-cases/set-up-second-factor.js';

@Controller()
export class OwnAccountController {
  constructor(
    private readonly password: ChangePassword,
    private readonly locale: ChooseLocale,
    private readonly secondFactor: SetUpSecondFactor,
  ) {}

  @Endpoint(changePassword)
  @SignedIn()
  @DuringSignIn()
  changePassword(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof changePassword>,
    @ClientAddress() address: string,
  ) {
    return this.password.run(actor, input.body, address);
  }

  @Endpoint(chooseLocale)
  @SignedIn()
  @DuringSignIn()
  chooseLocale(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof chooseLocale>) {
    return this.locale.run(actor, input.body.locale);
  }

  @Endpoint(beginSecondFactor)
  @SignedIn()
  @DuringSignIn()
  beginSecondFactor(@CurrentActor() actor: Actor) {
    return this.secondFactor.begin(actor);
  }

  @Endpoint(confirmSecondFactor)
  @SignedIn()
  @DuringSignIn()
  confirmSecondFactor(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof confirmSecondFactor>,
  ) {
    return this.secondFactor.confirm(actor, input.body.totp);
  }
}
