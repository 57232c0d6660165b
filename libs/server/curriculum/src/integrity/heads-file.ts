import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson, toUtf8 } from '@cam-nang/domain';
import { Clock, InjectConfig, Keys, type Config } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';

/** Name of the installation's key that signs published heads of the curriculum. */
const KEY = 'curriculum-heads';

const headSchema = z.object({
  /** `line:<id>` or `edition-events`. */
  chain: z.string(),
  seq: z.int(),
  hash: z.string(),
  at: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

/** How far a chain had come at a moment: signed, and kept outside the database. */
export type PublishedHead = z.infer<typeof headSchema>;

/** How far a chain has come. */
export type ChainHead = Pick<PublishedHead, 'chain' | 'seq' | 'hash'>;

/** What a line of the file says: a head, or why it cannot be believed. */
export type HeadLine =
  | { readonly head: PublishedHead; readonly line: number }
  | { readonly problem: 'unreadable' | 'wrong_signature'; readonly line: number };

function signedBytes({ chain, seq, hash, at }: Omit<PublishedHead, 'keyId' | 'signature'>) {
  return toUtf8(canonicalJson({ chain, seq, hash, at }));
}

/**
 * The heads of the curriculum's chains, one JSON object a line, only ever appended: `HEADS_DIR/curriculum.jsonl`.
 * It stands outside the database, so that a shortened or rewritten history is found.
 */
@Injectable()
export class HeadsFile {
  readonly path: string;

  constructor(
    @InjectConfig() config: Config,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {
    this.path = join(config.HEADS_DIR, 'curriculum.jsonl');
  }

  /** Signs and appends heads; on the disk when the promise is kept. */
  async append(heads: readonly ChainHead[]): Promise<void> {
    if (heads.length === 0) return;
    const at = this.clock.now().toISOString();
    const lines = heads.map(({ chain, seq, hash }) => {
      const { keyId, signature } = this.keys.sign(KEY, signedBytes({ chain, seq, hash, at }));
      const head = { chain, seq, hash, at, keyId, signature: signature.toString('base64') };
      return `${JSON.stringify(head)}\n`;
    });
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a+', 0o644);
    try {
      await cutTornLine(file);
      await file.appendFile(lines.join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Every whole line of the file; none when there is no file. */
  async read(): Promise<HeadLine[]> {
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    });
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    return whole.split('\n').flatMap((line, index): HeadLine[] => {
      return line.trim() === '' ? [] : [this.parse(line, index + 1)];
    });
  }

  private parse(text: string, line: number): HeadLine {
    const parsed = headSchema.safeParse(jsonOrNull(text));
    if (!parsed.success) return { problem: 'unreadable', line };
    const head = parsed.data;
    const signature = Buffer.from(head.signature, 'base64');
    const genuine = this.keys.verify(KEY, signedBytes(head), head.keyId, signature);
    return genuine ? { head, line } : { problem: 'wrong_signature', line };
  }
}

/** A line that a crash left half-written ends nowhere: it was never promised to anybody. */
async function cutTornLine(file: FileHandle): Promise<void> {
  const text = await file.readFile('utf8');
  const end = text.lastIndexOf('\n') + 1;
  if (end < text.length) await file.truncate(Buffer.byteLength(text.slice(0, end)));
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
