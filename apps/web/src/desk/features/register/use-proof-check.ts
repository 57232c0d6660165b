import { useEffect, useState } from 'react';
import { listHeads } from '@cam-nang/contracts/routes';
import { useRead } from '../../data/query.js';
import { checkProof, type ProofCheck } from './proof-check.js';
import type { Entry } from './register-types.js';

/** The proof of a line worked out on this device; undefined until it is, or where there is none. */
export function useProofCheck({ proof, head }: Entry): ProofCheck | undefined {
  const heads = useRead(listHeads, proof === null ? undefined : {});
  const keys = heads.data?.publicKeys;
  const [check, setCheck] = useState<ProofCheck>();
  useEffect(() => {
    if (proof === null || head === null || keys === undefined) return undefined;
    let wanted = true;
    // Without https the browser offers no Web Crypto, whatever its types say.
    const crypto = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
    void checkProof(proof, head, keys, crypto).then((found) => {
      if (wanted) setCheck(found);
    });
    return () => {
      wanted = false;
    };
  }, [proof, head, keys]);
  return check;
}
