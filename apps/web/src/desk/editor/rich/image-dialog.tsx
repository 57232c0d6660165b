import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { useAction } from '../../../lib/api/action.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { ACCEPTED_IMAGES, imageFault, storeImage } from './image-upload.js';
import { messages } from './messages/index.js';

const FORM = 'editor-image';

/** Uploads a picture with its description and puts it at the cursor. A dropped or pasted file comes along. */
export function ImageDialog(props: {
  readonly editor: Editor;
  readonly open: boolean;
  readonly file: File | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { editor, file: given } = props;
  const [fault, setFault] = useState<'imageTooLarge' | 'imageWrongType' | 'imageUpload'>();
  const [altMissing, setAltMissing] = useState(false);
  const act = useAction(async (_context, file: File, alt: string, caption: string) => {
    const stored = await storeImage(file);
    editor
      .chain()
      .focus()
      .insertContent({ type: 'image', attrs: { ...stored, alt, caption } })
      .run();
    props.onClose();
  });
  const submit = (data: FormData) => {
    const chosen = data.get('file');
    const file = chosen instanceof File && chosen.size > 0 ? chosen : given;
    const alt = String(data.get('alt') ?? '').trim();
    const wrong = file === undefined ? 'imageUpload' : imageFault(file);
    setFault(wrong);
    setAltMissing(alt === '');
    if (file === undefined || wrong !== undefined || alt === '') return;
    void act.run(file, alt, String(data.get('caption') ?? '').trim());
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('imageTitle')}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={act.busy}>
            {t('imageInsert')}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <Stack>
          {given === undefined ? (
            <TextField
              type="file"
              name="file"
              accept={ACCEPTED_IMAGES}
              label={t('imageUpload')}
              hint={t('imageHint')}
              error={fault === undefined ? undefined : t(fault)}
            />
          ) : (
            <p>
              <b>{given.name}</b>
            </p>
          )}
          <TextField
            label={t('imageAlt')}
            name="alt"
            lang="vi"
            maxLength={500}
            error={altMissing ? t('imageAltMissing') : undefined}
          />
          <TextField label={t('imageCaption')} name="caption" lang="vi" maxLength={500} optional />
          <ProblemNote problem={act.problem} />
        </Stack>
      </form>
    </Dialog>
  );
}
