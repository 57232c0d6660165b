import { useEffect } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import {
  ArrowRightIcon,
  ContrastIcon,
  FileTextIcon,
  LanguagesIcon,
  LibraryIcon,
  ListIcon,
  PencilLineIcon,
  PlusIcon,
  UserIcon,
  UsersIcon,
  type IconType,
} from '../../../ui/icons.js';
import type { OptionKeys } from '../../kit/use-option-keys.js';
import type { GroupName, Hit, IconName } from './found.js';
import { messages } from './messages/index.js';
import styles from './palette.module.css';

const icons: Readonly<Record<IconName, IconType>> = {
  place: ArrowRightIcon,
  course: LibraryIcon,
  lesson: FileTextIcon,
  request: PencilLineIcon,
  cohort: UsersIcon,
  person: UserIcon,
  act: PlusIcon,
  keys: ListIcon,
  theme: ContrastIcon,
  language: LanguagesIcon,
};

/** What was found, in groups. The field keeps the focus; the active one is kept in view. */
export function ResultList(props: {
  readonly groups: readonly { readonly group: GroupName; readonly hits: readonly Hit[] }[];
  readonly keys: OptionKeys;
  readonly onTake: (hit: Hit, beside: boolean) => void;
}) {
  const { t } = useMessages(messages);
  const { groups, keys } = props;
  const activeId = keys.optionId(keys.active);
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const before = (at: number) =>
    groups.slice(0, at).reduce((sum, group) => sum + group.hits.length, 0);
  return (
    <div className={styles.list} id={keys.listId} role="listbox" aria-label={t('results')}>
      {groups.map(({ group, hits }, at) => (
        <div key={group} role="group" aria-labelledby={`${keys.listId}-${group}`}>
          <span className={styles.group} id={`${keys.listId}-${group}`}>
            {t(`group.${group}`)}
          </span>
          {hits.map((hit, index) => (
            <Row key={hit.key} hit={hit} index={before(at) + index} {...props} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Row(props: {
  readonly hit: Hit;
  readonly index: number;
  readonly keys: OptionKeys;
  readonly onTake: (hit: Hit, beside: boolean) => void;
}) {
  const { hit, index, keys } = props;
  const Icon = icons[hit.icon];
  const active = index === keys.active;
  return (
    <div
      className={styles.row}
      id={keys.optionId(index)}
      role="option"
      aria-selected={active}
      onPointerMove={() => {
        if (!active) keys.setActive(index);
      }}
      onClick={(event) => props.onTake(hit, event.ctrlKey || event.metaKey)}
    >
      <Icon />
      <span>
        <Marked text={hit.title} mark={hit.mark} />
        {hit.sub !== undefined && <span className={styles.sub}>{hit.sub}</span>}
      </span>
      <span className={styles.keys} aria-hidden="true">
        {active ? <kbd>Enter</kbd> : hit.keys?.map((key) => <kbd key={key}>{key}</kbd>)}
      </span>
    </div>
  );
}

function Marked({ text, mark }: { readonly text: string; readonly mark: Hit['mark'] }) {
  if (mark === undefined) return <>{text}</>;
  const letters = [...text.normalize('NFC')];
  const part = (from: number, to?: number) => letters.slice(from, to).join('');
  return (
    <>
      {part(0, mark[0])}
      <mark>{part(mark[0], mark[1])}</mark>
      {part(mark[1])}
    </>
  );
}
