import { displayVerificationCode } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Weave } from '../../../ui/card.js';
import paper from '../../../ui/certificate.module.css';
import { ShieldCheckIcon } from '../../../ui/icons.js';
import type { Certificate } from './certificate-page.js';
import styles from './certificate-page.module.css';
import { messages } from './messages/index.js';

/** What the paper says, in the look of the paper; names and forms stay as they are printed. */
export function CertificatePaper({ certificate }: { readonly certificate: Certificate }) {
  const { t, locale } = useMessages(messages);
  const noun = pick(locale, certificate.noun, certificate.nounEn);
  return (
    <article className={paper.cert} aria-label={t('paperLabel')}>
      <Weave />
      <div className={paper.in}>
        <p className={styles.state}>{t('paperState')}</p>
        <p className={styles.motto}>{t('paperMotto')}</p>
        <h2 className={styles.noun}>{noun.toUpperCase()}</h2>
        <p>{t('paperOf')}</p>
        <PaperFacts certificate={certificate} />
        <div className={paper.foot}>
          <PaperSignature certificate={certificate} />
          <PaperNumbers certificate={certificate} />
        </div>
      </div>
      <Weave />
    </article>
  );
}

function PaperFacts({ certificate }: { readonly certificate: Certificate }) {
  const { t, locale } = useMessages(messages);
  const { fullName, courseTitle, courseTitleEn, hours, grade, edition, paper: said } = certificate;
  const { organisation, mark, studiedFrom: from, studiedTo: to, editionInForceFrom } = said;
  const facts = [
    [t('paperName'), <span lang="vi">{fullName}</span>],
    [t('paperBorn'), <span lang="vi">{said.birthDate.replace(/^ngày /, '')}</span>],
    ...(organisation === null ? [] : [[t('paperUnit'), <span lang="vi">{organisation}</span>]]),
    [t('paperDone'), pick(locale, courseTitle, courseTitleEn)],
    [t('paperTime'), t('paperHours', { hours, from, to })],
    [t('paperEdition'), t('paperForce', { label: edition.label, date: editionInForceFrom })],
    ...(grade === null
      ? []
      : [[t('paperGrade'), <span lang="vi">{mark === null ? grade : `${grade} (${mark})`}</span>]]),
  ] as const;
  return (
    <dl>
      {facts.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PaperSignature({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { placeAndDate, signerTitle, signerName } = certificate.paper;
  return (
    <div className={paper.sign} lang="vi">
      {placeAndDate}
      {signerTitle.map((line) => (
        <b key={line} className={styles.title}>
          {line}
        </b>
      ))}
      <span className={styles.signed}>
        <ShieldCheckIcon />
        {t('paperSigned', { date: format.date(certificate.issuedOn) })}
      </span>
      <b className={styles.title}>{signerName}</b>
    </div>
  );
}

function PaperNumbers({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { qr, verifyUrl, verificationCode, decisionNo, decisionDate } = certificate;
  const host = verifyUrl.replace(/^https?:\/\//, '').replace(/\/x\/.*$/, '');
  return (
    <>
      <div className={paper.qr}>
        <svg
          role="img"
          aria-label={t('qrLabel')}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="currentColor" />
        </svg>
      </div>
      <p>
        <b>
          {host}
          <wbr />
          <span className={styles.code}>/x/{displayVerificationCode(verificationCode)}</span>
        </b>
        <br />
        {t('paperSerial', { number: certificate.serialNumber })}
        <br />
        {t('paperRegister', { number: certificate.registerNumber })}
        <br />
        {t('paperDecision', { number: decisionNo, date: format.date(decisionDate) })}
      </p>
    </>
  );
}
