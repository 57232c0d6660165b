import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { HeadsFile, type ChainHead } from './heads-file.js';

/** The chain of everything that happened to editions. */
export const EDITION_EVENTS = 'edition-events';

/** The chain of a line's commits. */
export function lineChain(lineId: string): string {
  return `line:${lineId}`;
}

/** Publishes how far the curriculum's chains have come, after every commit and every act on an edition. */
@Injectable()
export class PublishedHeads {
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly file: HeadsFile,
  ) {}

  /** Appends the heads that are not published yet; what an earlier failure left out is made good. */
  publish(): Promise<void> {
    const mine = this.#last.then(() => this.appendNew());
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** How far every chain has come in the database. */
  async current(): Promise<ChainHead[]> {
    const lines = await this.database.query<{ lineId: string; seq: number; hash: string }>(
      `select c.line_id as "lineId", c.seq, encode(c.chain_hash, 'hex') as hash
       from line l join line_commit c on c.line_id = l.id and c.seq = l.head_seq order by l.id`,
    );
    const [event] = await this.database.query<{ seq: number; hash: string }>(
      `select seq, encode(hash, 'hex') as hash from edition_event order by seq desc limit 1`,
    );
    return [
      ...lines.map(({ lineId, seq, hash }) => ({ chain: lineChain(lineId), seq, hash })),
      ...(event === undefined ? [] : [{ chain: EDITION_EVENTS, ...event }]),
    ];
  }

  private async appendNew(): Promise<void> {
    const published = await this.file.newest();
    const current = await this.current();
    await this.file.append(
      current.filter(({ chain, seq, hash }) => {
        const head = published.get(chain);
        return head?.seq !== seq || head.hash !== hash;
      }),
    );
  }
}
