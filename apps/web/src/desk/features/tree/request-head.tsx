import { useState } from 'react';
import { submitChangeRequest } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Banner } from '../../../ui/banner.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { GitMergeIcon, PlusIcon, TriangleAlertIcon } from '../../../ui/icons.js';
import { Link, useGo } from '../../../ui/link.js';
import { Menu } from '../../../ui/menu.js';
import { Status } from '../../../ui/tag.js';
import { toast } from '../../../ui/toast.js';
import button from '../../../ui/button.module.css';
import { useAct } from '../../data/act.js';
import { RequestState, useRequestWords } from '../../kit/curriculum/request-words.js';
import type { OverlayAnswer, OverlayNode } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { AddDialog } from './add-dialog.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import { additionsFrom, type Addition } from './model/additions.js';
import { WordDialog } from './word-dialog.js';

interface Props {
  readonly answer: OverlayAnswer;
  readonly selected: OverlayNode | undefined;
  readonly fromWord: boolean;
  readonly onAdded: (nodeId: string, parentId: string) => void;
}

/** Says that the common curriculum has gone on since the request was opened. */
export function OutdatedBanner({ movesTo }: { readonly movesTo: string | null }) {
  const { t } = useMessages(messages);
  return (
    <Banner look="warn" icon={GitMergeIcon}>
      <b>{t('outdated')}</b>{' '}
      {movesTo === null ? t('outdatedText') : t('outdatedLine', { edition: movesTo })}
    </Banner>
  );
}

/** What the request starts from; of an erratum written apart, the edition that it corrects. */
function Base({ request }: { readonly request: OverlayAnswer['request'] }) {
  const { t } = useMessages(messages);
  const base = request.baseEdition;
  if (base === null) return t('againstNothing');
  if (!request.corrects) return t('against', { label: base.label });
  return (
    <Link href={href('edition', { editionId: base.id })}>
      {t('correcting', { label: base.label })}
    </Link>
  );
}

/** Which request this is, and what can be done with all of it. */
export function RequestHead(props: Props) {
  const { t } = useMessages(messages);
  const words = useRequestWords();
  const { request } = props.answer;
  const [addition, setAddition] = useState<Addition>();
  const [importing, setImporting] = useState(props.fromWord && props.answer.request.allowed.edit);
  return (
    <>
      <WorkHead
        title={t('title')}
        facts={
          <>
            {words.name(request)}, <b lang="vi">{request.title}</b> · <Base request={request} /> ·{' '}
            {t('by', { name: request.author })} · <RequestState request={request} />
          </>
        }
        actions={<Acts {...props} onAdd={setAddition} onWord={() => setImporting(true)} />}
      />
      <AddDialog
        requestId={request.id}
        nodes={props.answer.nodes}
        addition={addition}
        onClose={() => setAddition(undefined)}
        onAdded={props.onAdded}
      />
      <WordDialog
        requestId={request.id}
        nodes={props.answer.nodes}
        selectedId={props.selected?.nodeId}
        open={importing}
        onClose={() => setImporting(false)}
        onDone={(nodeId) => props.onAdded(nodeId, nodeId)}
      />
    </>
  );
}

function Acts(
  props: Props & { readonly onAdd: (addition: Addition) => void; readonly onWord: () => void },
) {
  const { t } = useMessages(messages);
  const { request, nodes } = props.answer;
  return (
    <>
      {request.allowed.edit && (
        <Menu
          label={t('add')}
          className={button.btn}
          trigger={
            <>
              <PlusIcon />
              {t('add')}
            </>
          }
        >
          {additionsFrom(nodes, props.selected?.nodeId).map((addition) => (
            <button key={addition.kind} type="button" onClick={() => props.onAdd(addition)}>
              {t('addTitle', { kind: t(`kind.${addition.kind}`) })}
            </button>
          ))}
          <button type="button" onClick={props.onWord}>
            {t('wordTitle')}
          </button>
        </Menu>
      )}
      <LinkButton href={href('review', { requestId: request.id })}>{t('review')}</LinkButton>
      {request.allowed.submit && <Submit request={request} />}
    </>
  );
}

function Submit({ request }: { readonly request: OverlayAnswer['request'] }) {
  const { t } = useMessages(messages);
  const go = useGo();
  const act = useAct(submitChangeRequest, {
    changes: OF_REQUEST,
    onDone: () => {
      toast(t('submitted'));
      go(href('review', { requestId: request.id }));
    },
  });
  const open = request.checks.filter((check) => check.blocking && !check.met).length;
  if (open > 0) {
    return (
      <Link href={href('review', { requestId: request.id })}>
        <Status tone="warn" icon={TriangleAlertIcon}>
          {t('cannotSubmit', { count: open })}
        </Status>
      </Link>
    );
  }
  return (
    <>
      <Button
        look="main"
        busy={act.busy}
        onClick={() => void act.run({ params: { requestId: request.id } })}
      >
        {t('submit')}
      </Button>
      <ProblemNote problem={act.problem} />
    </>
  );
}
