import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An account of the demonstration, as the seed leaves it in `secrets/demonstration.json`. */
export interface DemonstrationAccount {
  readonly titleEn: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** Reads the accounts the seed made; none when there is no demonstration. */
export async function readDemonstration(secrets: string): Promise<DemonstrationAccount[]> {
  const text = await readFile(join(secrets, 'demonstration.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  return (JSON.parse(text) as { accounts: DemonstrationAccount[] }).accounts;
}

/** Lines of a table with aligned columns. */
export function accountLines(accounts: readonly DemonstrationAccount[]): string[] {
  const rows = accounts.map(({ titleEn, name, username, password }) => [
    titleEn,
    name,
    username,
    password,
  ]);
  const table = [['role', 'person', 'sign-in name', 'password'], ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => [...(row[column] ?? '')].length)),
  );
  return table.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(pad(cell, widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number | undefined): number {
  return Math.max(0, (width ?? 0) - [...cell].length);
}
