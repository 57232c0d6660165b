import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson, toUtf8 } from '@cam-nang/domain';
import { Clock, InjectConfig, Keys, type Config } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';

/** Name of the installation's key that signs published heads of the curriculum. */
const KEY = 'curriculum-heads';

const LINE_FEED = 10;

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
  | { readonly problem: HeadProblem; readonly line: number };

type HeadProblem = 'unreadable' | 'wrong_signature';

function signedBytes({ chain, seq, hash, at }: Omit<PublishedHead, 'keyId' | 'signature'>) {
  return toUtf8(canonicalJson({ chain, seq, hash, at }));
}

/** What was read of the file, up to the end of a whole line. */
interface Reading {
  readonly end: number;
  /** The bytes of the line that ends there, with its line feed: how the file is known again. */
  readonly lastLine: Buffer;
  readonly newest: ReadonlyMap<string, ChainHead>;
}

const NOTHING: Reading = { end: 0, lastLine: Buffer.alloc(0), newest: new Map() };

/**
 * The heads of the curriculum's chains, one JSON object a line, only ever appended: `HEADS_DIR/curriculum.jsonl`.
 * It stands outside the database, so that a shortened or rewritten history is found.
 */
@Injectable()
export class HeadsFile {
  readonly path: string;
  #reading: Reading = NOTHING;

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
    return linesOf(whole).map(({ text: words, line }): HeadLine => {
      const head = this.parse(words);
      return typeof head === 'string' ? { problem: head, line } : { head, line };
    });
  }

  /**
   * The last genuine head of every chain. Reads on where it stopped: what publishing costs depends on
   * what is new, not on how long the history is. `read` believes nothing that it was told before.
   */
  async newest(): Promise<ReadonlyMap<string, ChainHead>> {
    this.#reading = await this.readOn(this.#reading);
    return this.#reading.newest;
  }

  private async readOn(before: Reading): Promise<Reading> {
    const file = await openToRead(this.path);
    if (file === null) return NOTHING;
    try {
      const known = (await goesOn(file, before)) ? before : NOTHING;
      const { size } = await file.stat();
      const bytes = await bytesBetween(file, known.end, size);
      const whole = bytes.subarray(0, bytes.lastIndexOf(LINE_FEED) + 1);
      if (whole.length === 0) return known;
      const newest = new Map(known.newest);
      for (const { text } of linesOf(whole.toString('utf8'))) {
        const head = this.parse(text);
        if (typeof head !== 'string') newest.set(head.chain, head);
      }
      const lastLine = whole.subarray(whole.lastIndexOf(LINE_FEED, whole.length - 2) + 1);
      return { end: known.end + whole.length, lastLine: Buffer.from(lastLine), newest };
    } finally {
      await file.close();
    }
  }

  private parse(text: string): PublishedHead | HeadProblem {
    const parsed = headSchema.safeParse(jsonOrNull(text));
    if (!parsed.success) return 'unreadable';
    const head = parsed.data;
    const signature = Buffer.from(head.signature, 'base64');
    const genuine = this.keys.verify(KEY, signedBytes(head), head.keyId, signature);
    return genuine ? head : 'wrong_signature';
  }
}

function linesOf(whole: string): { readonly text: string; readonly line: number }[] {
  return whole
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
}

async function openToRead(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the file still holds the line that was read last where it was. */
async function goesOn(file: FileHandle, { end, lastLine }: Reading): Promise<boolean> {
  return lastLine.equals(await bytesBetween(file, end - lastLine.length, end));
}

async function bytesBetween(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, to - from));
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, from + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

const LOOK_BACK_BYTES = 4096;

/** A line that a crash left half-written ends nowhere: it was never promised to anybody. */
async function cutTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  let end = size;
  while (end > 0) {
    const from = Math.max(0, end - LOOK_BACK_BYTES);
    const at = (await bytesBetween(file, from, end)).lastIndexOf(LINE_FEED);
    end = from + at + 1;
    if (at >= 0) break;
  }
  if (end < size) await file.truncate(end);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
