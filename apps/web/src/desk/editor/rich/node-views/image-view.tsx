import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { readImage } from '@cam-nang/contracts/routes';
import { addressOf } from '../../../../lib/api/call.js';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { cx } from '../../../../ui/class-names.js';
import { TriangleAlertIcon } from '../../../../ui/icons.js';
import { Status } from '../../../../ui/tag.js';
import reader from '../../../../reader/text.module.css';
import styles from '../editor.module.css';
import { messages } from '../messages/index.js';
import { AttributeField } from './attribute-field.js';

/** A picture with the words for who cannot see it; without them the lesson is not ready. */
export function ImageView(props: ReactNodeViewProps) {
  const { t } = useMessages(messages);
  const { file, alt, width, height } = props.node.attrs;
  const missing = typeof alt !== 'string' || alt.trim() === '';
  return (
    <NodeViewWrapper
      as="figure"
      className={cx(reader.figure, styles.block, props.selected && styles.chosen)}
    >
      {typeof file === 'string' && (
        <img
          src={addressOf(readImage, { params: { sha256: file } })}
          alt={typeof alt === 'string' ? alt : ''}
          width={typeof width === 'number' ? width : undefined}
          height={typeof height === 'number' ? height : undefined}
          draggable={false}
          data-drag-handle
        />
      )}
      <div contentEditable={false}>
        <AttributeField of={props} name="alt" label={t('imageAlt')} max={500} invalid={missing} />
        {missing && (
          <Status tone="warn" icon={TriangleAlertIcon}>
            {t('imageAltMissing')}
          </Status>
        )}
        <AttributeField of={props} name="caption" label={t('imageCaption')} max={500} />
      </div>
    </NodeViewWrapper>
  );
}
