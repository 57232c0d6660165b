import type { ReactNode } from 'react';
import { addNode } from '@cam-nang/contracts/routes';
import { UNWRITTEN_STEM } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { cx } from '../../../ui/class-names.js';
import { CircleHelpIcon, PlusIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { EmptyState } from '../../../ui/states.js';
import { FilterChips } from '../../../ui/tabs.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { isChanged } from '../../kit/course-tree/tree-rows.js';
import { useRequestWords } from '../../kit/curriculum/request-words.js';
import type { OverlayAnswer, OverlayNode } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { FilterBar, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { QuestionList } from './question-list.js';
import { messages } from './messages/index.js';
import styles from './question.module.css';
import { OF_REQUEST } from './changes-of-request.js';

interface Props {
  readonly answer: OverlayAnswer;
  readonly bankId: string | undefined;
  readonly questionId?: string | undefined;
  readonly onlyChanged: boolean;
  readonly children?: ReactNode;
}

/** A bank with its questions on the left, the chosen one on the right; on a phone one of the two. */
export function BankFrame(props: Props) {
  const { t } = useMessages(messages);
  const words = useRequestWords();
  const { answer } = props;
  const { request, nodes } = answer;
  const bank =
    nodes.find((node) => node.kind === 'bank' && node.nodeId === props.bankId) ??
    nodes.find((node) => node.kind === 'bank');
  const module = nodes.find((node) => node.nodeId === bank?.parentId);
  const treeHref = href('changeRequest', { requestId: request.id }, { node: bank?.nodeId });
  const title = module?.code ? t('bankOf', { module: module.code }) : t('bank');
  usePlace(title, [
    { title: t('requests'), href: href('changeRequests') },
    { title: words.name(request), href: treeHref },
    { title },
  ]);
  if (bank === undefined) {
    return (
      <EmptyState
        icon={CircleHelpIcon}
        title={t('noBankTitle')}
        text={t('noBankText')}
        action={<LinkButton href={treeHref}>{t('toTree')}</LinkButton>}
      />
    );
  }
  const questions = nodes.filter((node) => node.parentId === bank.nodeId);
  return (
    <>
      <WorkHead
        title={title}
        facts={t('facts', {
          count: questions.length,
          changed: questions.filter(isChanged).length,
          request: words.name(request),
        })}
        actions={<Acts answer={answer} bank={bank} questions={questions} treeHref={treeHref} />}
      />
      <BankBar {...props} bank={bank} questions={questions} />
      <div className={cx(styles.pane, props.questionId !== undefined && styles.chosen)}>
        <div className={styles.list}>
          <QuestionList
            requestId={request.id}
            questions={props.onlyChanged ? questions.filter(isChanged) : questions}
            current={props.questionId}
            onlyChanged={props.onlyChanged}
          />
        </div>
        <div className={styles.one}>
          {props.children ?? <p className={text.soft}>{t('chooseOne')}</p>}
        </div>
      </div>
    </>
  );
}

function Acts(props: {
  readonly answer: OverlayAnswer;
  readonly bank: OverlayNode;
  readonly questions: readonly OverlayNode[];
  readonly treeHref: string;
}) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { request } = props.answer;
  const act = useAct(addNode, {
    changes: OF_REQUEST,
    onDone: ({ node }) => {
      toast(t('added'));
      go(href('questionEditor', { requestId: request.id, nodeId: node.nodeId }));
    },
  });
  const last = props.questions.findLast((question) => question.change !== 'deleted');
  const body = {
    kind: 'question',
    parentId: props.bank.nodeId,
    afterNodeId: last?.nodeId ?? null,
    title: UNWRITTEN_STEM,
  } as const;
  return (
    <>
      <LinkButton href={props.treeHref}>{t('toTree')}</LinkButton>
      {request.allowed.edit && (
        <Button
          look="main"
          busy={act.busy}
          onClick={() => void act.run({ params: { requestId: request.id }, body })}
        >
          <PlusIcon />
          {t('add')}
        </Button>
      )}
      <ProblemNote problem={act.problem} />
    </>
  );
}

function BankBar(
  props: Props & { readonly bank: OverlayNode; readonly questions: readonly OverlayNode[] },
) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { nodes, request } = props.answer;
  const address = (query: Readonly<Record<string, string>>) =>
    href('questions', { requestId: request.id }, { bank: props.bank.nodeId, ...query });
  const codeOf = (bank: OverlayNode) =>
    nodes.find((node) => node.nodeId === bank.parentId)?.code ?? bank.title;
  return (
    <FilterBar
      end={
        <label className={styles.bankChoice}>
          {t('chooseBank')}
          <select
            value={props.bank.nodeId}
            onChange={(event) =>
              go(href('questions', { requestId: request.id }, { bank: event.currentTarget.value }))
            }
          >
            {nodes
              .filter((node) => node.kind === 'bank' && node.change !== 'deleted')
              .map((bank) => (
                <option key={bank.nodeId} value={bank.nodeId}>
                  {codeOf(bank)}
                </option>
              ))}
          </select>
        </label>
      }
    >
      <FilterChips
        label={t('filter')}
        filters={[
          {
            href: address({}),
            title: t('all'),
            count: props.questions.length,
            current: !props.onlyChanged,
          },
          {
            href: address({ only: 'changed' }),
            title: t('changedOnly'),
            count: props.questions.filter(isChanged).length,
            current: props.onlyChanged,
          },
        ]}
      />
    </FilterBar>
  );
}
