import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startSystem } from '@cam-nang/start';

/** Who signs in: the names are those of `seed/accounts.yaml`. */
export type AccountName =
  | 'giangvien'
  | 'phanbien'
  | 'chuyenvien'
  | 'giamdoc'
  | 'vanthu'
  | 'kiemtra'
  | 'quantri'
  | 'truongban'
  | 'hdchutich'
  | 'hdthuky'
  | 'hdphanbien1'
  | 'hdphanbien2'
  | 'hduyvien'
  | 'hocvien'
  | 'hocvien2';

export interface Account {
  readonly username: string;
  readonly password: string;
  readonly name: string;
}

/** A running system with the demonstration in it. */
export interface Stage {
  readonly address: string;
  account(name: AccountName): Account;
  stop(): Promise<void>;
}

/**
 * Starts a system of its own in a temporary folder. With `STAGE_ADDRESS` and `STAGE_SECRETS` an already
 * running demonstration is used instead, which is quicker while a journey is being written.
 */
export async function openStage(say: (line: string) => void): Promise<Stage> {
  const address = process.env['STAGE_ADDRESS'];
  const secrets = process.env['STAGE_SECRETS'];
  if (address !== undefined && secrets !== undefined) {
    return { address, account: await accountsIn(secrets), stop: () => Promise.resolve() };
  }
  const data = await mkdtemp(join(tmpdir(), 'cam-nang-journeys-'));
  const { PUBLIC_URL: _elsewhere, ...inherited } = process.env;
  const port = String(await freePort());
  const environment = { ...inherited, PORT: port, SEED: 'demo', DATABASE_URL: '' };
  const removeData = () => rm(data, { recursive: true, force: true });
  const given = giveUpOnSignal(say);
  try {
    const { signal } = given;
    const root = process.cwd();
    const system = await startSystem({ root, data, environment, log: say, signal });
    const stop = async () => {
      await system.stop();
      await removeData();
    };
    given.stopWith(stop);
    return { address: system.address, account: await accountsIn(system.places.secrets), stop };
  } catch (error) {
    await removeData();
    throw error;
  }
}

/** Whoever presses Ctrl-C leaves no process and no data behind, also while the system is starting. */
function giveUpOnSignal(say: (line: string) => void) {
  const starting = new AbortController();
  let stop: (() => Promise<void>) | undefined;
  const leave = (name: NodeJS.Signals) => {
    say(`Stopped by ${name}`);
    starting.abort(new Error(`Stopped by ${name}.`));
    void stop?.().finally(() => process.exit(1));
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, leave);
  return {
    signal: starting.signal,
    stopWith: (last: () => Promise<void>) => {
      stop = last;
    },
  };
}

async function accountsIn(secrets: string): Promise<(name: AccountName) => Account> {
  const text = await readFile(join(secrets, 'demonstration.json'), 'utf8');
  const { accounts } = JSON.parse(text) as { readonly accounts: readonly Account[] };
  return (name) => {
    const account = accounts.find(({ username }) => username === name);
    if (account === undefined) throw new Error(`The demonstration has no account "${name}".`);
    return account;
  };
}
