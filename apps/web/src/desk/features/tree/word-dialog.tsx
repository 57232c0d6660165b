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
const MAX_BYTES = 20_000_000;
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
  // What the bytes say it is; a name that ends in .docx proves nothing.
  const refused = check.problem?.code === 'file.refused';
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
            refused={refused}
            onFile={(asked) => {
              setInput(asked);
              void check.run(asked);
            }}
          />
        ) : (
          <WordPreview view={view} />
        )}
        <ProblemNote
          problem={view !== undefined ? apply.problem : refused ? undefined : check.problem}
        />
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

function WordForm(
  props: Props & { readonly refused: boolean; readonly onFile: (input: Input) => void },
) {
  const { t } = useMessages(messages);
  const [wrong, setWrong] = useState<'wordMissing' | 'wordTooLarge'>();
  const error = wrong ?? (props.refused ? 'wordNoWord' : undefined);
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
        if (!(file instanceof File) || file.size === 0) setWrong('wordMissing');
        else if (file.size > MAX_BYTES) setWrong('wordTooLarge');
        else {
          setWrong(undefined);
          if (target !== undefined) props.onFile(inputOf(props, target, file));
        }
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
          error={error === undefined ? undefined : t(error)}
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
