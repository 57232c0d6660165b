import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Block } from '../../kit/work.js';
import { MarkingForm } from './marking-form.js';
import { messages } from './messages/index.js';
import type { ReportList, Submission } from './report-types.js';

/** The marking, or why there is none to be done. */
export function MarkingSide(props: {
  readonly submission: Submission;
  readonly list: ReportList;
  readonly to: (report: string | undefined) => string;
}) {
  const { t } = useMessages(messages);
  const { submission } = props;
  const reason = whyNot(submission, props.list.allowed.mark);
  if (reason === undefined) {
    return <MarkingForm key={`${submission.state}-${submission.marks.length}`} {...props} />;
  }
  return (
    <Block title={t('marking')}>
      <Note look="plain">
        <p>{t(reason)}</p>
      </Note>
    </Block>
  );
}

function whyNot(
  { allowed, state }: Submission,
  marks: boolean,
): 'isOwn' | 'readOnly' | 'isReturned' | 'isDraft' | undefined {
  if (allowed.isOwn && marks) return 'isOwn';
  if (!allowed.mark) return 'readOnly';
  if (state === 'returned') return 'isReturned';
  return state === 'submitted' || state === 'marked' ? undefined : 'isDraft';
}
