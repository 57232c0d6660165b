import type { VerificationView } from '../../queries/verification.query.js';
import { certificateFacts, revokedFacts } from './certificate-facts.js';
import { type Html, html } from './html.js';
import { codeForm, page, type PageParts } from './page-frame.js';
import { icon } from './page-icons.js';
import { day, moment, wordsOf, type PageLanguage, type Say } from './page-language.js';

type Certificate = NonNullable<VerificationView['certificate']>;
type Amendment = Certificate['amendments'][number];

/** How a page is shown: in which language, with which stylesheet. */
export interface PageStyle {
  readonly language: PageLanguage;
  readonly stylesheet: string;
}

function note(strong: string | null, text: string): Html {
  const first = strong === null ? null : html`<b>${strong}</b> `;
  return html`<div class="note">
    ${icon('info')}
    <p>${first}${text}</p>
  </div>`;
}

function checkedLine(view: VerificationView, say: Say): Html {
  const { certificate } = view;
  const when = moment(view.checkedAt);
  if (certificate === null) return html`<p class="checked">${say('checkedAnywhere', when)}</p>`;
  const text = say('checked', { ...when, issuer: certificate.issuer });
  const sample = certificate.isSample ? ` ${say('sample')}` : '';
  return html`<p class="checked">${text}${sample}</p>`;
}

function contactLine({ contact }: VerificationView, say: Say): Html {
  const who = contact.detail === null ? contact.name : `${contact.name}, ${contact.detail}`;
  return html`<p class="contact">${say('contact', { contact: who })}</p>`;
}

function lastOf(certificate: Certificate, kind: Amendment['kind']): Amendment | undefined {
  return certificate.amendments.findLast((one) => one.kind === kind);
}

type Verdict = Pick<PageParts, 'tone' | 'icon' | 'title' | 'lead'>;

function amendedLead(amendment: Amendment | undefined, say: Say): string {
  if (amendment === undefined) return '';
  return say('leadAmended', { no: amendment.decisionNo, date: day(amendment.decisionDate) });
}

function verdictOf(
  state: VerificationView['state'],
  certificate: Certificate,
  { language }: PageStyle,
): Verdict {
  const say = wordsOf(language);
  const noun = language === 'en' ? certificate.nounEn.toLowerCase() : certificate.noun;
  const good = { tone: 'good', icon: 'genuine' } as const;
  if (state === 'revoked') {
    const revocation = lastOf(certificate, 'revocation');
    const date = day(revocation?.decisionDate ?? certificate.issuedOn);
    const lead = say('leadRevoked', { no: revocation?.decisionNo ?? '', date });
    return { tone: 'bad', icon: 'revoked', title: say('titleRevoked', { noun }), lead };
  }
  if (state === 'corrected') {
    const lead = amendedLead(lastOf(certificate, 'correction'), say);
    return { ...good, title: say('titleCorrected', { noun }), lead };
  }
  if (state === 'reissued') {
    const lead = amendedLead(lastOf(certificate, 'reissue'), say);
    return { ...good, title: say('titleReissued', { noun }), lead };
  }
  const lead = say('leadValid', { date: day(certificate.issuedOn) });
  return { ...good, title: say('titleValid', { noun }), lead };
}

function notesOf(state: VerificationView['state'], certificate: Certificate, say: Say): Html[] {
  const { label, newer } = certificate.edition;
  const said = { corrected: 'correctedText', reissued: 'reissuedText' } as const;
  const notes: Html[] = [];
  if (state === 'corrected' || state === 'reissued') notes.push(note(null, say(said[state])));
  if (newer !== null && state !== 'revoked') {
    const date = day(newer.effectiveFrom);
    const text = say('newerText', { studied: label, label: newer.label, date });
    notes.push(note(say('newerTitle'), text));
  }
  return notes;
}

/** The answer about a certificate that is in the register. */
function foundPage(view: VerificationView, certificate: Certificate, style: PageStyle): string {
  const say = wordsOf(style.language);
  const { state } = view;
  const facts =
    state === 'revoked'
      ? [
          revokedFacts(certificate, style.language),
          html`<p class="aside">${say('revokedText')}</p>`,
        ]
      : [certificateFacts(certificate, style.language)];
  return page({
    ...style,
    ...verdictOf(state, certificate, style),
    body: [
      ...notesOf(state, certificate, say),
      ...facts,
      checkedLine(view, say),
      codeForm(style.language, { heading: say('again'), typed: '', wrong: false }),
      contactLine(view, say),
    ],
  });
}

/** The answer for a code: the same page for every code that is not in the register. */
export function verificationPage(view: VerificationView, typed: string, style: PageStyle): string {
  if (view.certificate !== null) return foundPage(view, view.certificate, style);
  const say = wordsOf(style.language);
  return page({
    ...style,
    tone: 'unsure',
    icon: 'absent',
    title: say('titleNotFound'),
    lead: say('leadNotFound'),
    body: [
      html`<p>${say('absentText')}</p>
        <ul class="points">
          <li>${say('absentCode')}</li>
          <li>${say('absentElsewhere')}</li>
        </ul>`,
      checkedLine(view, say),
      codeForm(style.language, { heading: say('retype'), typed, wrong: false }),
      contactLine(view, say),
    ],
  });
}

/** The page on which a code is typed; `wrong` after an empty form was sent. */
export function typingPage(style: PageStyle, wrong: boolean): string {
  const say = wordsOf(style.language);
  return page({
    ...style,
    tone: 'plain',
    icon: 'search',
    title: say('titleForm'),
    lead: say('leadForm'),
    body: [codeForm(style.language, { heading: null, typed: '', wrong })],
  });
}

/** The page for an address, or a code, that is asked for too often. */
export function waitPage(style: PageStyle): string {
  const say = wordsOf(style.language);
  const title = say('titleWait');
  return page({ ...style, tone: 'unsure', icon: 'wait', title, lead: say('leadWait'), body: [] });
}
