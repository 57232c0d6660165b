import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';

/** A refused act on an award, with the people and characters the refusal names. */
export function RefusalNote({ problem }: { readonly problem: ApiProblem | undefined }) {
  const { t } = useMessages(messages);
  const { people, characters } = problem?.details ?? {};
  return (
    <ProblemNote problem={problem}>
      {Array.isArray(people) && people.length > 0 && (
        <p>{t('refusedPeople', { people: people.join(', ') })}</p>
      )}
      {typeof characters === 'string' && characters !== '' && (
        <p>{t('refusedCharacters', { characters })}</p>
      )}
      {problem?.code === 'award.list_changed' && <p>{t('recompute')}</p>}
    </ProblemNote>
  );
}
