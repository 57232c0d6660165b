import type { ResponseOf, readEditionBases } from '@cam-nang/contracts';
import { isLegalBasis, legalStateOn, type CalendarDate, type RichNode } from '@cam-nang/domain';
import { citedIn, forceOf, referenceTo, standingOn, type LegalRegister } from './legal-register.js';

type Bases = ResponseOf<typeof readEditionBases>;
type Finding = Bases['findings'][number];

/** A text that may rest on the law, and where it stands. */
export interface TextOfNode {
  readonly nodeId: string;
  readonly label: string;
  readonly title: string;
  readonly text: RichNode | null;
}

/** Legal bases of texts that the register does not confirm for a day. What a text itself calls over is none. */
export function unconfirmedBases(
  register: LegalRegister,
  texts: readonly TextOfNode[],
  on: CalendarDate,
): Bases {
  const claimed = texts.flatMap((node) =>
    claimsOf(node.text).map((block) => ({ node, block, citedAs: attribute(block, 'document') })),
  );
  const findings = claimed.flatMap(({ node, block, citedAs }): Finding[] => {
    const { nodeId, label, title } = node;
    const place = { nodeId, label, title, blockId: attribute(block, 'id') || null, citedAs };
    const document = citedIn(register, citedAs);
    if (document === null) {
      return [{ ...place, problem: 'not_in_register', document: null, standing: null }];
    }
    const problem = problemOf(register, document, on);
    if (problem === null) return [];
    const standing = standingOn(register, document, on);
    return [{ ...place, problem, document: referenceTo(register, document.id), standing }];
  });
  return { on, total: claimed.length, findings };
}

function problemOf(
  register: LegalRegister,
  document: Parameters<typeof forceOf>[1],
  on: CalendarDate,
): Finding['problem'] | null {
  const standing = legalStateOn(forceOf(register, document), on);
  if (!isLegalBasis(standing)) return 'not_in_force';
  if (standing.state === 'partly-replaced') return 'partly_replaced';
  return standing.state === 'in-force' && standing.endsOn !== null ? 'ends_later' : null;
}

/** Blocks that say they are the law in force. */
function claimsOf(node: RichNode | null): readonly RichNode[] {
  if (node === null) return [];
  const own = node.type === 'legal' && attribute(node, 'state') === 'in-force' ? [node] : [];
  return [...own, ...(node.content ?? []).flatMap(claimsOf)];
}

function attribute(node: RichNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}
