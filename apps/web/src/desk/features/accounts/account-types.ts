import type { grantRole, listAccounts, RequestOf, ResponseOf } from '@cam-nang/contracts';

export type Account = ResponseOf<typeof listAccounts>['accounts'][number];
export type Grant = Account['grants'][number];
export type Role = Grant['role'];
export type GrantBody = RequestOf<typeof grantRole>['body'];

/** A code as it is handed out: shown once. */
export interface IssuedCode {
  readonly fullName: string;
  readonly username: string;
  readonly code: string;
  readonly expiresAt: string;
}
