import { Accounts } from '@cam-nang/identity';
import { InjectConfig, type Config } from '@cam-nang/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Demonstration accounts never meet real people: in production the program refuses to start with them. */
@Injectable()
export class DemonstrationGuard implements OnApplicationBootstrap {
  constructor(
    private readonly accounts: Accounts,
    @InjectConfig() private readonly config: Pick<Config, 'NODE_ENV'>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.NODE_ENV !== 'production') return;
    if (!(await this.accounts.hasDemonstration())) return;
    throw new Error(
      'This database holds demonstration accounts, which production refuses. Start on a database of its own.',
    );
  }
}
