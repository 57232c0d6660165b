import { useMessages } from '../../../lib/i18n/catalogue.js';
import { IconButton, SegmentedControl } from '../../../ui/button.js';
import { ChevronDownIcon, ChevronUpIcon } from '../../../ui/icons.js';
import { ToggleChip } from '../../../ui/tabs.js';
import { PLACE_KINDS, type PlaceKind } from '../../kit/changes/change-places.js';
import { FilterBar } from '../../kit/work.js';
import { messages } from './messages/index.js';
import type { Shown } from './review.js';
import styles from './review.module.css';
import type { Walk } from './use-walk.js';

/** One or two columns, which kinds of change, and the steps from change to change. */
export function ChangeBar(props: {
  readonly counts: Readonly<Record<PlaceKind, number>>;
  readonly shown: Shown;
  readonly walk: Walk;
  readonly of: number;
}) {
  const { t } = useMessages(messages);
  const { shown, counts } = props;
  return (
    <div className={styles.bar}>
      <FilterBar end={<Steps walk={props.walk} of={props.of} />}>
        <SegmentedControl
          label={t('layout')}
          value={shown.layout}
          choices={(['one', 'two'] as const).map((value) => ({
            value,
            label: t(`layout.${value}`),
          }))}
          onChange={shown.setLayout}
        />
        <div className={styles.chips} role="group" aria-label={t('filter')}>
          {PLACE_KINDS.filter((kind) => counts[kind] > 0 || shown.only === kind).map((kind) => (
            <ToggleChip
              key={kind}
              on={shown.only === kind}
              onChange={(on) => shown.setOnly(on ? kind : undefined)}
            >
              {t(`kind.${kind}`)} <b>{counts[kind]}</b>
            </ToggleChip>
          ))}
        </div>
      </FilterBar>
    </div>
  );
}

function Steps({ walk, of }: { readonly walk: Walk; readonly of: number }) {
  const { t } = useMessages(messages);
  return (
    <>
      <span className={styles.at} role="status">
        {walk.at === 0 ? t('placeNone', { of }) : t('place', { at: walk.at, of })}
      </span>
      <span className={styles.steps}>
        <IconButton label={t('previous')} onClick={() => walk.step(-1)}>
          <ChevronUpIcon />
        </IconButton>
        <IconButton label={t('next')} onClick={() => walk.step(1)}>
          <ChevronDownIcon />
        </IconButton>
      </span>
    </>
  );
}
