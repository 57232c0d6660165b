import { memo } from 'react';
import { readNodeStep } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { ChevronDownIcon, ChevronRightIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import type { DiffLayout, SideTitles } from '../../kit/changes/document-diff-view.js';
import { NodeDiffView } from '../../kit/changes/node-diff-view.js';
import { MarginDiff } from '../../kit/diff.js';
import { ChangeMark, PlusMinus } from '../../kit/marks.js';
import { href } from '../../routes.js';
import styles from './history.module.css';
import type { NodeStep } from './history-types.js';
import { messages } from './messages/index.js';
import { nodeHappened, stepBefore } from './model/what-happened.js';
import { StepEdition, StepFactList } from './step-facts.js';

interface Props {
  /** The whole line, oldest first, and which version of it this is. */
  readonly steps: readonly NodeStep[];
  readonly index: number;
  readonly courseId: string;
  readonly nodeId: string;
  readonly layout: DiffLayout;
  readonly open: boolean;
  readonly onToggle: (index: number) => void;
}

/** One version of a node, with the words that differ from the one before when they are asked for. */
export const StepRow = memo(function StepRow(props: Props) {
  const { t } = useMessages(messages);
  const { steps, index, open } = props;
  const step = steps[index];
  if (step === undefined) return null;
  const { what } = nodeHappened(steps, index);
  const id = `version-${index + 1}`;
  return (
    <li className={styles.step} id={id}>
      <div className={styles.head}>
        <h3>
          <StepName {...props} id={id} step={step} />
        </h3>
        <p>
          <StepEdition step={step} />
        </p>
      </div>
      <div className={styles.about}>
        <StepFactList step={step} />
        {!step.compares && <Uncompared step={step} nodeId={props.nodeId} what={what} />}
      </div>
      {open && step.compares && (
        <div id={`${id}-text`} className={styles.text}>
          <Words {...props} step={step} titles={titlesOf(steps, index, t)} />
        </div>
      )}
    </li>
  );
});

/** What a version changed: the latest come with the history, an older one is read when it is opened. */
function Words(props: Props & { readonly step: NodeStep; readonly titles: SideTitles }) {
  const { courseId, nodeId, index, step } = props;
  const own = useRead(
    readNodeStep,
    step.diff === null ? { params: { courseId, nodeId, step: index } } : undefined,
  );
  if (step.diff !== null) return <Compared {...props} diff={step.diff} />;
  return <Loaded from={own}>{({ diff }) => diff && <Compared {...props} diff={diff} />}</Loaded>;
}

/** What happened, and where there are words to compare, the button that shows them. */
function StepName(props: Props & { readonly id: string; readonly step: NodeStep }) {
  const { t } = useMessages(messages);
  const { id, step, open } = props;
  const { what, change } = nodeHappened(props.steps, props.index);
  const counts = step.diff?.document?.counts.words;
  const Sign = open ? ChevronDownIcon : ChevronRightIcon;
  const name = (
    <>
      <ChangeMark change={change}>{t(`what.${what}`)}</ChangeMark>{' '}
      {counts !== undefined && <PlusMinus plus={counts.inserted} minus={counts.deleted} />}
    </>
  );
  if (!step.compares) return <span className={styles.name}>{name}</span>;
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={open}
      aria-controls={open ? `${id}-text` : undefined}
      onClick={() => props.onToggle(props.index)}
    >
      <Sign />
      <span>{name}</span>
    </button>
  );
}

function Compared(
  props: Props & { readonly diff: NonNullable<NodeStep['diff']>; readonly titles: SideTitles },
) {
  return (
    <MarginDiff>
      <NodeDiffView diff={props.diff} layout={props.layout} titles={props.titles} />
    </MarginDiff>
  );
}

/** What can be read of a version that has nothing to be compared with. */
function Uncompared(props: {
  readonly step: NodeStep;
  readonly nodeId: string;
  readonly what: string;
}) {
  const { t } = useMessages(messages);
  const { step, nodeId, what } = props;
  if (what === 'removed') return null;
  const { edition } = step;
  return (
    <p className={text.soft}>
      {t(what === 'moved' ? 'noText' : 'nothingToCompare')}{' '}
      {edition !== null && (
        <Link href={href('edition', { editionId: edition.id }, { tab: 'tree', node: nodeId })}>
          {t('readStep', { label: edition.label })}
        </Link>
      )}
    </p>
  );
}

type Words = ReturnType<typeof useMessages<typeof messages.vi>>['t'];

/** Names of the two sides: the edition, else the request that brought the version. */
export function titlesOf(
  steps: readonly Pick<NodeStep, 'edition' | 'request' | 'before'>[],
  index: number,
  t: Words,
): SideTitles {
  const name = (step: Pick<NodeStep, 'edition' | 'request'> | undefined) => {
    const { edition, request } = step ?? {};
    if (edition) return t('edition', { label: edition.label });
    return request ? t('request', { number: request.number }) : t('before');
  };
  return { before: name(stepBefore(steps, index)), after: name(steps[index]) };
}
