import { useState } from 'react';
import type { RichDocument, TopBlock } from '@cam-nang/content/read';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Blocks, RichText } from '../../../reader/rich-text.js';
import { Button } from '../../../ui/button.js';
import { HistoryIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';

interface Props {
  readonly courseId: string;
  readonly nodeId: string;
  readonly document: RichDocument;
}

/** A text with the ways to its history: of the whole, and when asked for, of each passage. */
export function TracedText({ courseId, nodeId, document }: Props) {
  const { t } = useMessages(messages);
  const [byPassage, setByPassage] = useState(false);
  return (
    <>
      <p className={styles.traces}>
        <Link className={text.lnk} href={href('nodeHistory', { courseId, nodeId })}>
          <HistoryIcon />
          {t('historyLesson')}
        </Link>
        <Button size="small" onClick={() => setByPassage(!byPassage)}>
          {t(byPassage ? 'historyPassagesHide' : 'historyPassages')}
        </Button>
      </p>
      {byPassage ? (
        <div lang="vi">
          {document.content.map((block) => (
            <TracedBlock key={block.attrs.id} courseId={courseId} nodeId={nodeId} block={block} />
          ))}
        </div>
      ) : (
        <RichText document={document} />
      )}
    </>
  );
}

function TracedBlock(props: Omit<Props, 'document'> & { readonly block: TopBlock }) {
  const { t, locale } = useMessages(messages);
  const { courseId, nodeId, block } = props;
  const blockId = block.attrs.id;
  return (
    <div className={styles.traced}>
      <Blocks blocks={[block]} />
      <Link
        lang={locale}
        className={styles.trace}
        href={href('passageHistory', { courseId, nodeId, blockId })}
      >
        <HistoryIcon />
        {t('historyPassage')}
      </Link>
    </div>
  );
}
