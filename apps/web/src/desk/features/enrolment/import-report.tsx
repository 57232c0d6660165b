import type { checkImport, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Block } from '../../kit/work.js';
import { Cell, ColumnHead, RowHead, WorkTable } from '../../../ui/table.js';
import { messages } from './messages/index.js';

type Report = ResponseOf<typeof checkImport>;
type CellNote = Report['preview'][number]['doubts'][number];
type Words = ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'];

const columns = {
  fullName: 'col_fullName',
  birthDate: 'col_birthDate',
  gender: 'col_gender',
  personalNumber: 'col_personalNumber',
  unit: 'col_unit',
  positionTitle: 'col_positionTitle',
  phone: 'col_phone',
  email: 'col_email',
} as const;

type Params = CellNote['params'];

const texts: Readonly<Record<CellNote['code'], (t: Words, params: Params) => string>> = {
  missing: (t) => t('err_missing'),
  'too-long': (t, params) => t('err_long', { longest: params['longest'] ?? '' }),
  'not-a-name': (t) => t('err_name'),
  'one-word-name': (t) => t('doubt_word'),
  'case-suggested': (t, params) => t('doubt_case', { suggestion: params['suggestion'] ?? '' }),
  'not-a-date': (t) => t('err_date'),
  'year-only': (t) => t('err_year'),
  'in-the-future': (t) => t('err_future'),
  'too-young': (t, params) => t('err_young', { years: params['years'] ?? '' }),
  'too-old': (t, params) => t('err_old', { years: params['years'] ?? '' }),
  'not-a-gender': (t, params) => t('err_gender', { typed: params['typed'] ?? '' }),
  'not-a-personal-number': (t) => t('err_number'),
  'number-of-another': (t) => t('err_another'),
  'leading-zero-restored': (t) => t('doubt_zero'),
  'sex-differs': (t) => t('doubt_sex'),
  'birth-year-differs': (t) => t('doubt_year'),
  'not-an-email': (t) => t('err_email'),
  'not-a-phone': (t) => t('err_phone'),
  'unit-unknown': (t, params) => t('err_unit', { typed: params['typed'] ?? '' }),
  'duplicate-personal-number': (t, params) => t('err_duplicate', { row: params['row'] ?? '' }),
  'same-name-and-birth-date': (t, params) => t('doubt_same', { row: params['row'] ?? '' }),
  'same-as-enrolled': (t) => t('doubt_enrolled'),
};

/** Rows with what is to be mended first, then what would happen with each. */
export function ImportReport({ report }: { readonly report: Report }) {
  const { t } = useMessages(messages);
  return (
    <>
      {report.errors.length > 0 && (
        <Block title={t('errors', { count: report.errors.length })}>
          <ErrorTable errors={report.errors} />
        </Block>
      )}
      {report.preview.length > 0 && (
        <Block title={t('toEnrol')}>
          <PreviewTable preview={report.preview} />
        </Block>
      )}
    </>
  );
}

/** The columns that were not read, before anybody is enrolled without what stands in them. */
export function PassedOver({ columns }: { readonly columns: Report['passedOver'] }) {
  const { t } = useMessages(messages);
  if (columns.length === 0) return null;
  const named = columns.map(({ column, heading }) =>
    heading === '' ? t('unnamedColumn', { column }) : t('namedColumn', { column, heading }),
  );
  return (
    <Note look="warn">{t('passedOver', { count: columns.length, columns: named.join(', ') })}</Note>
  );
}

function ErrorTable({ errors }: Pick<Report, 'errors'>) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('errors', { count: errors.length })}>
      <thead>
        <tr>
          <ColumnHead figure>{t('row')}</ColumnHead>
          <ColumnHead>{t('column')}</ColumnHead>
          <ColumnHead>{t('problem')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {errors.map((error) => (
          <tr key={`${error.row} ${error.column} ${error.code}`}>
            <Cell figure label={t('row')}>
              {error.row}
            </Cell>
            <RowHead>{t(columns[error.column])}</RowHead>
            <Cell label={t('problem')}>{texts[error.code](t, error.params)}</Cell>
          </tr>
        ))}
      </tbody>
    </WorkTable>
  );
}

function PreviewTable({ preview }: { readonly preview: Report['preview'] }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const doubtful = preview.some(({ doubts }) => doubts.length > 0);
  return (
    <WorkTable caption={t('outcome')}>
      <thead>
        <tr>
          <ColumnHead figure>{t('row')}</ColumnHead>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead>{t('birth')}</ColumnHead>
          <ColumnHead>{t('unit')}</ColumnHead>
          <ColumnHead>{t('outcome')}</ColumnHead>
          {doubtful && <ColumnHead>{t('doubt')}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {preview.map((row) => (
          <tr key={row.row}>
            <Cell figure label={t('row')}>
              {row.row}
            </Cell>
            <RowHead lang="vi">{row.fullName}</RowHead>
            <Cell label={t('birth')}>
              {row.birthDate === null ? '–' : format.date(row.birthDate)}
            </Cell>
            <Cell label={t('unit')} lang="vi">
              {row.unitName ?? '–'}
            </Cell>
            <Cell label={t('outcome')}>{t(row.outcome)}</Cell>
            {doubtful && (
              <Cell label={t('doubt')}>
                <div>
                  {row.doubts.map((note) => (
                    <div key={`${note.column} ${note.code}`}>
                      {t('doubtOf', {
                        column: t(columns[note.column]),
                        text: texts[note.code](t, note.params),
                      })}
                    </div>
                  ))}
                </div>
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </WorkTable>
  );
}
