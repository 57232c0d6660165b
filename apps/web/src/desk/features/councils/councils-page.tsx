import { listCouncils } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { ScaleIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { useRead } from '../../data/query.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import type { Council } from './council-types.js';
import { messages } from './messages/index.js';

/** Councils one sits on or may read. */
export function CouncilsPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const councils = useRead(listCouncils, {});
  return (
    <>
      <WorkHead title={t('title')} facts={t('listSay')} />
      <Pane flush>
        <Loaded from={councils}>
          {({ councils: all }) =>
            all.length === 0 ? (
              <EmptyState icon={ScaleIcon} title={t('empty')} text={t('emptySay')} />
            ) : (
              <CouncilTable councils={all} />
            )
          }
        </Loaded>
      </Pane>
    </>
  );
}

function CouncilTable({ councils }: { readonly councils: readonly Council[] }) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('councils')} edge>
      <thead>
        <tr>
          <ColumnHead>{t('edition')}</ColumnHead>
          <ColumnHead>{t('decision')}</ColumnHead>
          <ColumnHead>{t('stage')}</ColumnHead>
          <ColumnHead figure>{t('present')}</ColumnHead>
          <ColumnHead>{t('mine')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {councils.map((council) => (
          <CouncilRow key={council.id} council={council} />
        ))}
      </tbody>
    </WorkTable>
  );
}

function CouncilRow({ council }: { readonly council: Council }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const mine = useMine(council);
  const { edition, toConfirm, decisionNo, decisionDate, stage, outcome, tally, members } = council;
  return (
    <TableRow>
      <RowHead>
        <span>
          <Link href={href('council', { editionId: edition.id })}>
            {t('ofEdition', { label: edition.label })}
          </Link>{' '}
          <small lang="vi">{council.courseTitle}</small>
        </span>
      </RowHead>
      <Cell label={t('decision')}>
        {t('decisionValue', { no: decisionNo, date: format.date(decisionDate) })}
      </Cell>
      <Cell label={t('stage')}>{t(outcome === null ? `stage.${stage}` : `value.${outcome}`)}</Cell>
      <Cell label={t('present')} figure>
        {`${format.number(tally.present)}/${format.number(members.length)}`}
      </Cell>
      <Cell label={t('mine')}>
        {toConfirm === null ? (
          mine
        ) : (
          <Link href={href('council', { editionId: toConfirm.editionId })}>{t('mineConfirm')}</Link>
        )}
      </Cell>
    </TableRow>
  );
}

/** What the council waits for from the person who looks. */
function useMine({ mine, allowed }: Council): string {
  const { t } = useMessages(messages);
  if (mine === null) return '';
  if (mine.recused) return t('mineRecused');
  if (allowed.close) return t('mineClose');
  if (mine.voted) return t('mineDone');
  return allowed.vote ? t('mineVote') : '';
}
