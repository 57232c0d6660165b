import type { checkImport, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Cell, ColumnHead, RowHead, WorkTable } from '../../../ui/table.js';
import { messages } from './messages/index.js';

type Report = ResponseOf<typeof checkImport>;
type RowError = Report['errors'][number];
type Words = ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'];

const simple = {
  missing: 'err_missing',
  'not-a-date': 'err_date',
  'in-the-future': 'err_date',
  'too-young': 'err_date',
  'too-old': 'err_date',
  'year-only': 'err_year',
  'not-a-personal-number': 'err_number',
  'not-an-email': 'err_email',
  'not-a-phone': 'err_phone',
} as const;

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

const isSimple = (code: string): code is keyof typeof simple => Object.hasOwn(simple, code);
const isColumn = (name: string): name is keyof typeof columns => Object.hasOwn(columns, name);

/** What is wrong with a cell, in words that say how to mend it. */
export function cellProblem({ code, params }: Pick<RowError, 'code' | 'params'>, t: Words): string {
  if (isSimple(code)) return t(simple[code]);
  if (code === 'unit-unknown') return t('err_unit', { typed: params['typed'] ?? '' });
  if (code === 'duplicate-personal-number') return t('err_duplicate', { row: params['row'] ?? '' });
  return t('err_other', { code });
}

/** Rows with what is to be mended first, then what would happen with each. */
export function ImportReport({ report }: { readonly report: Report }) {
  return (
    <>
      {report.errors.length > 0 && <ErrorTable errors={report.errors} />}
      {report.preview.length > 0 && <PreviewTable preview={report.preview} />}
    </>
  );
}

function ErrorTable({ errors }: { readonly errors: readonly RowError[] }) {
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
            <RowHead>{isColumn(error.column) ? t(columns[error.column]) : error.column}</RowHead>
            <Cell label={t('problem')}>{cellProblem(error, t)}</Cell>
          </tr>
        ))}
      </tbody>
    </WorkTable>
  );
}

function PreviewTable({ preview }: { readonly preview: Report['preview'] }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (
    <WorkTable caption={t('outcome')}>
      <thead>
        <tr>
          <ColumnHead figure>{t('row')}</ColumnHead>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead>{t('birth')}</ColumnHead>
          <ColumnHead>{t('unit')}</ColumnHead>
          <ColumnHead>{t('outcome')}</ColumnHead>
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
          </tr>
        ))}
      </tbody>
    </WorkTable>
  );
}
