import { downloadCertificate } from '@cam-nang/contracts/routes';
import { displayVerificationCode } from '@cam-nang/domain';
import { addressOf } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { LinkButton } from '../../../ui/button.js';
import { FileDownIcon, ScanLineIcon } from '../../../ui/icons.js';
import { Block, Details } from '../../kit/work.js';
import { AmendmentList } from './amendment-list.js';
import { messages } from './messages/index.js';
import { ProofBlock } from './proof-block.js';
import styles from './register.module.css';
import type { Entry } from './register-types.js';

/** The line that is looked at: what became of it, what it says, its paper and its proof. */
export function EntrySide({ entry }: { readonly entry: Entry }) {
  const { t } = useMessages(messages);
  const { row } = entry;
  return (
    <>
      <Block title={t('lineOf', { number: row.registerNumber })}>
        <AmendmentList amendments={row.amendments} />
        <LineFacts entry={entry} />
        <Papers entry={entry} />
      </Block>
      <ProofBlock key={row.entryId} entry={entry} />
    </>
  );
}

function LineFacts({ entry: { row } }: { readonly entry: Entry }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const vi = (words: string) => <span lang="vi">{words}</span>;
  return (
    <Details
      rows={[
        { name: t('serialNumber'), value: row.serialNumber },
        { name: t('fullName'), value: vi(row.fullName) },
        { name: t('birthDate'), value: row.birthDate ?? '–' },
        { name: t('unit'), value: vi(row.unitName) },
        { name: t('course'), value: vi(row.courseTitle) },
        { name: t('cohort'), value: t('hoursIn', { cohort: row.cohortCode, hours: row.hours }) },
        { name: t('grade'), value: row.grade === null ? '–' : vi(row.grade) },
        { name: t('edition'), value: row.editionLabel },
        {
          name: t('decision'),
          value: t('decisionOf', { number: row.decisionNo, date: format.date(row.decisionDate) }),
        },
        { name: t('issuedOn'), value: format.date(row.issuedOn) },
      ]}
    />
  );
}

function Papers({ entry }: { readonly entry: Entry }) {
  const { t } = useMessages(messages);
  const session = useSession();
  const { row, verificationCode, verifyUrl } = entry;
  const params = { entryId: row.entryId };
  return (
    <>
      <div className={styles.papers}>
        {row.documentReady && may(session, 'certificate.read') && (
          <LinkButton size="small" href={addressOf(downloadCertificate, { params })} download>
            <FileDownIcon />
            {t('pdf')}
          </LinkButton>
        )}
        <LinkButton size="small" href={`/x/${verificationCode}`} target="_blank">
          <ScanLineIcon />
          {t('verify')}
        </LinkButton>
      </div>
      {!row.documentReady && <p className={styles.soft}>{t('notMade')}</p>}
      <p className={styles.soft}>
        {t('publicAddress', { code: displayVerificationCode(verificationCode) })}{' '}
        <span className={styles.address}>{verifyUrl}</span>
      </p>
    </>
  );
}
