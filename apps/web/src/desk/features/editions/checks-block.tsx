import { useMessages } from '../../../lib/i18n/catalogue.js';
import { CheckList } from '../../kit/curriculum/check-list.js';
import { useCheckWords } from '../../kit/curriculum/check-words.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { Checks, type Check } from '../../kit/marks.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';

/** What was looked at before the edition may be issued: its content, its kind, who signs. */
export function ChecksBlock({ detail }: { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const words = useCheckWords();
  return (
    <Block title={t('checks')} aside={words.sum(detail.checks)}>
      <div className={styles.checks}>
        <CheckList checks={detail.checks} linkTo={placeOf} />
        <Checks checks={useOtherChecks(detail)} />
      </div>
    </Block>
  );
}

/** A correction that waits for the main line is looked at and merged in its review. */
function placeOf({ params }: EditionDetail['checks'][number]): string | undefined {
  const { requestId } = params;
  return typeof requestId === 'string' ? href('review', { requestId }) : undefined;
}

/** Whether it is an erratum at all, and that two people act. */
function useOtherChecks(detail: EditionDetail): readonly Check[] {
  const { t } = useMessages(messages);
  const words = useCheckWords();
  const { edition, allowed } = detail;
  const refusals = [...new Set(detail.erratumRefusals.map(words.refusal))];
  const isErratum: readonly Check[] =
    edition.kind === 'erratum' && refusals.length === 0
      ? [{ key: 'erratum', verdict: 'yes', text: t('onlyCorrections') }]
      : refusals.map((reason) => ({
          key: reason,
          verdict: 'no',
          text: t('notErratum', { reason }),
        }));
  const same = allowed.whyNot === 'permission.same_person';
  const { preparedBy } = edition;
  const people = preparedBy === null ? t('twoPeopleUnknown') : t('twoPeople', { name: preparedBy });
  return [
    ...isErratum,
    { key: 'people', verdict: same ? 'no' : 'yes', text: same ? t('whySame') : people },
  ];
}
