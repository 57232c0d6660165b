import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import { Disclosure } from '../../../ui/lists.js';
import { CheckList, type CheckLink } from '../../kit/curriculum/check-list.js';
import { useCheckWords } from '../../kit/curriculum/check-words.js';
import type { ChangedNode, RequestView } from '../../kit/curriculum/types.js';
import { Strip } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { StructureList } from './structure-list.js';
import { VerdictList } from './verdict-list.js';

interface Props {
  readonly request: RequestView;
  readonly nodes: readonly ChangedNode[];
}

/** Why · tree and checks · who judged which version. */
export function ReviewStrip(props: Props) {
  return (
    <Strip>
      <Why request={props.request} />
      <TreeAndChecks {...props} />
      <VerdictList request={props.request} />
    </Strip>
  );
}

function Why({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  const paragraphs = request.reason.split(/\n+/).filter((line) => line.trim() !== '');
  return (
    <section aria-labelledby="review-why" className={styles.why}>
      <h2 id="review-why" className={styles.head}>
        {t('why')}
      </h2>
      {paragraphs.map((line, index) => (
        <p key={index} lang="vi">
          {line}
        </p>
      ))}
      {paragraphs.length === 0 && <p className={styles.soft}>{t('noReason')}</p>}
      {request.allowed.edit && (
        <p>
          <Link href={href('changeRequest', { requestId: request.id })}>{t('describe')}</Link>
        </p>
      )}
    </section>
  );
}

function TreeAndChecks({ request, nodes }: Props) {
  const { t } = useMessages(messages);
  const words = useCheckWords();
  const { checks } = request;
  const linkTo = (nodeId: string) =>
    href('changeRequest', { requestId: request.id }, { node: nodeId });
  return (
    <section aria-labelledby="review-tree">
      <h2 id="review-tree" className={styles.head}>
        {t('treeAndChecks')} {checks.length > 0 && <small>{words.sum(checks)}</small>}
      </h2>
      <StructureList request={request} nodes={nodes} />
      <OpenChecks checks={checks} linkTo={linkTo} />
    </section>
  );
}

/** What must be mended stands open; advice is folded where it is more than one line. */
function OpenChecks(props: { readonly checks: RequestView['checks']; readonly linkTo: CheckLink }) {
  const { t } = useMessages(messages);
  const { checks, linkTo } = props;
  const open = checks.filter(({ met }) => !met);
  const advice = open.filter(({ blocking }) => !blocking);
  if (checks.length === 0) return null;
  if (open.length === 0) return <p className={styles.soft}>{t('checksPass')}</p>;
  if (advice.length < 2) return <CheckList checks={open} linkTo={linkTo} />;
  return (
    <>
      <CheckList checks={open.filter(({ blocking }) => blocking)} linkTo={linkTo} />
      <div className={styles.more}>
        <Disclosure summary={t('advice', { count: advice.length })}>
          <CheckList checks={advice} linkTo={linkTo} />
        </Disclosure>
      </div>
    </>
  );
}
