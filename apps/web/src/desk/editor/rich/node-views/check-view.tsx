import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { Button } from '../../../../ui/button.js';
import { cx } from '../../../../ui/class-names.js';
import { PlusIcon } from '../../../../ui/icons.js';
import reader from '../../../../reader/text.module.css';
import { BlockIcon } from '../block-icons.js';
import styles from '../editor.module.css';
import { messages } from '../messages/index.js';
import { TWO_OPTIONS } from '../slash/block-contents.js';
import { AttributeArea, AttributeField } from './attribute-field.js';

/** A question to test oneself with: options to tick, or an open one; the answer says why. */
export function CheckView(props: ReactNodeViewProps) {
  const { t } = useMessages(messages);
  const open = props.node.childCount === 0;
  return (
    <NodeViewWrapper
      as="section"
      className={cx(reader.check, styles.block)}
      data-course-block="check"
    >
      <div className={reader.label} contentEditable={false}>
        <BlockIcon id="check" />
        <AttributeField
          of={props}
          name="question"
          label={t('checkQuestion')}
          look="serif"
          max={1000}
        />
        <span className={styles.kind}>{t('item.check')}</span>
      </div>
      <p className={styles.hint} contentEditable={false}>
        {t(open ? 'checkOpen' : 'checkOptions')}
      </p>
      <NodeViewContent className={cx(reader.text, styles.options)} />
      <div contentEditable={false}>
        {props.editor.isEditable && <AddOption {...props} />}
        <AttributeArea of={props} name="answer" label={t('checkAnswer')} max={3000} />
      </div>
    </NodeViewWrapper>
  );
}

function AddOption({ node, editor, getPos }: ReactNodeViewProps) {
  const { t } = useMessages(messages);
  const none = node.childCount === 0;
  const add = () => {
    const at = getPos();
    if (at === undefined) return;
    const [option] = TWO_OPTIONS.content?.slice(1) ?? [];
    const [place, content] = none ? [at + 1, TWO_OPTIONS] : [at + node.nodeSize - 2, option];
    if (content !== undefined) editor.chain().insertContentAt(place, content).run();
  };
  return (
    <Button size="small" look="quiet" onClick={add}>
      <PlusIcon />
      {t(none ? 'checkAddOptions' : 'checkAddOption')}
    </Button>
  );
}
