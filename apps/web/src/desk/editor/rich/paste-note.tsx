import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/lists.js';
import { LossList } from '../../kit/losses/loss-list.js';
import styles from './editor.module.css';
import { messages } from './messages/index.js';
import type { PasteState } from './use-paste.js';

/** Says quietly what the last paste could not keep, until it is put away. */
export function PasteNote(props: {
  readonly state: PasteState | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { state } = props;
  return (
    <div role="status" className={styles.pasteNote}>
      {state?.at === 'storing' && <Note>{t('pasteStoring', { count: state.count })}</Note>}
      {state?.at === 'done' && (
        <Note look="plain">
          <Disclosure summary={t('pasteLost', { count: state.losses.length })}>
            <LossList losses={state.losses} />
          </Disclosure>
          <ButtonRow>
            <Button size="small" onClick={props.onClose}>
              {t('pasteClose')}
            </Button>
          </ButtonRow>
        </Note>
      )}
    </div>
  );
}
