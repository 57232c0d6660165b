import type { ReactNode } from 'react';
import type { ApiProblem } from '../../lib/api/problem.js';
import { useProblemText } from '../../lib/api/problem-text.js';
import { useMessages } from '../../lib/i18n/catalogue.js';
import { Note } from '../../ui/banner.js';
import { messages as uiMessages } from '../../ui/messages/index.js';
import text from '../../ui/text.module.css';

/** What went wrong with an act, beside its button: the reason in words, more where known, the code last. */
export function ProblemNote(props: {
  readonly problem: ApiProblem | undefined;
  readonly children?: ReactNode;
}) {
  const say = useProblemText();
  const { t } = useMessages(uiMessages);
  const { problem } = props;
  if (problem === undefined) return null;
  return (
    <Note look="bad" alert>
      <p>{say(problem)}</p>
      {props.children}
      {problem.shortCode !== undefined && (
        <p className={text.xs}>{t('supportCode', { code: problem.shortCode })}</p>
      )}
    </Note>
  );
}
