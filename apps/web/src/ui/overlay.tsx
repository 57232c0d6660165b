import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { ButtonRow, IconButton } from './button.js';
import { cx } from './class-names.js';
import { XIcon } from './icons.js';
import { messages } from './messages/index.js';
import styles from './overlay.module.css';
import { Toasts } from './toast.js';

interface OverlayProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the end, the main one first. */
  readonly actions?: ReactNode;
}

/**
 * Keeps a native dialog in step with `open`; the browser traps the focus and gives it back. It gives it back only
 * where a dialog is closed before it leaves the page, which a layout effect still can do.
 */
export function useModal(open: boolean) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null || !open) return undefined;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  return ref;
}

function Overlay(props: OverlayProps & { readonly className: string }) {
  const { t } = useMessages(messages);
  const id = useId();
  const ref = useModal(props.open);
  return (
    <dialog
      ref={ref}
      className={props.className}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onClose();
      }}
    >
      {props.open && (
        <div>
          <div className={styles.head}>
            <h2 id={id} className={styles.title}>
              {props.title}
            </h2>
            <IconButton label={t('close')} onClick={props.onClose}>
              <XIcon />
            </IconButton>
          </div>
          <div className={styles.body}>{props.children}</div>
          {props.actions !== undefined && <ButtonRow>{props.actions}</ButtonRow>}
          <Toasts />
        </div>
      )}
    </dialog>
  );
}

/** A question that stops the work: states the consequences in numbers, the main act first. */
export function Dialog({ wide = false, ...props }: OverlayProps & { readonly wide?: boolean }) {
  return <Overlay {...props} className={cx(styles.dialog, wide && styles.wide)} />;
}

/** More beside the page: from below on phones, from the right on desktops. */
export function Sheet(props: OverlayProps) {
  return <Overlay {...props} className={styles.sheet} />;
}
