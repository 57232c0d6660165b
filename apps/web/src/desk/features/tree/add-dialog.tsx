import { useState } from 'react';
import { addNode } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { useGo } from '../../../ui/link.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import type { Addition } from './model/additions.js';
import { nodeHref } from './node-href.js';

const FORM = 'add-node';

/** Adds a node: what it is called; lessons and questions are then opened to be written. */
export function AddDialog(props: {
  readonly requestId: string;
  readonly nodes: readonly OverlayNode[];
  readonly addition: Addition | undefined;
  readonly onClose: () => void;
  readonly onAdded: (nodeId: string, parentId: string) => void;
}) {
  const { t } = useMessages(messages);
  const { addition, requestId } = props;
  const add = useAddition(props);
  const [missing, setMissing] = useState(false);
  return (
    <Dialog
      open={addition !== undefined}
      onClose={props.onClose}
      title={addition === undefined ? '' : t('addTitle', { kind: t(`kind.${addition.kind}`) })}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={add.busy}>
            {t('addAct')}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      {addition !== undefined && (
        <form
          id={FORM}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const title = String(new FormData(event.currentTarget).get('title') ?? '').trim();
            setMissing(title === '');
            if (title !== '') void add.run({ params: { requestId }, body: { ...addition, title } });
          }}
        >
          <Stack>
            <Where {...props} addition={addition} />
            <TitleField kind={addition.kind} error={missing ? t('addMissing') : undefined} />
            <ProblemNote problem={add.problem} />
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

function useAddition(props: Parameters<typeof AddDialog>[0]) {
  const { t } = useMessages(messages);
  const go = useGo();
  return useAct(addNode, {
    changes: OF_REQUEST,
    onDone: ({ node }) => {
      toast(t('added', { title: node.title }));
      const { addition } = props;
      props.onClose();
      const to =
        node.kind === 'bank'
          ? undefined
          : nodeHref(props.requestId, { nodeId: node.nodeId, kind: node.kind, change: 'new' });
      if (to !== undefined) go(to);
      else if (addition !== undefined) props.onAdded(node.nodeId, addition.parentId);
    },
  });
}

function TitleField(props: {
  readonly kind: Addition['kind'];
  readonly error: string | undefined;
}) {
  const { t } = useMessages(messages);
  const { kind, error } = props;
  const long = kind === 'question' || kind === 'outcome';
  const label = t(kind === 'question' ? 'addStem' : kind === 'outcome' ? 'addOutcome' : 'addName');
  const shared = { label, error, name: 'title', maxLength: 300, required: true, lang: 'vi' };
  return long ? <TextArea {...shared} rows={3} /> : <TextField {...shared} />;
}

function Where(props: { readonly nodes: readonly OverlayNode[]; readonly addition: Addition }) {
  const { t } = useMessages(messages);
  const titleOf = (nodeId: string | null) => {
    const node = props.nodes.find((one) => one.nodeId === nodeId);
    return node === undefined ? '' : `“${node.code ?? node.title}”`;
  };
  const parent = titleOf(props.addition.parentId);
  const after = titleOf(props.addition.afterNodeId);
  return <p>{after === '' ? t('addWhereFirst', { parent }) : t('addWhere', { parent, after })}</p>;
}
