import { downloadCertificate } from '@cam-nang/contracts/routes';
import { addressOf } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { BadgeCheckIcon, DownloadIcon, LinkIcon, ScanLineIcon } from '../../../ui/icons.js';
import { Breadcrumbs, Columns, PageFoot, PageHead, Section } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import { Disclosure, Facts } from '../../../ui/lists.js';
import { Status } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { href } from '../../routes.js';
import type { Certificate, OwnCertificate } from './certificate-page.js';
import styles from './certificate-page.module.css';
import { CertificatePaper } from './certificate-paper.js';
import { ConditionList } from './condition-list.js';
import { messages } from './messages/index.js';

/** The issued certificate: the paper, its file, where anyone may check it, and what changed since. */
export function IssuedView(props: {
  readonly own: OwnCertificate;
  readonly certificate: Certificate;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { own, certificate } = props;
  return (
    <>
      <Breadcrumbs
        label={t('crumbs')}
        trail={[{ href: href('results'), title: t('results') }, { title: t('title') }]}
      />
      <PageHead
        above={
          <Status icon={BadgeCheckIcon} tone="ok">
            {t('issuedOn', { date: format.date(certificate.issuedOn) })}
          </Status>
        }
        title={t('issuedTitle')}
      />
      <Columns side={<IssuedAside own={own} certificate={certificate} />}>
        <div className={styles.mine}>
          <CertificatePaper certificate={certificate} />
          <Acts certificate={certificate} />
          <p className={text.soft}>{t('neverChanges')}</p>
        </div>
      </Columns>
      {certificate.paper.isSample && <PageFoot>{t('sample')}</PageFoot>}
    </>
  );
}

function Acts({ certificate }: { readonly certificate: Certificate }) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const { entryId, documentReady, bytes, verificationCode, verifyUrl } = certificate;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(verifyUrl);
      toast(t('copied'));
    } catch {
      toast(t('copyFailed', { address: verifyUrl }));
    }
  };
  return (
    <div className={styles.acts}>
      {documentReady ? (
        <LinkButton
          look="main"
          className={styles.main}
          href={addressOf(downloadCertificate, { params: { entryId } })}
          download
        >
          <DownloadIcon />
          {bytes === null ? t('download') : t('downloadSize', { size: format.bytes(bytes) })}
        </LinkButton>
      ) : (
        <Note look="plain">{t('making')}</Note>
      )}
      <LinkButton href={`/x/${verificationCode}?lang=${locale}`}>
        <ScanLineIcon />
        {t('verifyPage')}
      </LinkButton>
      <Button onClick={() => void copy()}>
        <LinkIcon />
        {t('copyLink')}
      </Button>
    </div>
  );
}

function IssuedAside(props: { readonly own: OwnCertificate; readonly certificate: Certificate }) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const { own, certificate } = props;
  const { edition, newerEdition, sha256 } = certificate;
  return (
    <>
      <Section title={t('editionTitle')}>
        <p>
          {newerEdition === null
            ? t('editionCurrent', { label: edition.label })
            : rich('editionNewer', {
                label: edition.label,
                newer: (
                  <b>
                    {t('newer', {
                      label: newerEdition.label,
                      date: format.date(newerEdition.effectiveFrom),
                    })}
                  </b>
                ),
              })}
        </p>
        <p>
          <Link className={text.lnk} href={href('handbook')}>
            {t('toHandbook')}
          </Link>
        </p>
      </Section>
      <Section title={t('proof')}>
        <Facts
          facts={[
            {
              name: t('serial'),
              value: <span className={text.num}>{certificate.serialNumber}</span>,
            },
            {
              name: t('register'),
              value: <span className={text.num}>{certificate.registerNumber}</span>,
            },
            {
              name: t('decision'),
              value: `${certificate.decisionNo}, ${format.date(certificate.decisionDate)}`,
            },
            ...(sha256 === null
              ? []
              : [{ name: t('hash'), value: <code className={styles.hash}>{sha256}</code> }]),
          ]}
        />
        <Disclosure summary={t('metThen')}>
          <ConditionList conditions={own.conditions} enrolmentId="" />
        </Disclosure>
      </Section>
    </>
  );
}
