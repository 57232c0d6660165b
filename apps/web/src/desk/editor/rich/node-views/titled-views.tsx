import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { cx } from '../../../../ui/class-names.js';
import reader from '../../../../reader/text.module.css';
import { BlockIcon } from '../block-icons.js';
import styles from '../editor.module.css';
import { messages } from '../messages/index.js';
import { AttributeField } from './attribute-field.js';

type Kind = 'case' | 'steps' | 'warning' | 'contact';

const looks: Readonly<Record<Kind, string | undefined>> = {
  case: reader.case,
  steps: undefined,
  warning: reader.warn,
  contact: reader.contact,
};

/** A box with a title: case, steps, warning, contact. */
function TitledView({ kind, ...props }: ReactNodeViewProps & { readonly kind: Kind }) {
  const { t } = useMessages(messages);
  return (
    <NodeViewWrapper
      as="section"
      className={cx(looks[kind], styles.block)}
      data-course-block={kind}
    >
      <div className={reader.label} contentEditable={false}>
        <BlockIcon id={kind} />
        <AttributeField of={props} name="title" label={t(`${kind}Title`)} look="title" />
        <span className={styles.kind}>{t(`item.${kind}`)}</span>
      </div>
      <NodeViewContent className={cx(reader.text, kind === 'steps' && styles.steps)} />
    </NodeViewWrapper>
  );
}

export function CaseView(props: ReactNodeViewProps) {
  return <TitledView kind="case" {...props} />;
}

export function StepsView(props: ReactNodeViewProps) {
  return <TitledView kind="steps" {...props} />;
}

export function WarningView(props: ReactNodeViewProps) {
  return <TitledView kind="warning" {...props} />;
}

export function ContactView(props: ReactNodeViewProps) {
  return <TitledView kind="contact" {...props} />;
}

/** A form to copy: its name, its code, its text. */
export function FormView(props: ReactNodeViewProps) {
  const { t } = useMessages(messages);
  return (
    <NodeViewWrapper
      as="section"
      className={cx(reader.form, styles.block)}
      data-course-block="form"
    >
      <div className={reader.label} contentEditable={false}>
        <BlockIcon id="form" />
        <AttributeField of={props} name="title" label={t('formTitle')} look="title" />
        <AttributeField of={props} name="code" label={t('formCode')} max={60} narrow />
      </div>
      <NodeViewContent className={reader.text} />
    </NodeViewWrapper>
  );
}

/** A question that people ask, and its answer. */
export function QaView(props: ReactNodeViewProps) {
  const { t } = useMessages(messages);
  return (
    <NodeViewWrapper as="section" className={cx(reader.qa, styles.block)} data-course-block="qa">
      <div className={cx(reader.question, styles.ask)} contentEditable={false}>
        <BlockIcon id="qa" />
        <AttributeField
          of={props}
          name="question"
          label={t('qaQuestion')}
          look="serif"
          max={1000}
        />
      </div>
      <NodeViewContent className={reader.text} />
    </NodeViewWrapper>
  );
}
