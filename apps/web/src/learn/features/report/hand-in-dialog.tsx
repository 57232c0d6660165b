import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/overlay.js';
import { Stack } from '../../../ui/layout.js';
import { messages } from './messages/index.js';
import type { Report } from './report-page.js';

/** States in numbers what is handed in, and what cannot be done afterwards. */
export function HandInDialog(props: {
  readonly open: boolean;
  readonly task: Report['task'];
  readonly words: number;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onClose: () => void;
  readonly onHandIn: () => void;
}) {
  const { t } = useMessages(messages);
  const { words } = props;
  const { wordsMin, wordsMax } = props.task;
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('handInTitle')}
      actions={
        <>
          <Button look="main" busy={props.busy} onClick={props.onHandIn}>
            {t('handInNow', { count: words })}
          </Button>
          <Button onClick={props.onClose}>{t('writeOn')}</Button>
        </>
      }
    >
      <Stack>
        <p>{t('handInText')}</p>
        {wordsMin !== null && words < wordsMin && (
          <Note look="warn">{t('tooShort', { words, least: wordsMin })}</Note>
        )}
        {wordsMax !== null && words > wordsMax && (
          <Note look="warn">{t('tooLong', { words, most: wordsMax })}</Note>
        )}
        {props.problem !== undefined && (
          <Note look="bad" alert>
            {props.problem}
          </Note>
        )}
      </Stack>
    </Dialog>
  );
}
