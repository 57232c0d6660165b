import type { QuestionContent, QuestionDifficulty } from '@cam-nang/domain';

import type { Located } from '../yaml/decoder.js';

/** An option as an author writes it, before it has an id. */
export interface OptionDraft {
  readonly text: string;
  readonly correct: boolean;
  readonly fraction?: number;
  readonly feedback: string;
}

interface CommonDraft {
  readonly id: Located<string>;
  readonly stem: string;
  readonly feedback: string;
  readonly lesson: Located<string>;
  readonly outcome: Located<string>;
  readonly difficulty: QuestionDifficulty;
  readonly tags: readonly string[];
}

export type GapsPiece = { readonly text: string } | { readonly accepted: readonly string[] };

/** A question as it stands in a file; ids of its parts come from `identifyQuestion`. */
export type QuestionDraft = CommonDraft &
  (
    | {
        readonly type: 'single' | 'multiple' | 'truefalse' | 'kprim';
        readonly options: readonly OptionDraft[];
      }
    | { readonly type: 'short'; readonly accepted: readonly string[] }
    | {
        readonly type: 'numeric';
        readonly answer: string;
        readonly tolerance: string;
        readonly unit: string;
      }
    | {
        readonly type: 'matching';
        readonly pairs: readonly { readonly left: string; readonly right: string }[];
      }
    | { readonly type: 'ordering'; readonly order: readonly string[] }
    | { readonly type: 'gaps'; readonly pieces: readonly GapsPiece[] }
  );

/** A question of a bank with the name that authors use; `content.lessonId` is a lesson's name too. */
export interface BankQuestion {
  readonly id: Located<string>;
  readonly lesson: Located<string>;
  readonly outcome: Located<string>;
  readonly content: QuestionContent;
}
