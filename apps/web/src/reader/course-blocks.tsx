import type { ReactNode } from 'react';
import type { CourseBlock, FormNode, LegalNode, StepsNode } from '@cam-nang/content/read';
import { useMessages } from '../lib/i18n/catalogue.js';
import { cx } from '../ui/class-names.js';
import {
  CircleHelpIcon,
  ListChecksIcon,
  MessagesSquareIcon,
  PhoneIcon,
  TriangleAlertIcon,
  type IconType,
} from '../ui/icons.js';
import { blockProps } from './block-anchor.js';
import { CheckBlock } from './check-block.js';
import { FormActions } from './form-actions.js';
import { messages } from './messages/index.js';
import { ListBlock, PlainBlocks } from './plain-blocks.js';
import styles from './text.module.css';

/** A course block other than a legal basis, which is gathered with its neighbours. */
export function CourseBlockView({ block }: { readonly block: Exclude<CourseBlock, LegalNode> }) {
  switch (block.type) {
    case 'case':
      return (
        <Box block={block} look={styles.case} icon={MessagesSquareIcon} title={block.attrs.title}>
          <PlainBlocks blocks={block.content} />
        </Box>
      );
    case 'warning':
      return <Warning block={block} />;
    case 'qa':
      return (
        <section {...blockProps(block)} className={styles.qa}>
          <h3 className={styles.question}>
            <CircleHelpIcon />
            <span>{block.attrs.question}</span>
          </h3>
          <div className={styles.group}>
            <PlainBlocks blocks={block.content} />
          </div>
        </section>
      );
    case 'contact':
      return (
        <Box block={block} look={styles.contact} icon={PhoneIcon} title={block.attrs.title}>
          <PlainBlocks blocks={block.content} />
        </Box>
      );
    case 'steps':
      return <Steps block={block} />;
    case 'form':
      return <Form block={block} />;
    case 'check':
      return <CheckBlock block={block} />;
  }
}

function Box(props: {
  readonly block: CourseBlock;
  readonly look: string | undefined;
  readonly icon: IconType;
  readonly title: string;
  readonly lang?: string | undefined;
  readonly children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <section {...blockProps(props.block)} className={props.look}>
      {props.title !== '' && (
        <h3 className={styles.label} lang={props.lang}>
          <Icon />
          {props.title}
        </h3>
      )}
      <div className={styles.group}>{props.children}</div>
    </section>
  );
}

function Warning({
  block,
}: {
  readonly block: Extract<CourseBlock, { readonly type: 'warning' }>;
}) {
  const { t, locale } = useMessages(messages);
  const named = block.attrs.title !== '';
  return (
    <Box
      block={block}
      look={styles.warn}
      icon={TriangleAlertIcon}
      title={named ? block.attrs.title : t('warning')}
      lang={named ? undefined : locale}
    >
      <PlainBlocks blocks={block.content} />
    </Box>
  );
}

function Steps({ block }: { readonly block: StepsNode }) {
  return (
    <Box block={block} look={undefined} icon={ListChecksIcon} title={block.attrs.title}>
      {block.content.map((child) =>
        child.type === 'orderedList' ? (
          <ListBlock key={child.attrs.id} list={child} className={cx(styles.do, styles.text)} />
        ) : (
          <PlainBlocks key={child.attrs.id} blocks={[child]} />
        ),
      )}
    </Box>
  );
}

function Form({ block }: { readonly block: FormNode }) {
  return (
    <section {...blockProps(block)} className={styles.form}>
      <FormActions block={block} />
      <div className={styles.group}>
        <PlainBlocks blocks={block.content} />
      </div>
    </section>
  );
}
