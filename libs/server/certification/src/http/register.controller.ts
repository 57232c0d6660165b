import { Controller } from '@nestjs/common';
import { listHeads, listRegister, readRegisterEntry, type InputOf } from '@cam-nang/contracts';
import {
  CurrentActor,
  Endpoint,
  Input,
  LimitByAddress,
  Public,
  RequirePermission,
  type Actor,
} from '@cam-nang/platform';
import { Register } from '../queries/register.query.js';

@Controller()
export class RegisterController {
  constructor(private readonly register: Register) {}

  @Endpoint(listRegister)
  @RequirePermission('register.read')
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listRegister>) {
    return this.register.list(actor, query);
  }

  @Endpoint(readRegisterEntry)
  @RequirePermission('register.read')
  entry(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof readRegisterEntry>) {
    return this.register.entry(actor, params.entryId);
  }

  /** Heads are published: they say how many leaves there are, and nothing of what is in them. */
  @Endpoint(listHeads)
  @LimitByAddress({ limit: 60, windowSeconds: 60 })
  @Public()
  heads() {
    return this.register.heads();
  }
}
