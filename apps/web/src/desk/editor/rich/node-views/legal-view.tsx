import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { cx } from '../../../../ui/class-names.js';
import reader from '../../../../reader/text.module.css';
import { BlockIcon } from '../block-icons.js';
import styles from '../editor.module.css';
import { messages } from '../messages/index.js';
import { LegalRegister } from './legal-register.js';
import { AttributeChoice, AttributeDate, AttributeField } from './attribute-field.js';

const STATES = ['in-force', 'superseded', 'expired'] as const;

/** A legal basis: the document and article, its days of effect, its state, and what it requires in own words. */
export function LegalView(props: ReactNodeViewProps) {
  const { t } = useMessages(messages);
  return (
    <NodeViewWrapper
      as="section"
      className={cx(reader.law, styles.block)}
      data-course-block="legal"
    >
      <div contentEditable={false}>
        <p className={reader.label}>
          <BlockIcon id="legal" />
          {t('legal')}
        </p>
        <AttributeField of={props} name="document" label={t('legalDocument')} look="serif" />
        <AttributeField of={props} name="article" label={t('legalArticle')} look="serif" />
        <div className={styles.dates}>
          <AttributeDate
            of={props}
            name="from"
            label={t('legalFrom')}
            placeholder={t('datePlaceholder')}
          />
          <AttributeDate
            of={props}
            name="to"
            label={t('legalTo')}
            placeholder={t('datePlaceholder')}
          />
          <AttributeChoice
            of={props}
            name="state"
            label={t('legalState')}
            options={STATES.map((value) => ({ value, label: t(`legal.${value}`) }))}
          />
        </div>
        <LegalRegister of={props} />
      </div>
      <NodeViewContent className={reader.text} />
    </NodeViewWrapper>
  );
}
