import { useParams } from 'wouter';
import type { readLessonPassageHistory as contract, ResponseOf } from '@cam-nang/contracts';
import { readLessonPassageHistory } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useTitle } from '../../../lib/title.js';
import { BlamedPassage } from '../../../reader/blamed-passage.js';
import { ChangedLines } from '../../../reader/changed-lines.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { WaitingPage } from '../../shell/bare-page.js';
import { HistoryFrame } from './history-frame.js';
import { HistoryItem } from './history-item.js';
import styles from './history.module.css';
import { messages } from './messages/index.js';

type History = ResponseOf<typeof contract>;

/** What a passage of a lesson said in each edition, and which of them brought the words it has. */
export function PassageHistoryPage() {
  const { t } = useMessages(messages);
  const { editionId = '', nodeId = '', blockId = '' } = useParams();
  const params = { editionId, nodeId, blockId };
  const history = useResource(readLessonPassageHistory, { params });
  useTitle(`${t('historyOfPassage')}: ${history.data?.title ?? ''}`);
  if (history.data !== undefined) return <Opened key={blockId} history={history.data} />;
  return (
    <WaitingPage>
      <Loaded from={history} skeleton={['title', 46, 'rule', 82, 60, 'rule', 70]} page>
        {() => null}
      </Loaded>
    </WaitingPage>
  );
}

/** Element id of a wording, for the numbers in the passage. */
function anchorOf(index: number): string {
  return `change-${index + 1}`;
}

function Opened({ history }: { readonly history: History }) {
  const { t } = useMessages(messages);
  const { edition, nodeId, wordings } = history;
  return (
    <HistoryFrame
      back={{
        href: href('handbookHistory', { editionId: edition.id, nodeId }),
        label: t('backToHistory'),
      }}
      kicker={t('historyOfPassage')}
      lesson={history}
    >
      <section className={styles.now}>
        <h2>{t('passageNow', { label: edition.label })}</h2>
        <PassageNow history={history} />
      </section>
      <p className={text.vh}>{t('passageChanges')}</p>
      <ol className={styles.line}>
        {wordings
          .map((wording, index) => (
            <HistoryItem
              key={wording.edition.id}
              id={anchorOf(index)}
              step={wording}
              here={wording.edition.id === edition.id}
            >
              <Wording wording={wording} first={index === 0} />
            </HistoryItem>
          ))
          .reverse()}
      </ol>
    </HistoryFrame>
  );
}

function PassageNow({ history }: { readonly history: History }) {
  const { t } = useMessages(messages);
  const { runs } = history;
  if (runs.length === 0) return <p className={text.soft}>{t('passageGone')}</p>;
  const same = runs.every(({ wording }) => wording === 0);
  return (
    <>
      <BlamedPassage
        runs={runs}
        hrefOf={(wording) => `#${anchorOf(wording)}`}
        labelOf={(wording) => t('toChange', { no: wording + 1 })}
      />
      <p className={text.soft}>{t(same ? 'passageSame' : 'passageSay')}</p>
    </>
  );
}

function Wording(props: {
  readonly wording: History['wordings'][number];
  readonly first: boolean;
}) {
  const { t } = useMessages(messages);
  const { wording, first } = props;
  if (wording.text === null) {
    return (
      <>
        <p>{t('passageRemoved')}</p>
        <ChangedLines lines={wording.lines} />
      </>
    );
  }
  if (!first) return <ChangedLines lines={wording.lines} />;
  return (
    <>
      <p>{t('passageFirst')}</p>
      <ChangedLines lines={wording.text.split('\n').map((line) => [{ op: 'same', text: line }])} />
    </>
  );
}
