import {
  confirmChanges,
  listCouncils,
  readEdition,
  readEditionCouncil,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import type { EditionCouncil } from './council-types.js';
import { messages } from './messages/index.js';

interface Props {
  readonly editionId: string;
  readonly state: EditionCouncil;
}

/** Changes a council asked for, found by its chair in the next candidate. */
export function ConfirmBlock({ editionId, state }: Props) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { confirmable, confirmed } = state;
  if (confirmed !== null) {
    const time = format.dateTime(confirmed.at);
    return (
      <Note look="ok">
        <p>{t('confirmed', { name: confirmed.by, time })}</p>
      </Note>
    );
  }
  if (confirmable === null) return null;
  const { editionLabel, chair, conclusion } = confirmable;
  const judged = confirmable.editionId;
  return (
    <Block title={t('confirmTitle')}>
      <Stack>
        <p>{t('confirmSay', { label: editionLabel, name: chair })}</p>
        <p lang="vi">{conclusion}</p>
        <p>
          <Link href={href('edition', { editionId }, { with: judged })}>{t('confirmCompare')}</Link>
          {' · '}
          <Link href={href('council', { editionId: judged })}>{t('confirmCouncil')}</Link>
        </p>
        {confirmable.unchanged && (
          <Note look="warn">
            <p>{t('confirmUnchanged')}</p>
          </Note>
        )}
        {state.allowed.confirm && <ConfirmButton editionId={editionId} />}
      </Stack>
    </Block>
  );
}

function ConfirmButton({ editionId }: { readonly editionId: string }) {
  const { t } = useMessages(messages);
  const edition = useRead(readEdition, { params: { editionId } });
  const act = useAct(confirmChanges, {
    changes: [readEditionCouncil, readEdition, listCouncils],
    onDone: () => toast(t('confirmDone')),
  });
  const manifestHash = edition.data?.edition.manifestHash;
  return (
    <>
      <ProblemNote problem={act.problem} />
      <div>
        <Button
          look="main"
          busy={act.busy}
          disabled={manifestHash === undefined}
          onClick={() => {
            if (manifestHash === undefined) return;
            void act.run({ params: { editionId }, body: { manifestHash } });
          }}
        >
          {t('confirm')}
        </Button>
      </div>
    </>
  );
}
