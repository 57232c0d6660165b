import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, serverNow, useSession } from '../../../lib/session/session.js';
import type { Comparison, EditionDetail } from '../../kit/curriculum/types.js';
import { Block, Figures } from '../../kit/work.js';
import { messages } from './messages/index.js';

/** What will happen to whom when the edition is issued, in figures. */
export function FiguresBlock(props: {
  readonly detail: EditionDetail;
  readonly comparison: Comparison | undefined;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const people = usePeopleFigures(props.detail);
  const seesKeys = may(useSession(), 'question.read');
  const wordCounts = useWordCounts();
  const { comparison } = props;
  const rows = comparison?.rows ?? [];
  const keys = rows.filter(({ keyChanged }) => keyChanged).length;
  const known = comparison !== undefined;
  const first = known && comparison.from === null;
  return (
    <Block
      title={t('happens')}
      aside={t('happensBasis', { time: format.time(new Date(serverNow())) })}
    >
      <Figures
        figures={[
          ...people,
          {
            key: 'nodes',
            value: known ? format.number(rows.length) : '–',
            say: t(first ? 'figNodesFirst' : 'figNodes'),
          },
          {
            key: 'words',
            value: known && !first ? wordCounts(comparison.words) : '–',
            say: t('figWords'),
          },
          { key: 'keys', value: known && seesKeys ? format.number(keys) : '–', say: t('figKeys') },
        ]}
      />
    </Block>
  );
}

/** An erratum reaches running cohorts; an amendment leaves them as they are. */
function usePeopleFigures({ edition, affected, keeping }: EditionDetail) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const erratum = edition.kind === 'erratum';
  const count = erratum ? affected : keeping;
  return [
    {
      key: 'cohorts',
      value: format.number(count.runningCohorts),
      say: t(erratum ? 'figReach' : 'figStay'),
    },
    {
      key: 'people',
      value: format.number(count.trainees),
      say: t(erratum ? 'figReachPeople' : 'figStayPeople'),
    },
  ];
}

/** "+62 −3": words that came and went. */
function useWordCounts(): (counts: Comparison['words']) => string {
  const format = useFormat();
  return ({ inserted, deleted }) => {
    const parts = [
      inserted > 0 ? `+${format.number(inserted)}` : '',
      deleted > 0 ? `−${format.number(deleted)}` : '',
    ];
    return parts.join(' ').trim() || '0';
  };
}
