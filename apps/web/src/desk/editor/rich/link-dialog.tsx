import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { isAllowedLink } from '@cam-nang/content/editor';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { Dialog } from '../../../ui/overlay.js';
import { messages } from './messages/index.js';

const FORM = 'editor-link';

function addressAt(editor: Editor): string {
  const { href } = editor.getAttributes('link');
  return typeof href === 'string' ? href : '';
}

/** `example.vn` is meant as `https://example.vn`. */
function completed(typed: string): string {
  const address = typed.trim();
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address;
}

/** Sets, changes or removes the link at the selection. */
export function LinkDialog(props: {
  readonly editor: Editor;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { editor } = props;
  const [wrong, setWrong] = useState(false);
  const old = addressAt(editor);
  const submit = (typed: string) => {
    const address = completed(typed);
    setWrong(!isAllowedLink(address));
    if (!isAllowedLink(address)) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    const empty = editor.state.selection.empty && old === '';
    if (empty) {
      const text = {
        type: 'text',
        text: address,
        marks: [{ type: 'link', attrs: { href: address } }],
      };
      chain.insertContent(text).run();
    } else chain.setLink({ href: address }).run();
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('linkTitle')}
      actions={
        <>
          <Button type="submit" form={FORM} look="main">
            {t('linkSet')}
          </Button>
          {old !== '' && (
            <Button
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                props.onClose();
              }}
            >
              {t('linkRemove')}
            </Button>
          )}
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(String(new FormData(event.currentTarget).get('address') ?? ''));
        }}
      >
        <TextField
          label={t('linkAddress')}
          hint={t('linkHint')}
          name="address"
          inputMode="url"
          autoComplete="off"
          defaultValue={old}
          error={wrong ? t('linkWrong') : undefined}
        />
      </form>
    </Dialog>
  );
}
