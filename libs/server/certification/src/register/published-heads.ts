import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { registerHeadBytes, type RegisterHead } from '@cam-nang/domain';
import { InjectConfig, Keys, type Config } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';

/** Name of the installation's key that signs heads of the register. */
export const REGISTER_KEY = 'register-signing';

const headSchema = z.object({
  size: z.int().check(z.gte(1)),
  root: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  signedAt: z.string(),
  keyId: z.string(),
  signature: z.string(),
  decisionId: z.nullable(z.string()),
});

/** A head as it stands outside the database; the signature is base64. */
export type PublishedHead = z.infer<typeof headSchema>;

/** What a line of the file says: a head, or why it cannot be believed. */
export type HeadLine =
  | { readonly head: PublishedHead; readonly line: number }
  | { readonly problem: 'unreadable' | 'wrong_signature'; readonly line: number };

const LINE_FEED = 0x0a;

/**
 * The signed heads of the register, one JSON object a line, only ever appended:
 * `HEADS_DIR/register.jsonl`. It stands outside the database, so that a shortened or rewritten
 * register is found.
 */
@Injectable()
export class PublishedHeads {
  readonly path: string;

  constructor(
    @InjectConfig() config: Config,
    private readonly keys: Keys,
  ) {
    this.path = join(config.HEADS_DIR, 'register.jsonl');
  }

  /** Signs a head with the newest key. */
  sign(head: RegisterHead): { readonly keyId: string; readonly signature: Buffer } {
    return this.keys.sign(REGISTER_KEY, registerHeadBytes(head));
  }

  /** Appends heads; they are on the disk when the promise is kept. */
  async append(heads: readonly PublishedHead[]): Promise<void> {
    if (heads.length === 0) return;
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a+', 0o644);
    try {
      await cutTornLine(file);
      await file.appendFile(heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
    const folder = await open(dirname(this.path), 'r');
    await folder.sync().finally(() => folder.close());
  }

  /** The genuine head of the largest tree; null before the first. */
  async newest(): Promise<PublishedHead | null> {
    const heads = (await this.read()).flatMap((line) => ('head' in line ? [line.head] : []));
    return heads.reduce<PublishedHead | null>(
      (largest, head) => (largest === null || head.size > largest.size ? head : largest),
      null,
    );
  }

  /** Whether a head carries the installation's signature. */
  isGenuine({ size, root, signedAt, keyId, signature }: PublishedHead): boolean {
    const bytes = registerHeadBytes({ size, root, signedAt });
    return this.keys.verify(REGISTER_KEY, bytes, keyId, Buffer.from(signature, 'base64'));
  }

  /** Every line of the file; none when there is no file. */
  async read(): Promise<HeadLine[]> {
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line, index): HeadLine[] => {
      return line.trim() === '' ? [] : [this.parse(line, index + 1)];
    });
  }

  private parse(text: string, line: number): HeadLine {
    const parsed = headSchema.safeParse(jsonOrNull(text));
    if (!parsed.success) return { problem: 'unreadable', line };
    const head = parsed.data;
    return this.isGenuine(head) ? { head, line } : { problem: 'wrong_signature', line };
  }
}

/** What a crash left of a line that was never acknowledged is cut off; whole lines always stay. */
async function cutTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const bytes = Buffer.alloc(size);
  await file.read(bytes, 0, size, 0);
  const end = bytes.lastIndexOf(LINE_FEED) + 1;
  if (end < size) await file.truncate(end);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
