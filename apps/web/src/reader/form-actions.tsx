import { blockPlainText, type FormNode } from '@cam-nang/content/read';
import { useMessages } from '../lib/i18n/catalogue.js';
import { IconButton } from '../ui/button.js';
import { CopyIcon, FileTextIcon } from '../ui/icons.js';
import { toast } from '../ui/toast.js';
import { messages } from './messages/index.js';
import styles from './text.module.css';

/** Name and code of a form, and a button that copies its text with the blanks. */
export function FormActions({ block }: { readonly block: FormNode }) {
  const { t, locale } = useMessages(messages);
  const { title, code } = block.attrs;
  const copy = async () => {
    await navigator.clipboard.writeText(blockPlainText(block));
    toast(t('copied'));
  };
  // Only https and this very machine have a clipboard.
  const canCopy = globalThis.navigator?.clipboard !== undefined;
  return (
    <h3 className={styles.label}>
      <FileTextIcon />
      {title === '' ? <span lang={locale}>{t('form')}</span> : title}
      {code !== '' && <span className={styles.code}>{code}</span>}
      {canCopy && (
        <IconButton label={t('copyForm')} lang={locale} onClick={() => void copy()}>
          <CopyIcon />
        </IconButton>
      )}
    </h3>
  );
}
