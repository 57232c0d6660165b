import { useState } from 'react';
import type { applyImport, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { PrinterIcon } from '../../../ui/icons.js';
import { Dialog } from '../../../ui/overlay.js';
import { Cell, ColumnHead, ReadingTable, RowHead } from '../../../ui/table.js';
import { PrintSheet } from '../../kit/print-sheet.js';
import { messages } from './messages/index.js';

type Code = ResponseOf<typeof applyImport>['codes'][number];

/**
 * The class sheet: user names and one-time codes, shown once. A key or a press beside it only puts it away, until it
 * is said to be handed out: no one can show these codes again.
 */
export function CodeSheet(props: {
  readonly codes: readonly Code[];
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { codes } = props;
  const [away, setAway] = useState(false);
  const [first] = codes;
  if (first === undefined) return null;
  if (away) {
    return (
      <ButtonRow>
        <Button onClick={() => setAway(false)}>{t('seeCodes', { count: codes.length })}</Button>
      </ButtonRow>
    );
  }
  const title = codes.length === 1 ? t('codeTitle') : t('codesTitle', { count: codes.length });
  return (
    <Dialog open wide title={title} onClose={() => setAway(true)}>
      <PrintSheet>
        <p>{t('codeText', { date: format.date(first.expiresAt) })}</p>
        <ReadingTable caption={title}>
          <thead>
            <tr>
              <ColumnHead>{t('name')}</ColumnHead>
              <ColumnHead>{t('username')}</ColumnHead>
              <ColumnHead>{t('code')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code.enrolmentId}>
                <RowHead lang="vi">{code.fullName}</RowHead>
                <Cell label={t('username')}>{code.username}</Cell>
                <Cell label={t('code')}>
                  <code>{code.oneTimeCode}</code>
                </Cell>
              </tr>
            ))}
          </tbody>
        </ReadingTable>
      </PrintSheet>
      <ButtonRow>
        <Button look="main" onClick={() => print()}>
          <PrinterIcon />
          {t('print')}
        </Button>
        <Button onClick={props.onClose}>{t('close')}</Button>
      </ButtonRow>
    </Dialog>
  );
}
