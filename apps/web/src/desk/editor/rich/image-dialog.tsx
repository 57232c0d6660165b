import { useEffect, useRef, useState } from 'react';
import type { Editor } from '@tiptap/core';
import { useAction } from '../../../lib/api/action.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { ProblemNote } from '../../kit/problem-note.js';
import styles from './editor.module.css';
import type { ImageBatch } from './image-batch.js';
import { insertImage, type ImageAttributes } from './insert-image.js';
import { ACCEPTED_IMAGES, imageFault, storeImage } from './image-upload.js';
import { messages } from './messages/index.js';

const FORM = 'editor-image';
const CHOSEN_HERE = { at: 0, files: [] as readonly File[] };

interface Props {
  readonly editor: Editor;
  readonly open: boolean;
  /** Pictures that were dropped or pasted; undefined where one is chosen here. */
  readonly batch: ImageBatch | undefined;
  /** This picture is done with, stored or left out. */
  readonly onNext: () => void;
  readonly onClose: () => void;
}

/** Uploads pictures with their descriptions and puts them at the cursor, one after the other. */
export function ImageDialog(props: Props) {
  const { editor, batch, onNext } = props;
  const last = useRef<ImageAttributes>(undefined);
  const at = batch?.at ?? 0;
  const go = (inserted: ImageAttributes | undefined) => {
    if (at === 0) last.current = undefined;
    if (inserted !== undefined) {
      insertImage(editor, inserted, last.current);
      last.current = inserted;
    }
    onNext();
  };
  // Every picture begins with empty fields, and with no error of the one before it.
  return <OneImage key={at} {...props} onInsert={go} onSkip={() => go(undefined)} />;
}

interface OneProps extends Omit<Props, 'onNext' | 'editor'> {
  readonly onInsert: (image: ImageAttributes) => void;
  readonly onSkip: () => void;
}

function OneImage(props: OneProps) {
  const { t } = useMessages(messages);
  const { batch } = props;
  const { at, files } = batch ?? CHOSEN_HERE;
  const given = files[at];
  const count = files.length;
  const [fault, setFault] = useState<'imageTooLarge' | 'imageWrongType' | 'imageUpload'>();
  const [altMissing, setAltMissing] = useState(false);
  const act = useAction(async (_context, file: File, alt: string, caption: string) => {
    const stored = await storeImage(file);
    props.onInsert({ ...stored, alt, caption });
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
      title={count > 1 ? t('imageTitleOf', { at: at + 1, count }) : t('imageTitle')}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={act.busy}>
            {t('imageInsert')}
          </Button>
          {count > 1 && (
            <Button disabled={act.busy} onClick={props.onSkip}>
              {t('imageSkip')}
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
          submit(new FormData(event.currentTarget));
        }}
      >
        <Stack>
          <Refused refused={batch?.refused ?? []} />
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
            <Preview file={given} />
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

/** The picture that is to be described: pasted ones all have the same name. */
function Preview({ file }: { readonly file: File }) {
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file);
    if (picture.current !== null) picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return (
    <figure className={styles.preview}>
      <img ref={picture} alt="" />
      <figcaption>
        <b>{file.name}</b>
      </figcaption>
    </figure>
  );
}

function Refused({ refused }: Pick<ImageBatch, 'refused'>) {
  const { t } = useMessages(messages);
  if (refused.length === 0) return null;
  return (
    <Note look="warn">
      <p>{t('imagesRefused', { count: refused.length })}</p>
      <ul>
        {refused.map(({ name, fault }, index) => (
          <li key={index}>
            <b>{name}</b>: {t(fault)}
          </li>
        ))}
      </ul>
    </Note>
  );
}
