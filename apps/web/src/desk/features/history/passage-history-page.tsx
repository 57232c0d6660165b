import { readPassageHistory } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { BlamedPassage } from '../../../reader/blamed-passage.js';
import { LinkButton } from '../../../ui/button.js';
import { HistoryIcon } from '../../../ui/icons.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { ListHead, WorkHead } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import styles from './history.module.css';
import type { PassageHistory } from './history-types.js';
import { LayoutBar } from './layout-bar.js';
import { messages } from './messages/index.js';
import { useHistoryPlace } from './node-history-page.js';
import { wordingAnchor, WordingRow } from './wording-row.js';

/** What a passage said over time, and which change brought each of its words. */
export function PassageHistoryPage() {
  const { courseId, nodeId, blockId } = usePageParams('passageHistory');
  const history = useRead(readPassageHistory, { params: { courseId, nodeId, blockId } });
  return (
    <Loaded from={history} page>
      {(data) => <History key={blockId} courseId={courseId} history={data} />}
    </Loaded>
  );
}

function History(props: { readonly courseId: string; readonly history: PassageHistory }) {
  const { t, rich } = useMessages(messages);
  const { courseId, history } = props;
  const { nodeId, title, wordings } = history;
  const ofNode = href('nodeHistory', { courseId, nodeId });
  useHistoryPlace(courseId, t('titlePassage', { title }), [
    { title: t('ofNode'), href: ofNode },
    { title: t('ofPassage') },
  ]);
  return (
    <>
      <WorkHead
        title={rich('titlePassage', { title: <span lang="vi">{title}</span> })}
        facts={t('times', { count: wordings.length })}
        actions={
          <LinkButton href={ofNode}>
            <HistoryIcon />
            {t('ofLesson')}
          </LinkButton>
        }
      />
      <section className={styles.now}>
        <ListHead>{t('now')}</ListHead>
        <PassageNow history={history} />
      </section>
      <section>
        <div className={styles.listHead}>
          <ListHead>{t('wordings')}</ListHead>
        </div>
        {wordings.length > 1 && <LayoutBar />}
        <ol className={styles.line}>
          {wordings
            .map((_, index) => <WordingRow key={index} wordings={wordings} index={index} />)
            .reverse()}
        </ol>
      </section>
    </>
  );
}

/** The passage as it stands; words that came later than the first version lead to what brought them. */
function PassageNow({ history }: { readonly history: PassageHistory }) {
  const { t } = useMessages(messages);
  const { runs } = history;
  if (runs.length === 0) return <p className={text.soft}>{t('nowGone')}</p>;
  const same = runs.every(({ wording }) => wording === 0);
  return (
    <>
      <p className={text.soft}>{t(same ? 'nowSame' : 'nowSay')}</p>
      <BlamedPassage
        runs={runs}
        hrefOf={(wording) => `#${wordingAnchor(wording)}`}
        labelOf={(wording) => t('toWording', { no: wording + 1 })}
      />
    </>
  );
}
