import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { PrinterIcon } from '../../../ui/icons.js';
import { Dialog } from '../../../ui/overlay.js';
import { PrintSheet } from '../../kit/print-sheet.js';
import { Details, FilterBar } from '../../kit/work.js';
import type { IssuedCode } from './account-types.js';
import styles from './accounts.module.css';
import { messages } from './messages/index.js';

/**
 * A one-time code to be handed over: shown once, on paper if wanted. A key or a press beside it only puts it away, until
 * it is said to be handed over: nobody can show this code again.
 */
export function CodeSlip(props: { readonly issued: IssuedCode; readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { issued } = props;
  const [away, setAway] = useState(false);
  if (away) {
    return (
      <FilterBar>
        <Button onClick={() => setAway(false)}>{t('codeAgain', { name: issued.fullName })}</Button>
      </FilterBar>
    );
  }
  return (
    <Dialog open title={t('codeTitle')} onClose={() => setAway(true)}>
      <PrintSheet>
        <p lang="vi">
          <b>{issued.fullName}</b>
        </p>
        <p className={styles.code}>{issued.code}</p>
        <Details
          rows={[
            { name: t('username'), value: <b>{issued.username}</b> },
            { name: t('signInAt'), value: `${location.origin}/sign-in` },
            { name: t('codeEnds'), value: format.dateTime(issued.expiresAt) },
          ]}
        />
        <p className={styles.soft}>{t('codeHow')}</p>
      </PrintSheet>
      <p className={styles.once}>{t('codeOnce')}</p>
      <ButtonRow>
        <Button look="main" onClick={() => print()}>
          <PrinterIcon />
          {t('print')}
        </Button>
        <Button onClick={props.onClose}>{t('handedOver')}</Button>
      </ButtonRow>
    </Dialog>
  );
}
