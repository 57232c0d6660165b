import { useCallback, useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { typedDate } from '../../../lib/i18n/typed.js';
import { BareInput } from '../../../ui/field.js';
import { Link } from '../../../ui/link.js';
import { FilterChips } from '../../../ui/tabs.js';
import text from '../../../ui/text.module.css';
import { SearchBox } from '../../kit/search-box.js';
import { FilterBar } from '../../kit/work.js';
import { useChangePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { AREAS, shortId, typedDay, type AuditQuery } from './audit-query.js';
import styles from './audit.module.css';
import { messages } from './messages/index.js';

/** Area, person, days and thing; all of it in the address, so that a link shows what I see. */
export function AuditFilters({ asked }: { readonly asked: AuditQuery }) {
  const { t } = useMessages(messages);
  const { area, actor, from, to, kind, id } = asked;
  const address = (change: Partial<AuditQuery>) =>
    href('audit', undefined, { ...asked, after: undefined, ...change });
  const replace = useChangePageQuery();
  const changed = (change: Partial<AuditQuery>) =>
    replace({ ...asked, after: undefined, ...change });
  const key = JSON.stringify(asked);
  const onActor = useCallback(
    (typed: string) => {
      const now = JSON.parse(key) as AuditQuery;
      replace({ ...now, after: undefined, actor: typed || undefined });
    },
    [key, replace],
  );
  const narrowed = [area, actor, from, to, kind].some((one) => one !== undefined);
  return (
    <>
      <FilterBar>
        <FilterChips
          label={t('areas')}
          filters={[undefined, ...AREAS].map((one) => ({
            href: address({ area: one }),
            title: t(`area.${one ?? 'all'}`),
            current: one === area,
          }))}
        />
      </FilterBar>
      <FilterBar
        end={
          narrowed && (
            <Link className={text.lnk} href={href('audit')}>
              {t('clear')}
            </Link>
          )
        }
      >
        <SearchBox label={t('who')} value={actor ?? ''} onSearch={onActor} />
        <Day
          key={`from${from ?? ''}`}
          label={t('from')}
          day={from}
          onDay={(day) => changed({ from: day })}
        />
        <Day key={`to${to ?? ''}`} label={t('to')} day={to} onDay={(day) => changed({ to: day })} />
        {kind !== undefined && (
          <span>
            {t('only', { kind, id: shortId(id ?? '') })}{' '}
            <Link href={address({ kind: undefined, id: undefined })}>{t('notOnly')}</Link>
          </span>
        )}
      </FilterBar>
    </>
  );
}

function Day(props: {
  readonly label: string;
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}) {
  const { t } = useMessages(messages);
  const [wrong, setWrong] = useState(false);
  const take = (typed: string) => {
    const day = typedDay(typed);
    setWrong(day === null);
    if (day !== null && day !== props.day) props.onDay(day);
  };
  return (
    <label className={styles.day}>
      {props.label}
      <BareInput
        type="text"
        inputMode="numeric"
        placeholder={t('dayHint')}
        maxLength={10}
        autoComplete="off"
        aria-invalid={wrong || undefined}
        defaultValue={typedDate(props.day)}
        onBlur={(event) => take(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value);
        }}
      />
      {wrong && (
        <span className={styles.wrong} role="alert">
          {t('dateWrong')}
        </span>
      )}
    </label>
  );
}
