import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { IconButton } from '../../../ui/button.js';
import { SearchIcon } from '../../../ui/icons.js';
import { messages } from './messages/index.js';
import styles from './find-or-do.module.css';
import { useShellKeys, type Opened } from './use-shell-keys.js';

// Fetched when first opened: most visits never ask for them.
const Palette = lazy(() => import('./palette.js').then((file) => ({ default: file.Palette })));
const KeySheet = lazy(() => import('./key-sheet.js').then((file) => ({ default: file.KeySheet })));

/** The way to everything, in the top bar; it and the sheet of keys also open by key. */
export function FindOrDo() {
  const { t } = useMessages(messages);
  const [opened, setOpened] = useState<Opened>();
  useShellKeys(setOpened);
  const close = () => setOpened(undefined);
  return (
    <>
      <button
        type="button"
        className={styles.find}
        aria-haspopup="dialog"
        onClick={() => setOpened('palette')}
      >
        <SearchIcon />
        <span>{t('title')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className={styles.narrow}>
        <IconButton label={t('title')} aria-haspopup="dialog" onClick={() => setOpened('palette')}>
          <SearchIcon />
        </IconButton>
      </span>
      <Suspense fallback={null}>
        {opened === 'palette' && <Palette onClose={close} onKeys={() => setOpened('keys')} />}
        {opened === 'keys' && <KeySheet onClose={close} />}
      </Suspense>
    </>
  );
}
