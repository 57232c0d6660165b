import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, LinkButton } from '../../../ui/button.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { ActDesk, Hash } from '../../kit/work.js';
import { href } from '../../routes.js';
import { AmendAct } from './amend-act.js';
import { MergeAct } from './merge-act.js';
import { messages } from './messages/index.js';
import { errataFirst } from './model/errata-first.js';
import { shortHash } from './short-hash.js';
import { SubmitBar } from './submit-bar.js';
import type { Seen } from './use-seen.js';
import type { Verdicts } from './use-verdicts.js';
import { VerdictDialog } from './verdict-dialog.js';

interface Props {
  readonly request: RequestView;
  readonly seen: Seen;
  readonly verdicts: Verdicts;
}

/** What is due on the request, what it will do, or who must do it. */
export function ReviewActs(props: Props) {
  const { verdicts } = props;
  return (
    <>
      <Bar {...props} />
      {verdicts.writing !== undefined && (
        <VerdictDialog
          request={props.request}
          seen={props.seen}
          verdict={verdicts.writing}
          verdicts={verdicts}
        />
      )}
    </>
  );
}

function Bar(props: Props) {
  const { t } = useMessages(messages);
  const { request } = props;
  switch (request.state) {
    case 'draft':
    case 'changes_requested':
      return <SubmitBar request={request} />;
    case 'in_review':
    case 'approved':
      return <JudgeBar {...props} />;
    case 'merged':
      return (
        <ActDesk say={<b>{t('sayMerged')}</b>}>
          <LinkButton href={href('course', { courseId: request.courseId })}>
            {t('toCourse')}
          </LinkButton>
        </ActDesk>
      );
    case 'abandoned':
      return (
        <ActDesk say={t('sayAbandoned')}>
          <LinkButton href={href('changeRequests')}>{t('requests')}</LinkButton>
        </ActDesk>
      );
  }
}

function JudgeBar({ request, seen, verdicts }: Props) {
  const { t } = useMessages(messages);
  const { review, merge } = request.allowed;
  const waits = errataFirst(request) !== undefined;
  return (
    <ActDesk say={<Say request={request} seen={seen} />}>
      <AmendAct request={request} />
      {verdicts.canComment && (
        <Button disabled={seen.outdated} onClick={() => verdicts.write('comment')}>
          {t('comment')}
        </Button>
      )}
      {review && (
        <>
          <Button disabled={seen.outdated} onClick={() => verdicts.write('request_changes')}>
            {t('requestChanges')}
          </Button>
          <Button
            look={merge ? 'plain' : 'main'}
            disabled={seen.outdated}
            onClick={() => verdicts.write('approve')}
          >
            {t('approve')}
          </Button>
        </>
      )}
      {merge && <MergeAct request={request} disabled={seen.outdated || waits} />}
    </ActDesk>
  );
}

function Say({ request, seen }: Pick<Props, 'request' | 'seen'>) {
  const { t, rich } = useMessages(messages);
  const { allowed, approvals, state } = request;
  const hash = <Hash>{shortHash(seen.diff.overlayHash)}</Hash>;
  if (seen.outdated && (allowed.review || allowed.merge)) return t('sayNewer');
  const waits = state === 'approved' ? t('waitsMerge') : t('waitsReview', approvals);
  const first = errataFirst(request);
  if (allowed.merge && first !== undefined) return t(`sayErrataFirst.${first.hindrance}`, first);
  if (allowed.merge) return t('sayReady');
  if (allowed.review) return <>{rich('sayReview', { hash })}</>;
  if (allowed.whyNotReview === 'permission.same_person') {
    return (
      <>
        {waits} {t('samePerson')}
      </>
    );
  }
  return waits;
}
