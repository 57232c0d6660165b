import type { listRegister, readRegisterEntry, ResponseOf } from '@cam-nang/contracts';

/** What the register answers: its books, some lines, the newest seal. */
export type RegisterData = ResponseOf<typeof listRegister>;

/** A book: a type of paper, its issuer and a year. */
export type Book = RegisterData['series'][number];

/** A line of a book. */
export type Line = RegisterData['rows'][number];

/** A line with its proof. */
export type Entry = ResponseOf<typeof readRegisterEntry>;

/** The seal of the register: a signed head of its tree. */
export type Seal = NonNullable<RegisterData['head']>;
