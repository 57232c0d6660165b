import { useState } from 'react';
import { plainText, type RichNode } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { SelectField } from '../../../ui/field.js';
import { MessageSquarePlusIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { NodeThreads, useThreadCount } from '../../editor/threads/thread-list.js';
import type { AskedPassage } from '../../editor/threads/thread-types.js';
import { wholeNode, type Commenting } from '../../editor/threads/use-commenting.js';
import { Block } from '../../kit/work.js';
import type { EditionNode } from './edition-types.js';
import { messages } from './messages/index.js';

/** Enough of a block to know it by. */
const FIRST_WORDS = 60;

interface Props {
  readonly commenting: Commenting;
  readonly node: EditionNode;
}

/** What members of the council say about the text that is read, and the ways to say more. */
export function NodeComments({ commenting, node }: Props) {
  const { t } = useMessages(messages);
  const count = useThreadCount();
  const { from, allowed, threads } = commenting;
  const own = threads.filter((thread) => thread.nodeId === node.nodeId);
  return (
    <Block
      title={t('comments')}
      aside={from.data === undefined || own.length === 0 ? undefined : count(own)}
    >
      <Stack>
        <p>{t(allowed.comment ? 'commentsSay' : 'commentsRead')}</p>
        {allowed.comment && <PassageChoice commenting={commenting} node={node} />}
        <NodeThreads from={from} nodeId={node.nodeId} />
      </Stack>
    </Block>
  );
}

/** The way to a passage without selecting words: by keyboard, and where selecting is hard. */
function PassageChoice({ commenting, node }: Props) {
  const { t } = useMessages(messages);
  const [chosen, setChosen] = useState('');
  const blocks = blocksOf(node);
  const start = () => {
    const { nodeId } = node;
    const passage: AskedPassage = { ...wholeNode(nodeId), blockId: chosen === '' ? null : chosen };
    commenting.speakOf(passage);
  };
  return (
    <Stack gap={2}>
      {blocks.length > 0 && (
        <SelectField
          label={t('commentPlace')}
          value={chosen}
          options={[{ value: '', label: t('commentWhole') }, ...blocks]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <Button block onClick={start}>
        <MessageSquarePlusIcon />
        {t('commentStart')}
      </Button>
    </Stack>
  );
}

/** Top blocks of a text by their first words. */
function blocksOf({ document }: EditionNode): readonly { value: string; label: string }[] {
  const content = (document as RichNode | null)?.content ?? [];
  return content.flatMap((block) => {
    const id = block.attrs?.['id'];
    const words = plainText(block).replace(/\s+/g, ' ').trim();
    if (typeof id !== 'string' || words === '') return [];
    const label = words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}…` : words;
    return [{ value: id, label }];
  });
}
