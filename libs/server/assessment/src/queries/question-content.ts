import { Injectable } from '@nestjs/common';
import type { questionTaking } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError, type PresentedOrder, type QuestionContent } from '@cam-nang/domain';
import type * as z from 'zod/mini';

export type TakingQuestion = z.infer<typeof questionTaking>;

const MOST_KEPT = 5000;

/** Contents of pinned question revisions. A revision never changes, so they are kept in memory. */
@Injectable()
export class QuestionContents {
  readonly #kept = new Map<string, QuestionContent>();

  constructor(private readonly curriculum: CurriculumFacade) {}

  /** Content by revision id; every id must exist. */
  async of(revisionIds: readonly string[]): Promise<ReadonlyMap<string, QuestionContent>> {
    const missing = revisionIds.filter((id) => !this.#kept.has(id));
    if (missing.length > 0) await this.load(missing);
    return new Map(revisionIds.map((id) => [id, this.known(id)]));
  }

  private async load(ids: readonly string[]): Promise<void> {
    if (this.#kept.size > MOST_KEPT) this.#kept.clear();
    const revisions = await this.curriculum.revisions(ids);
    for (const [id, revision] of revisions) {
      if (revision.content.kind === 'question') this.#kept.set(id, revision.content.meta);
    }
  }

  private known(id: string): QuestionContent {
    const content = this.#kept.get(id);
    if (content === undefined) throw new DomainError('resource.not_found', { revisionId: id });
    return content;
  }
}

function inOrder<T>(items: readonly T[], order: readonly string[], idOf: (item: T) => string): T[] {
  const byId = new Map(items.map((item) => [idOf(item), item]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

type Matching = Extract<QuestionContent, { type: 'matching' }>;
type Gaps = Extract<QuestionContent, { type: 'gaps' }>;

function presentPairs({ pairs }: Matching, shown: PresentedOrder) {
  return {
    lefts: inOrder(pairs, shown.parts, (pair) => pair.id).map(({ id, left }) => ({
      id,
      text: left,
    })),
    rights: inOrder(pairs, shown.rights, (pair) => pair.rightId).map(({ rightId, right }) => ({
      id: rightId,
      text: right,
    })),
  };
}

function presentSegments({ segments }: Gaps) {
  return segments.map((segment) =>
    'gapId' in segment ? { gapId: segment.gapId } : { text: segment.text },
  );
}

function presentTexts<T extends { readonly id: string; readonly text: string }>(
  items: readonly T[],
  shown: PresentedOrder,
) {
  return inOrder(items, shown.parts, (item) => item.id).map(({ id, text }) => ({ id, text }));
}

/** A question as its taker sees it, in the order it was shown: never a key, never a feedback. */
export function presentForTaking(question: QuestionContent, shown: PresentedOrder): TakingQuestion {
  const common = { stem: question.stem, difficulty: question.difficulty };
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'truefalse':
    case 'kprim':
      return { type: question.type, ...common, options: presentTexts(question.options, shown) };
    case 'short':
      return { type: 'short', ...common };
    case 'numeric':
      return { type: 'numeric', ...common, unit: question.unit };
    case 'matching':
      return { type: 'matching', ...common, ...presentPairs(question, shown) };
    case 'ordering':
      return { type: 'ordering', ...common, items: presentTexts(question.order, shown) };
    case 'gaps':
      return { type: 'gaps', ...common, segments: presentSegments(question) };
  }
}
