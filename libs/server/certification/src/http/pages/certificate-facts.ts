import type { VerificationView } from '../../queries/verification.query.js';
import { type Html, html } from './html.js';
import { day, wordsOf, type PageLanguage } from './page-language.js';

type Certificate = NonNullable<VerificationView['certificate']>;

const HASH_GROUP = /.{4}(?=.)/g;

/** A fact with its name. What stands on a Vietnamese paper is marked as Vietnamese. */
function fact(name: string, value: Html | string, small: readonly Html[] = []): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${small}</dd>
  </div>`;
}

function vietnamese(text: string): Html {
  return html`<span lang="vi">${text}</span>`;
}

function smallLine(text: string): Html {
  return html`<span class="small">${text}</span>`;
}

function editionFact(certificate: Certificate, language: PageLanguage): Html {
  const say = wordsOf(language);
  const { label, decisionNo, decisionDate, effectiveFrom, manifestShort } = certificate.edition;
  const lines = [
    decisionNo === null || decisionDate === null
      ? null
      : say('editionDecision', { no: decisionNo, date: day(decisionDate) }),
    effectiveFrom === null ? null : say('editionForce', { date: day(effectiveFrom) }),
    say('editionHash', { hash: manifestShort.replace(HASH_GROUP, '$& ') }),
  ];
  const value = say('editionValue', { label, hours: certificate.hours });
  return fact(
    say('edition'),
    html`<span class="num">${value}</span>`,
    lines.flatMap((line) => (line === null ? [] : [smallLine(line)])),
  );
}

function courseFact(certificate: Certificate, language: PageLanguage): Html {
  const { courseTitle, courseTitleEn } = certificate;
  const name = wordsOf(language)('course');
  if (language === 'vi' || courseTitleEn === null) return fact(name, vietnamese(courseTitle));
  return fact(name, courseTitleEn, [html`<span class="small" lang="vi">${courseTitle}</span>`]);
}

/** The facts of a certificate as they are printed, but for the date of birth. */
export function certificateFacts(certificate: Certificate, language: PageLanguage): Html {
  const say = wordsOf(language);
  const number = (text: string) => html`<span class="num">${text}</span>`;
  const grade = language === 'en' ? (certificate.gradeEn ?? certificate.grade) : certificate.grade;
  const { signer, signerTitle, unitName, decisionNo, decisionDate } = certificate;
  const rows = [
    fact(say('name'), vietnamese(certificate.fullName)),
    courseFact(certificate, language),
    editionFact(certificate, language),
    grade === null ? null : fact(say('grade'), grade),
    unitName === '' ? null : fact(say('unit'), vietnamese(unitName)),
    fact(
      say('decision'),
      number(say('decisionValue', { no: decisionNo, date: day(decisionDate) })),
    ),
    fact(say('signer'), vietnamese(signer), [
      html`<span class="small" lang="vi">${signerTitle}</span>`,
    ]),
    fact(say('issuer'), vietnamese(certificate.issuer)),
    fact(say('serial'), number(certificate.serialNumber)),
    fact(say('register'), number(certificate.registerNumber)),
    certificate.documentSha256 === null
      ? null
      : fact(say('document'), html`<code>${certificate.documentSha256}</code>`),
  ];
  return html`<dl class="facts">${rows.filter((row) => row !== null)}</dl>`;
}

/** The facts of a revoked certificate: which paper it was, and what revoked it. */
export function revokedFacts(certificate: Certificate, language: PageLanguage): Html {
  const say = wordsOf(language);
  const number = (text: string) => html`<span class="num">${text}</span>`;
  const revocation = certificate.amendments.find((one) => one.kind === 'revocation');
  const rows = [
    fact(say('name'), vietnamese(certificate.fullName)),
    courseFact(certificate, language),
    fact(say('issuedOn'), number(day(certificate.issuedOn))),
    fact(say('serial'), number(certificate.serialNumber)),
    fact(say('register'), number(certificate.registerNumber)),
    revocation === undefined
      ? null
      : fact(
          say('revocation'),
          number(
            say('decisionValue', {
              no: revocation.decisionNo,
              date: day(revocation.decisionDate),
            }),
          ),
        ),
  ];
  return html`<dl class="facts">${rows.filter((row) => row !== null)}</dl>`;
}
