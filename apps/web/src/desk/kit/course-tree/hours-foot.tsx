import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { cx } from '../../../ui/class-names.js';
import { CheckIcon, CircleXIcon } from '../../../ui/icons.js';
import table from '../../../ui/table.module.css';
import { Status } from '../../../ui/tag.js';
import type { HoursCheck } from '../curriculum/types.js';
import { messages } from './messages/index.js';
import styles from './tree.module.css';

/** Paths listed one by one; a course with many choices shows those that do not fit first. */
const LISTED = 6;

/** Sums of every admissible path, under the columns of the tree. */
export function HoursFoot({
  hours,
  columns,
}: {
  readonly hours: HoursCheck;
  readonly columns: number;
}) {
  const paths = [...hours.paths]
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, LISTED);
  return (
    <tfoot role="rowgroup">
      {paths.map((path, index) => (
        <PathRow key={index} path={path} extra={columns} />
      ))}
    </tfoot>
  );
}

type Path = HoursCheck['paths'][number];

function PathRow({ path, extra }: { readonly path: Path; readonly extra: number }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { theory, discussion, practice } = path.hours;
  const wrong = path.difference !== 0;
  const chosen = path.choices.flatMap((choice) => choice.modules).join(', ');
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {chosen === '' ? t('onlyPath') : t('path', { modules: chosen })}
      </th>
      <td role="gridcell" className={styles.squares} />
      {[theory, discussion, practice].map((count, index) => (
        <td key={index} role="gridcell" className={cx(table.r, styles.kind)}>
          {format.number(count)}
        </td>
      ))}
      <td role="gridcell" className={cx(table.r, styles.sum, wrong && styles.wrong)}>
        {format.number(path.total)}
      </td>
      {extra > 0 && (
        <td role="gridcell" className={cx(styles.state, wrong && styles.wrong)}>
          <Difference difference={path.difference} />
        </td>
      )}
    </tr>
  );
}

function Difference({ difference }: { readonly difference: number }) {
  const { t } = useMessages(messages);
  if (difference === 0) return <>{t('fits')}</>;
  return <>{t(difference > 0 ? 'over' : 'under', { count: Math.abs(difference) })}</>;
}

/** "41 tiết, cần 40": whether the hours add up, for heads and bars. */
export function HoursState({ hours }: { readonly hours: HoursCheck }) {
  const { t } = useMessages(messages);
  const worst = [...hours.paths].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0];
  if (hours.addsUp || worst === undefined) {
    return (
      <Status tone={hours.addsUp ? 'ok' : 'bad'} icon={hours.addsUp ? CheckIcon : CircleXIcon}>
        {t('sumFits', { required: hours.required })}
      </Status>
    );
  }
  return (
    <Status tone="bad" icon={CircleXIcon}>
      {t('sum', { total: worst.total, required: hours.required })}
    </Status>
  );
}

/** What the squares mean. */
export function HoursLegend() {
  const { t } = useMessages(messages);
  return (
    <span className={styles.legend} aria-hidden="true">
      {(['theory', 'discussion', 'practice'] as const).map((kind) => (
        <span key={kind}>
          <i className={cx(styles.swatch, styles[kind])} />
          {t(`${kind}Long`)}
        </span>
      ))}
    </span>
  );
}
