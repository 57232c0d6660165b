import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { Finding } from './finding.js';
import { HeadsFile } from './heads-file.js';
import { VerifyContents } from './verify-contents.js';
import { VerifyEditions } from './verify-editions.js';
import { VerifyHeads } from './verify-heads.js';
import { VerifyJudged } from './verify-judged.js';
import { VerifyLines } from './verify-lines.js';

/**
 * Works everything out anew: hashes of documents and revisions, the tree of every commit, manifests,
 * memberships, editions and their chain of events, what verdicts were about, and holds it against the heads published outside
 * the database.
 */
@Injectable()
export class VerifyCurriculum {
  constructor(
    private readonly database: Database,
    private readonly file: HeadsFile,
    private readonly contents: VerifyContents,
    private readonly lines: VerifyLines,
    private readonly editions: VerifyEditions,
    private readonly heads: VerifyHeads,
    private readonly judged: VerifyJudged,
  ) {}

  /**
   * Everything that is not as it was written, in the order of the check; nothing when all is sound.
   * People may go on working meanwhile: one moment of the database is looked at, not older than the
   * heads it is held against.
   */
  async run(): Promise<Finding[]> {
    const published = await this.file.read();
    return this.database.run(async () => {
      await this.database.query('set transaction isolation level repeatable read, read only');
      const found: Finding[] = [];
      for await (const item of this.contents.findings()) found.push(item);
      for await (const item of this.lines.findings()) found.push(item);
      for await (const item of this.editions.findings()) found.push(item);
      for await (const item of this.judged.findings()) found.push(item);
      for await (const item of this.heads.findings(published)) found.push(item);
      return found;
    });
  }
}
