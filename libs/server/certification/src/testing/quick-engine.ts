import { createHash } from 'node:crypto';
import type { DocumentEngine, DrawingJob } from '../documents/document-engine.js';

/** Draws nothing: bytes that depend on the job alone, as a real engine's do, in no time. */
export class QuickEngine implements DocumentEngine {
  readonly name = 'quick';
  drawn = 0;

  draw(job: DrawingJob): Promise<Uint8Array> {
    this.drawn += 1;
    const hash = createHash('sha256').update(JSON.stringify(job)).digest('hex');
    return Promise.resolve(Buffer.from(`%PDF-1.7\n% ${hash}\n%%EOF\n`));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
