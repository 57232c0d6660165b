import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useSession } from '../../../lib/session/session.js';
import { PencilIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { PaperSheet } from '../../kit/marks.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { LINES_A_PAGE, pagesOf, remarkOf } from './register-model.js';
import styles from './register.module.css';
import type { Book, Line } from './register-types.js';

const columns = [
  'registerNumber',
  'serialNumber',
  'fullName',
  'birthDate',
  'unit',
  'grade',
  'edition',
  'decision',
  'remark',
] as const;

interface PageProps {
  readonly book: Book;
  readonly page: number;
  readonly lines: readonly Line[];
  readonly chosen: string | undefined;
}

/** A page of the book as it is printed. */
export function BookPage(props: PageProps) {
  const { t } = useMessages(messages);
  const { page } = props;
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('pageLabel', { page })}>
      <PaperSheet>
        <div className={styles.book}>
          <Heading {...props} />
          <Lines {...props} />
          <Signatures lines={props.lines} />
          <Foot {...props} />
        </div>
      </PaperSheet>
    </div>
  );
}

function Heading({ book, page }: PageProps) {
  const { t, locale } = useMessages(messages);
  const title = pick(locale, book.typeTitle, book.typeTitleEn);
  const noun = pick(locale, book.typeNoun, book.typeNounEn).toLocaleLowerCase(locale);
  const session = useSession();
  return (
    <div className={styles.heading}>
      <p>
        <b lang="vi">{book.issuerName}</b>
      </p>
      <div>
        <h2>{t('paper.book', { noun })}</h2>
        <p>{t('paper.year', { title, year: String(book.year) })}</p>
      </div>
      <p>
        {t('page', { page })}
        {session.isDemonstration && (
          <>
            <br />
            <i>{t('paper.sample')}</i>
          </>
        )}
      </p>
    </div>
  );
}

function Lines({ lines, chosen }: PageProps) {
  const { t } = useMessages(messages);
  const [first, last] = [lines[0], lines.at(-1)];
  const ends = { first: first?.registerNumber ?? '–', last: last?.registerNumber ?? '–' };
  return (
    <table className={styles.lines}>
      <caption className={text.vh}>{t('linesFromTo', ends)}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={line.entryId} line={line} chosen={line.entryId === chosen} />
        ))}
        {lines.length < LINES_A_PAGE && (
          <tr className={styles.open} aria-hidden="true">
            {columns.map((name) => (
              <td key={name} />
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function LineRow({ line, chosen }: { readonly line: Line; readonly chosen: boolean }) {
  const { t } = useMessages(messages);
  const address = href('registerEntry', { entryId: line.entryId });
  return (
    <tr className={chosen ? styles.chosen : undefined} aria-current={chosen ? 'true' : undefined}>
      <td className={styles.c} data-th={t('registerNumber')}>
        {line.registerNumber}
      </td>
      <td className={styles.c} data-th={t('serialNumber')}>
        {line.serialNumber}
      </td>
      <th scope="row" lang="vi">
        <Link href={address}>{line.fullName}</Link>
      </th>
      <td className={styles.c} data-th={t('birthDate')}>
        {line.birthDate ?? '–'}
      </td>
      <td data-th={t('unit')} lang="vi">
        {line.unitName}
      </td>
      <td className={styles.nowrap} data-th={t('grade')} lang="vi">
        {line.grade ?? '–'}
      </td>
      <td className={styles.c} data-th={t('edition')}>
        {line.editionLabel}
      </td>
      <td className={styles.c} data-th={t('decision')}>
        {line.decisionNo}
      </td>
      <td>
        <Remark line={line} />
      </td>
    </tr>
  );
}

function Remark({ line }: { readonly line: Line }) {
  const { t } = useMessages(messages);
  const remark = remarkOf(line);
  if (remark === undefined) return null;
  return (
    <Link className={styles.remark} href={href('registerEntry', { entryId: line.entryId })}>
      <PencilIcon />
      {remark.kind === 'correction'
        ? t('corrected', { count: remark.count })
        : t(`is.${remark.kind}`)}
    </Link>
  );
}

function Signatures({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useMessages(messages);
  const places = [
    { key: 'writer', note: t('paper.sum', { count: lines.length }), who: t('paper.writer') },
    { key: 'checker', note: t('paper.closed'), who: t('paper.checker') },
    { key: 'head', note: t('paper.stamp'), who: t('paper.head') },
  ];
  return (
    <div className={styles.signatures}>
      {places.map(({ key, note, who }) => (
        <p key={key}>
          {note}
          <b>{who}</b>
          <i>{t('paper.signs')}</i>
        </p>
      ))}
    </div>
  );
}

function Foot({ book, page, lines }: PageProps) {
  const { t } = useMessages(messages);
  const last = lines.at(-1)?.registerNumber ?? '–';
  const full = page < pagesOf(book) || lines.length === LINES_A_PAGE;
  return <p className={styles.foot}>{t(full ? 'paper.full' : 'paper.open', { page, last })}</p>;
}
