import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Note } from '../../../ui/banner.js';
import { useEditionWords } from '../../kit/curriculum/edition-words.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { useDays } from '../../kit/editions/edition-table.js';
import { WithdrawalNote } from '../../kit/editions/withdrawal-note.js';
import { OutlineList } from '../../kit/outline-list.js';
import { Block, Details } from '../../kit/work.js';
import { href } from '../../routes.js';
import { CorrectButtons } from './correct-button.js';
import styles from './editions.module.css';
import { IssueForm } from './issue-form.js';
import { messages } from './messages/index.js';
import { RevertButton } from './revert-button.js';
import { WaitingNote } from './waiting-note.js';
import { WithdrawButton } from './withdraw-dialog.js';

interface WithDetail {
  readonly detail: EditionDetail;
}

/** The act of the page, or what came of it. */
export function EditionSide({ detail }: WithDetail) {
  const { edition, allowed, history } = detail;
  const waits = edition.state === 'candidate';
  return (
    <>
      {waits && (allowed.issue ? <IssueForm detail={detail} /> : <WaitingNote detail={detail} />)}
      {history.returned !== null && <ReturnedNote detail={detail} />}
      {edition.issuedAt !== null && <IssuedBlock detail={detail} />}
      <Requests detail={detail} />
    </>
  );
}

/** What the panel is called for readers. */
export function useSideLabel({ edition }: EditionDetail): string {
  const { t } = useMessages(messages);
  if (edition.issuedAt !== null) return t('issuedHead');
  return t(edition.state === 'returned' ? 'returnedHead' : 'signHead');
}

function ReturnedNote({ detail: { history } }: WithDetail) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { returned } = history;
  if (returned === null) return null;
  const time = format.dateTime(returned.at);
  return (
    <Block title={t('returnedHead')} aside={time}>
      <Note look="warn">
        <p lang="vi" className={styles.opinion}>
          {returned.reason}
        </p>
        {returned.by !== null && <p>{t('returnedBy', { name: returned.by })}</p>}
      </Note>
      <p className={styles.small}>{t('returnedNext')}</p>
    </Block>
  );
}

/** Who signed what and when, and the hash that proves the text. */
function IssuedBlock({ detail }: WithDetail) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const words = useEditionWords();
  const days = useDays();
  const { edition, history, nextNumber } = detail;
  const { decisionTitle } = history;
  const rows = [
    { name: t('decision'), value: words.decision(edition) ?? '–' },
    ...(decisionTitle === null || decisionTitle === ''
      ? []
      : [{ name: t('decisionAbout'), value: <span lang="vi">{decisionTitle}</span> }]),
    { name: t('signer'), value: edition.signer ?? '–' },
    {
      name: t('issuedAt'),
      value: edition.issuedAt === null ? '–' : format.dateTime(edition.issuedAt),
    },
    { name: t('preparer'), value: edition.preparedBy ?? '–' },
    { name: t('force'), value: days(edition.forceFrom, edition.forceTo) },
    {
      name: t('applies', { major: edition.major }),
      value: days(edition.appliesFrom, edition.appliesTo),
    },
    {
      name: t('manifest'),
      value: <code className={styles.fullHash}>{edition.manifestHash}</code>,
    },
  ];
  return (
    <Block title={t('issuedHead')}>
      {edition.recordOnly && <p>{t('recordOnly')}</p>}
      <Details rows={rows} />
      <WithdrawalNote edition={edition} />
      <p className={styles.small}>{t('manifestSay')}</p>
      <p className={styles.small}>
        {nextNumber.erratum === null || !nextNumber.erratum.startsWith(`${edition.major}.`)
          ? t('nextActFirst', { amendment: nextNumber.amendment })
          : t('nextAct', { amendment: nextNumber.amendment, erratum: nextNumber.erratum })}
      </p>
      <IssuedActs detail={detail} />
    </Block>
  );
}

/** What may still be done about what is issued. */
function IssuedActs({ detail }: WithDetail) {
  const { edition, withdrawing, correcting } = detail;
  return (
    <>
      {correcting !== null && (
        <div className={styles.after}>
          <CorrectButtons detail={detail} />
        </div>
      )}
      {!edition.recordOnly && (
        <div className={styles.after}>
          <RevertButton edition={edition} />
        </div>
      )}
      {withdrawing !== null && (
        <div className={styles.after}>
          <WithdrawButton detail={detail} />
        </div>
      )}
    </>
  );
}

/** Change requests of which the edition is made. */
function Requests({ detail: { history, courseId } }: WithDetail) {
  const { t } = useMessages(messages);
  return (
    <Block
      title={t('requests')}
      aside={<Link href={href('course', { courseId })}>{t('toCourse')}</Link>}
    >
      {history.requests.length === 0 ? (
        <p className={styles.small}>{t('mergedNone')}</p>
      ) : (
        <OutlineList
          items={history.requests.map(({ id, number, title }) => ({
            href: href('review', { requestId: id }),
            title: <span lang="vi">{`${number}. ${title}`}</span>,
          }))}
        />
      )}
    </Block>
  );
}
