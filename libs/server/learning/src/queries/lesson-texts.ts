import { createHash } from 'node:crypto';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { Injectable } from '@nestjs/common';
import { lessonText, type LessonText } from '../policies/lesson-text.js';

const MOST_KEPT = 2000;

/** The only hash of the product: SHA-256. */
export const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** Texts of lesson revisions. A revision never changes, so its text is kept in memory. */
@Injectable()
export class LessonTexts {
  readonly #kept = new Map<string, LessonText>();

  constructor(private readonly curriculum: CurriculumFacade) {}

  /** Texts by revision id; unknown ids are left out. */
  async of(revisionIds: readonly string[]): Promise<ReadonlyMap<string, LessonText>> {
    const missing = [...new Set(revisionIds)].filter((id) => !this.#kept.has(id));
    if (missing.length > 0) await this.load(missing);
    return new Map(
      revisionIds.flatMap((id) => {
        const text = this.#kept.get(id);
        return text === undefined ? [] : [[id, text] as const];
      }),
    );
  }

  private async load(ids: readonly string[]): Promise<void> {
    if (this.#kept.size > MOST_KEPT) this.#kept.clear();
    for (const [id, revision] of await this.curriculum.revisions(ids)) {
      this.#kept.set(id, lessonText(revision, sha256));
    }
  }
}
