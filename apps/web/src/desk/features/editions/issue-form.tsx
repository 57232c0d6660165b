import { useState } from 'react';
import {
  compareEditions,
  issueEdition,
  listCohorts,
  listCourses,
  readCourse,
  readEdition,
} from '@cam-nang/contracts/routes';
import { hanoiDate } from '@cam-nang/domain';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { parseTypedDate, typedDate } from '../../../lib/i18n/typed.js';
import { useSession } from '../../../lib/session/session.js';
import { todayInHanoi } from '../../../lib/session/today-in-hanoi.js';
import { Button } from '../../../ui/button.js';
import { StampIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { RefusalList } from '../../kit/editions/refusal-list.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import styles from './editions.module.css';
import { ConfirmationField, IssueFields, type Typed } from './issue-fields.js';
import { issueBody, judgeIssue, type IssueState, type IssueValues } from './issue-model.js';
import { messages } from './messages/index.js';
import { ReturnButton } from './waiting-note.js';

interface WithDetail {
  readonly detail: EditionDetail;
}

/** The decision that issues the edition, and the one act that cannot be undone. */
export function IssueForm({ detail }: WithDetail) {
  const { t } = useMessages(messages);
  const { edition } = detail;
  const [values, setValues] = useState<IssueValues>(() => ({
    decisionNo: '',
    decisionDate: typedDate(todayInHanoi()),
    effectiveFrom: '',
    decisionName: edition.title ?? '',
    confirmation: '',
  }));
  const state = judgeIssue(values, {
    today: todayInHanoi(),
    sealed: hanoiDate(new Date(detail.history.preparedAt)),
    after: startOfPrevious(detail),
  });
  const act = useAct(issueEdition, {
    changes: [readEdition, readCourse, listCourses, compareEditions, listCohorts],
    onDone: () => toast(t('issued', { label: edition.label })),
  });
  const typed: Typed = {
    values,
    errors: state.errors,
    refused: act.problem?.fields.map(({ path }) => path) ?? [],
    set: (field, value) => setValues((before) => ({ ...before, [field]: value })),
  };
  return (
    <Block title={t('decisionTitle')}>
      <form
        noValidate
        data-density="dense"
        onSubmit={(event) => {
          event.preventDefault();
          if (!state.ready) return;
          const body = issueBody(values, edition.manifestHash);
          void act.run({ params: { editionId: edition.id }, body });
        }}
      >
        <Stack>
          <IssueFields detail={detail} typed={typed} />
          <Effect detail={detail} typed={typed} />
          <ConfirmationField typed={typed} />
          <IssueProblem problem={act.problem} />
          <Button type="submit" look="main" block busy={act.busy} disabled={!state.ready}>
            <StampIcon />
            {t('sign')}
          </Button>
          <Missing state={state} />
          <WhoActs detail={detail} />
          <ReturnButton detail={detail} />
        </Stack>
      </form>
    </Block>
  );
}

/** The day on which the edition before it begins: this one has to begin later. */
function startOfPrevious({ previous }: EditionDetail): string | null {
  return previous?.forceFrom ?? previous?.appliesFrom ?? null;
}

/** What signing will do, in one sentence, before the number is typed once more. */
function Effect({ detail: { edition }, typed }: WithDetail & { readonly typed: Typed }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { label, major, minor } = edition;
  const from = parseTypedDate(typed.values.effectiveFrom);
  return (
    <div className={styles.effect}>
      <p>
        <b>
          {from === undefined
            ? t('issueSayNoDay', { label })
            : t('issueSay', { label, date: format.date(from) })}
        </b>{' '}
        {t('issueForever', { next: `${major}.${minor + 1}` })}
      </p>
    </div>
  );
}

function IssueProblem({ problem }: { readonly problem: ApiProblem | undefined }) {
  const { t } = useMessages(messages);
  const unfounded = problem?.details['reason'] === 'corrected_withdrawn';
  return (
    <ProblemNote problem={problem}>
      {unfounded && <p>{t('whyCorrectedWithdrawn')}</p>}
      <RefusalList details={problem?.details} />
    </ProblemNote>
  );
}

/** Why the button rests: what is still to be filled in. */
function Missing({ state }: { readonly state: IssueState }) {
  const { t } = useMessages(messages);
  const wrong = Object.values(state.errors)[0];
  const open = state.missing.map((field) => t(`missing.${field}`)).join(', ');
  return (
    <p className={styles.small} role="status">
      {wrong === undefined && open !== '' && t('toFill', { what: open })}
      {wrong !== undefined && t(wrong)}
      {wrong === undefined && open === '' && t('freshHint')}
    </p>
  );
}

function WhoActs({ detail: { edition } }: WithDetail) {
  const { t } = useMessages(messages);
  const session = useSession();
  const signer = session.account.fullName;
  if (edition.preparedBy === null) return null;
  return <p className={styles.small}>{t('twoActs', { signer, preparer: edition.preparedBy })}</p>;
}
