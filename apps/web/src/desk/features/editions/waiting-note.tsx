import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { LockIcon, Undo2Icon } from '../../../ui/icons.js';
import { Note } from '../../../ui/banner.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { Block } from '../../kit/work.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';
import { ReturnDialog } from './return-dialog.js';

const reasons = {
  'permission.denied': 'whyDenied',
  'permission.same_person': 'whySame',
  'edition.not_appraised': 'whyNotAppraised',
  // Of a candidate said only where what it corrects stands no more.
  'edition.wrong_state': 'whyCorrectedWithdrawn',
} as const;

function isKnown(code: string | null): code is keyof typeof reasons {
  return code !== null && code in reasons;
}

/** Why the person may not sign, and what they may do instead. */
export function WaitingNote({ detail }: { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const { edition, allowed } = detail;
  const { whyNot } = allowed;
  return (
    <Block title={t('signHead')}>
      <Note look="plain" icon={LockIcon}>
        <p>{t(isKnown(whyNot) ? reasons[whyNot] : 'whyOther')}</p>
        {edition.preparedBy !== null && <p>{t('preparedBy', { name: edition.preparedBy })}</p>}
      </Note>
      {allowed.return && (
        <div className={styles.after}>
          <ReturnButton detail={detail} />
        </div>
      )}
    </Block>
  );
}

/** Opens the dialog in which the edition is sent back with an opinion. */
export function ReturnButton({ detail }: { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        <Undo2Icon />
        {t('return')}
      </Button>
      <ReturnDialog detail={detail} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
