import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { SearchIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { useModal } from '../../../ui/overlay.js';
import { useOptionKeys } from '../../kit/use-option-keys.js';
import { findItems, type Hit } from './found.js';
import { messages } from './messages/index.js';
import styles from './palette.module.css';
import { ResultList } from './result-list.js';
import { useItems } from './use-items.js';

/** One list over places, texts, acts and people: typed, walked with the arrows, opened with Enter. */
export function Palette(props: { readonly onClose: () => void; readonly onKeys: () => void }) {
  const { t } = useMessages(messages);
  const dialog = useModal(true);
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onClose();
      }}
    >
      <PaletteBody {...props} />
    </dialog>
  );
}

function PaletteBody(props: { readonly onClose: () => void; readonly onKeys: () => void }) {
  const { t } = useMessages(messages);
  const go = useGo();
  const [typed, setTyped] = useState('');
  const groups = findItems(useItems(typed, props.onKeys), typed);
  const hits = groups.flatMap((group) => group.hits);
  const take = (hit: Hit | undefined, beside: boolean) => {
    if (hit === undefined) return;
    props.onClose();
    if (hit.href === undefined) hit.run?.();
    else if (beside) window.open(hit.href, '_blank', 'noopener');
    else go(hit.href);
  };
  const keys = useOptionKeys(hits.length, (index, event) =>
    take(hits[index], event.ctrlKey || event.metaKey),
  );
  return (
    <div className={styles.in}>
      <div className={styles.field}>
        <SearchIcon />
        <input
          {...keys.field}
          type="text"
          aria-label={t('title')}
          placeholder={t('title')}
          value={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            keys.setActive(0);
          }}
        />
        <button type="button" className={styles.close} onClick={props.onClose}>
          <kbd>Esc</kbd>
          <span className={styles.vh}>{t('close')}</span>
        </button>
      </div>
      <ResultList groups={groups} keys={keys} onTake={take} />
      {hits.length === 0 && (
        <p className={styles.none} role="status">
          {t('none', { typed })}
        </p>
      )}
      <Foot />
    </div>
  );
}

function Foot() {
  const { t } = useMessages(messages);
  return (
    <p className={styles.foot}>
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> {t('footWalk')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('footOpen')}
      </span>
      <span>
        <kbd>Ctrl</kbd>
        <kbd>Enter</kbd> {t('footBeside')}
      </span>
      <span>{t('footMarks')}</span>
    </p>
  );
}
