import { useState } from 'react';
import {
  listChangeRequests,
  listCourses,
  openChangeRequest,
  prepareEdition,
  readCourse,
  readEdition,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { PencilLineIcon, StampIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { useGo } from '../../../ui/link.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { PrepareProblem } from '../../kit/editions/prepare-form.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { RequestDialog } from './request-dialog.js';

interface Props {
  readonly detail: EditionDetail;
  /** The number of the erratum. */
  readonly next: string;
}

/** Asks for an erratum to this edition alone, and seals it once corrections of it are merged. */
export function CorrectButtons({ detail }: { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const session = useSession();
  const [asked, setAsked] = useState<'open' | 'seal'>();
  const { correcting } = detail;
  if (correcting === null) return null;
  const { next, waiting } = correcting;
  const close = () => setAsked(undefined);
  return (
    <>
      <Button block onClick={() => setAsked('open')}>
        <PencilLineIcon />
        {t('correct.act')}
      </Button>
      {waiting && may(session, 'edition.prepare') && (
        <Button block onClick={() => setAsked('seal')}>
          <StampIcon />
          {t('correct.seal', { next })}
        </Button>
      )}
      {asked === 'open' && <OpenDialog detail={detail} next={next} onClose={close} />}
      {asked === 'seal' && <SealDialog detail={detail} next={next} onClose={close} />}
    </>
  );
}

function OpenDialog({ detail, next, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { label, id: editionId } = detail.edition;
  const act = useAct(openChangeRequest, {
    changes: [listChangeRequests, listCourses, readCourse],
    onDone: (request) => {
      toast(t('revert.done', { number: request.number }));
      go(href('changeRequest', { requestId: request.id }));
    },
  });
  return (
    <RequestDialog
      head={t('correct.head', { label })}
      busy={act.busy}
      problem={act.problem}
      onSend={(said) => {
        const body = { ...said, kind: 'erratum' as const, editionId };
        void act.run({ params: { courseId: detail.courseId }, body });
      }}
      onClose={onClose}
    >
      <p>{t('correct.text', { label, next })}</p>
      <p>{t('correct.main')}</p>
    </RequestDialog>
  );
}

function SealDialog({ detail, next, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { id: editionId } = detail.edition;
  const [title, setTitle] = useState(() => t('correct.titleOf', { next }));
  const act = useAct(prepareEdition, {
    changes: [listCourses, readCourse, readEdition],
    onDone: ({ edition }) => {
      toast(t('prepared', { label: edition.label }));
      go(href('edition', { editionId: edition.id }));
    },
  });
  const missing = title.trim() === '';
  const send = () => {
    if (missing) return;
    const body = { kind: 'erratum' as const, title: title.trim(), editionId };
    void act.run({ params: { courseId: detail.courseId }, body });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('correct.seal', { next })}
      actions={
        <>
          <Button look="main" busy={act.busy} onClick={send}>
            {t('correct.sealAct')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <p>{t('correct.sealText', { next })}</p>
        <TextField
          label={t('correct.title')}
          lang="vi"
          value={title}
          maxLength={300}
          error={missing ? t('withdraw.missing') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <PrepareProblem problem={act.problem} />
      </Stack>
    </Dialog>
  );
}
