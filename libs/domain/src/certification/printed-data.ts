import { displayVerificationCode } from './verification-code.js';

/** Hours of a module by kind, in whole tiết. */
export interface PrintedHours {
  readonly theory: number;
  readonly discussion: number;
  readonly practice: number;
}

/** One row of the table of modules on the back. */
export interface PrintedModule {
  readonly code: string;
  readonly title: string;
  readonly hours: PrintedHours;
  /** The mark or result as printed ("8,0", "Đạt"); null prints a dash. */
  readonly result: string | null;
}

/** An official document the paper refers to. */
export interface PrintedDecision {
  /** Number with symbol, as in "118/QĐ-SNV". */
  readonly number: string;
  /** `dd/MM/yyyy`. */
  readonly date: string;
}

/** Who issues the paper, named as on that day. */
export interface PrintedIssuer {
  /** Full name of the issuing body: "Sở Nội vụ tỉnh Phú Thọ". */
  readonly name: string;
  /** The office in whose name the paper certifies: "Giám đốc Sở Nội vụ tỉnh Phú Thọ". */
  readonly certifier: string;
  /** Title over the signature, in capitals, one line each: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]. */
  readonly signerTitle: readonly string[];
  readonly signerName: string;
}

/**
 * Everything a certificate says, frozen before numbering: the text is NFC and the dates and marks
 * already stand in the form of the paper, so that the same value always prints the same document.
 * Stored with the register entry.
 */
export interface CertificatePrint {
  /** "ông" or "bà", or null where the paper uses none. */
  readonly salutation: string | null;
  readonly holderName: string;
  /** Paper form with the word: "ngày 12 tháng 9 năm 1998"; "năm 1998" where only the year is known. */
  readonly birthDate: string;
  /** Post at the day of issue; null leaves it out. */
  readonly position: string | null;
  /** Place of work as it was named that day; null leaves it out. */
  readonly organisation: string | null;
  readonly courseCode: string;
  readonly courseTitle: string;
  /** Label of the edition studied: "2.1". */
  readonly editionLabel: string;
  /** Decision that issued the edition; null for an edition without one. */
  readonly editionDecision: PrintedDecision | null;
  /** First day the edition was in force, `dd/MM/yyyy`. */
  readonly editionInForceFrom: string;
  /** Leading part of the edition's manifest hash, lower-case hexadecimal. */
  readonly manifestHash: string;
  readonly cohortLabel: string;
  /** First and last day of study, `dd/MM/yyyy`. */
  readonly studiedFrom: string;
  readonly studiedTo: string;
  /** Hours of the edition, whole tiết. */
  readonly hours: number;
  /** Final mark with decimal comma ("7,9"); null where the type gives none. */
  readonly mark: string | null;
  /** "Khá"; null where the type gives none. */
  readonly grade: string | null;
  /** Decision that recognised the result and awards the paper. */
  readonly decision: PrintedDecision;
  readonly issuer: PrintedIssuer;
  /** Day of issue, `YYYY-MM-DD`; also the document's timestamp. */
  readonly issuedOn: string;
  /** "Phú Thọ, ngày 02 tháng 7 năm 2026". */
  readonly placeAndDate: string;
  readonly serialNumber: string;
  readonly registerNumber: string;
  /** 12 characters of Crockford's base 32, without separators. */
  readonly verificationCode: string;
  /** Public address of the installation at the time of issue, without a slash at the end. */
  readonly publicUrl: string;
  readonly modules: readonly PrintedModule[];
  /** Invented data: the paper says that it has no legal value. */
  readonly sample: boolean;
}

/** What is frozen before numbers exist. */
export type UnnumberedPrint = Omit<
  CertificatePrint,
  'serialNumber' | 'registerNumber' | 'verificationCode'
>;

/** The address in the QR code: public page of a certificate. */
export function verificationAddress(
  print: Pick<CertificatePrint, 'publicUrl' | 'verificationCode'>,
): string {
  return `${print.publicUrl}/x/${print.verificationCode}`;
}

/** The same address for the eye: no scheme, the code in groups of four. */
export function readableVerificationAddress(
  print: Pick<CertificatePrint, 'publicUrl' | 'verificationCode'>,
): string {
  const host = print.publicUrl.replace(/^https?:\/\//, '');
  return `${host}/x/${displayVerificationCode(print.verificationCode)}`;
}

/** Hours of one module, all kinds together. */
export function hoursOfModule(hours: PrintedHours): number {
  return hours.theory + hours.discussion + hours.practice;
}
