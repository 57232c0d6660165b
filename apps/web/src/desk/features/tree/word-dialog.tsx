import { useState } from 'react';
import { applyWordImport, checkWordImport } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import { wordTargets, type WordTarget } from './model/word-targets.js';
import { WordPreview, type WordView } from './word-preview.js';

const FORM = 'word-import';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Props {
  readonly requestId: string;
  readonly nodes: readonly OverlayNode[];
  readonly selectedId: string | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  /** The module or lesson that was made or written anew. */
  readonly onDone: (nodeId: string) => void;
}

type Input = ReturnType<typeof inputOf>;

/** Takes lessons over from a file of Word: what it would become is shown before anything is written. */
export function WordDialog(props: Props) {
  const { t } = useMessages(messages);
  const [input, setInput] = useState<Input>();
  const [view, setView] = useState<WordView>();
  const check = useAct(checkWordImport, { onDone: setView });
  const close = () => {
    setView(undefined);
    props.onClose();
  };
  const apply = useImport(props, close);
  return (
    <Dialog
      open={props.open}
      onClose={close}
      wide
      title={t('wordTitle')}
      actions={
        <>
          {view === undefined || input === undefined ? (
            <Button type="submit" form={FORM} look="main" busy={check.busy}>
              {t('wordLook')}
            </Button>
          ) : (
            <>
              <Button look="main" busy={apply.busy} onClick={() => void apply.run(input)}>
                {t('wordImport')}
              </Button>
              <Button onClick={() => setView(undefined)}>{t('wordOther')}</Button>
            </>
          )}
          <Button onClick={close}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        {view === undefined ? (
          <WordForm
            {...props}
            onFile={(asked) => {
              setInput(asked);
              void check.run(asked);
            }}
          />
        ) : (
          <WordPreview view={view} />
        )}
        <ProblemNote problem={view === undefined ? check.problem : apply.problem} />
      </Stack>
    </Dialog>
  );
}

function useImport(props: Props, close: () => void) {
  const { t } = useMessages(messages);
  return useAct(applyWordImport, {
    changes: OF_REQUEST,
    onDone: ({ moduleId, moduleTitle, lessons }) => {
      const made = moduleId ?? lessons[0]?.nodeId;
      toast(t('wordDone', { title: moduleTitle ?? lessons[0]?.title ?? '' }));
      close();
      if (made !== null && made !== undefined) props.onDone(made);
    },
  });
}

function WordForm(props: Props & { readonly onFile: (input: Input) => void }) {
  const { t } = useMessages(messages);
  const [missing, setMissing] = useState(false);
  const targets = wordTargets(props.nodes, props.selectedId);
  const nameOf = ({ nodeId }: WordTarget) => {
    const node = props.nodes.find((one) => one.nodeId === nodeId);
    return node?.code ?? node?.title ?? '';
  };
  return (
    <form
      id={FORM}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const file = data.get('file');
        const target = targets.find(({ into }) => into === data.get('into'));
        const isThere = file instanceof File && file.size > 0;
        setMissing(!isThere);
        if (isThere && target !== undefined) props.onFile(inputOf(props, target, file));
      }}
    >
      <Stack>
        <SelectField
          label={t('wordInto')}
          name="into"
          options={targets.map((target) => ({
            value: target.into,
            label: t(`wordInto.${target.into}`, { title: nameOf(target) }),
          }))}
        />
        <TextField
          type="file"
          name="file"
          accept={`.docx,${DOCX}`}
          label={t('wordFile')}
          hint={t('wordHint')}
          error={missing ? t('wordMissing') : undefined}
        />
      </Stack>
    </form>
  );
}

function inputOf({ requestId, nodes }: Props, target: WordTarget, file: File) {
  const draft = nodes.find(({ nodeId }) => nodeId === target.nodeId)?.draftVersion ?? 0;
  const base = target.into === 'text' ? { baseVersion: String(draft) } : {};
  return { params: { requestId }, body: { fields: { ...target, ...base }, file } };
}
