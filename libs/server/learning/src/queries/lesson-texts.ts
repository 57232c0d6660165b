import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CurriculumFacade, type RevisionView } from '@cam-nang/curriculum';
import { lessonText, type LessonText } from '../policies/lesson-text.js';

/** Texts kept in memory; each is some tens of kilobytes. */
const MOST_KEPT = 400;

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** Texts of lessons by revision. A revision never changes, so a text is read once and kept. */
@Injectable()
export class LessonTexts {
  readonly #kept = new Map<string, LessonText>();

  constructor(private readonly curriculum: CurriculumFacade) {}

  /** The texts of revisions; those that are no lesson are left out. */
  async of(revisionIds: readonly string[]): Promise<ReadonlyMap<string, LessonText>> {
    const wanted = [...new Set(revisionIds)];
    const found = new Map(
      wanted.flatMap((id) => {
        const text = this.#kept.get(id);
        return text === undefined ? [] : [[id, text] as const];
      }),
    );
    const missing = wanted.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    for (const revision of (await this.curriculum.revisions(missing)).values()) {
      if (revision.content.kind === 'lesson') found.set(revision.id, this.keep(revision));
    }
    return found;
  }

  /** Keeps the text of a revision that was read for another reason. */
  keep(revision: RevisionView): LessonText {
    const text = this.#kept.get(revision.id) ?? lessonText(revision, sha256);
    this.#kept.delete(revision.id);
    this.#kept.set(revision.id, text);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return text;
  }
}
