import { useRoleName } from '../../../account/roles.js';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';
import type { Role } from './account-types.js';

interface GrantRefusal {
  readonly code: 'own-account' | 'incompatible';
  readonly with?: Role;
}

/** Why an act on an account was refused; of a grant, which rule speaks against it. */
export function Refusal({ problem }: { readonly problem: ApiProblem | undefined }) {
  const { t } = useMessages(messages);
  const roleName = useRoleName();
  const refusals = (problem?.details['refusals'] ?? []) as readonly GrantRefusal[];
  if (refusals.length > 0) {
    return (
      <Note look="bad" alert>
        {refusals.map((refusal) => (
          <p key={`${refusal.code}${refusal.with ?? ''}`}>
            {refusal.with === undefined
              ? t('refusedOwn')
              : t('refusedClash', { role: roleName(refusal.with) })}
          </p>
        ))}
      </Note>
    );
  }
  return (
    <ProblemNote problem={problem}>
      {problem?.fields.map((field) => (
        <p key={field.path}>{t('fieldWrong', { field: field.path.split('.').at(-1) ?? '' })}</p>
      ))}
    </ProblemNote>
  );
}
