import { canonicalJson } from '../../curriculum/canon/canonical-json.js';
import { toUtf8, type HashFunction } from '../../shared/bytes.js';
import type { CalendarDate } from '../../shared/calendar-date.js';
import type { CertificatePrint } from '../printed-data.js';
import { leafHash, type TreeHash } from './merkle-hash.js';

/** An instant as `Date.toISOString` writes it, with milliseconds. */
export type IsoInstant = string;

/** A register entry (a line of sổ gốc): every column of it, so that no change goes unseen. */
export interface EntryLeaf {
  readonly kind: 'entry';
  readonly entryId: string;
  readonly decisionId: string;
  readonly enrolmentId: string;
  readonly personId: string;
  readonly typeId: string;
  readonly issuerId: string;
  /** Place in the decision's list, from 1. */
  readonly position: number;
  readonly serialNo: number;
  readonly serialNumber: string;
  readonly registerNo: number;
  readonly registerYear: number;
  readonly registerNumber: string;
  /** 60 random bits: they also keep anyone from guessing a leaf's contents from its hash. */
  readonly verificationCode: string;
  readonly statusIndex: number;
  readonly editionId: string;
  readonly printed: CertificatePrint;
  readonly issuedOn: CalendarDate;
  readonly enteredAt: IsoInstant;
}

/** The document made for an entry, by its hash. */
export interface DocumentLeaf {
  readonly kind: 'document';
  readonly entryId: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly storageKey: string;
  readonly layoutId: string;
  readonly engine: string;
  readonly madeAt: IsoInstant;
}

/** An amendment that stands beside an entry, by decision. */
export interface AmendmentLeaf {
  readonly kind: 'amendment';
  readonly amendmentId: string;
  readonly entryId: string;
  readonly amendment: 'correction' | 'reissue' | 'revocation';
  readonly decisionNo: string;
  readonly decisionDate: CalendarDate;
  readonly field: string | null;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly reason: string;
  readonly at: IsoInstant;
  readonly byId: string;
}

/** What the register's tree holds. */
export type RegisterLeaf = EntryLeaf | DocumentLeaf | AmendmentLeaf;

/** Version of the form of leaves; it stands in every leaf, so that a later form can live beside it. */
export const REGISTER_LEAF_VERSION = 1;

/**
 * The canonical bytes of a leaf: UTF-8 of the canonical JSON of its fields and the version of the
 * form. The same row gives the same bytes for ever; fields that the types do not name must not be
 * passed.
 */
export function registerLeafBytes(leaf: RegisterLeaf): Uint8Array {
  return toUtf8(canonicalJson({ version: REGISTER_LEAF_VERSION, ...leaf }));
}

/** The hash of a leaf in the register's tree. */
export function registerLeafHash(leaf: RegisterLeaf, hash: HashFunction): TreeHash {
  return leafHash(registerLeafBytes(leaf), hash);
}

/** A head of the register's tree as it is signed and published outside the database. */
export interface RegisterHead {
  /** Number of leaves. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly root: string;
  readonly signedAt: IsoInstant;
}

/** The bytes of a head that are signed. */
export function registerHeadBytes({ size, root, signedAt }: RegisterHead): Uint8Array {
  return toUtf8(canonicalJson({ version: REGISTER_LEAF_VERSION, size, root, signedAt }));
}
