import type { QuestionContent } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import type { QuestionProblem } from './model/question-problems.js';

/** What every part of the form of a question gets. */
export interface PartProps<Q extends QuestionContent = QuestionContent> {
  readonly question: Q;
  readonly editable: boolean;
  readonly problems: readonly QuestionProblem[];
  readonly onChange: (question: Q) => void;
}

/** The words of what is wrong at a field: `fault('options.0.text')`. */
export function useFaults(problems: readonly QuestionProblem[]) {
  const { t } = useMessages(messages);
  return (field: string): string | undefined => {
    const found = problems.find((problem) => problem.field === field);
    return found === undefined ? undefined : t(`fault.${found.fault}`);
  };
}
