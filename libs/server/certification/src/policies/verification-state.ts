import type { verifyCertificate, ResponseOf } from '@cam-nang/contracts';

/** What a certificate is worth, as anyone may know. */
export type VerificationState = ResponseOf<typeof verifyCertificate>['state'];

/** Kinds of amendment, from the one that weighs most. */
const BY_WEIGHT = [
  ['revocation', 'revoked'],
  ['reissue', 'reissued'],
  ['correction', 'corrected'],
] as const;

/** The state of a certificate that is in the register. */
export function stateOf(
  amendments: readonly { readonly kind: 'correction' | 'reissue' | 'revocation' }[],
  hasNewerEdition: boolean,
): VerificationState {
  const weighed = BY_WEIGHT.find(([kind]) => amendments.some((one) => one.kind === kind));
  if (weighed !== undefined) return weighed[1];
  return hasNewerEdition ? 'superseded' : 'valid';
}
