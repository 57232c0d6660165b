import { nfc } from '../../shared/text.js';
import {
  readableVerificationAddress,
  type CertificatePrint,
  type UnnumberedPrint,
} from '../printed-data.js';

/** Printed data in which the numbers may still be missing. */
export type PrintData = UnnumberedPrint &
  Partial<Pick<CertificatePrint, 'serialNumber' | 'registerNumber' | 'verificationCode'>>;

const NO_BREAK = '\u00a0';

/** Keeps a short expression on one line. */
function whole(text: string): string {
  return text.replaceAll(' ', NO_BREAK);
}

type FieldReader = (print: PrintData) => string | null | undefined;

const READERS = {
  salutation: (p) => p.salutation,
  holderName: (p) => p.holderName,
  birthDate: (p) => whole(p.birthDate),
  position: (p) => p.position,
  organisation: (p) => p.organisation,
  courseCode: (p) => p.courseCode,
  courseTitle: (p) => p.courseTitle,
  editionLabel: (p) => whole(p.editionLabel),
  editionDecisionNumber: (p) => p.editionDecision?.number,
  editionDecisionDate: (p) => p.editionDecision?.date,
  editionInForceFrom: (p) => p.editionInForceFrom,
  manifestHash: (p) => p.manifestHash,
  cohortLabel: (p) => p.cohortLabel,
  studiedFrom: (p) => p.studiedFrom,
  studiedTo: (p) => p.studiedTo,
  hours: (p) => String(p.hours),
  mark: (p) => p.mark,
  grade: (p) => (p.grade === null ? null : whole(p.grade)),
  decisionNumber: (p) => p.decision.number,
  decisionDate: (p) => p.decision.date,
  issuerName: (p) => p.issuer.name,
  certifier: (p) => p.issuer.certifier,
  signerTitle: (p) => p.issuer.signerTitle.join('\n'),
  signerName: (p) => p.issuer.signerName,
  placeAndDate: (p) => p.placeAndDate,
  serialNumber: (p) => p.serialNumber,
  registerNumber: (p) => p.registerNumber,
  verificationAddress: (p) =>
    p.verificationCode === undefined
      ? null
      : readableVerificationAddress({ ...p, verificationCode: p.verificationCode }),
  /** Empty on real papers; used as a switch inside `[…]`. */
  sample: (p) => (p.sample ? '' : null),
} as const satisfies Record<string, FieldReader>;

/** Fields of the printed data that a template can name. */
export type PrintField = keyof typeof READERS;

/** Whether a template's `{name}` is a field. */
export function isPrintField(name: string): name is PrintField {
  return Object.hasOwn(READERS, name);
}

/** Whether a field may hold several lines; any other is one line of print. */
export function isMultiLine(field: PrintField): boolean {
  return field === 'signerTitle';
}

/** The text of a field as printed, NFC; null when the paper has none. */
export function printFieldText(print: PrintData, field: PrintField): string | null {
  const text = (READERS[field] as FieldReader)(print);
  return text === null || text === undefined ? null : nfc(text);
}
