import type { WireDocument } from '@cam-nang/contracts';
import type { RichNode } from '@cam-nang/domain';

/** A stored document as it goes over the wire; it was validated when it was saved. */
export function wireDocument(document: RichNode): WireDocument;
export function wireDocument(document: RichNode | null): WireDocument | null;
export function wireDocument(document: RichNode | null): WireDocument | null {
  if (document === null) return null;
  return { type: 'doc', ...(document.content && { content: document.content }) };
}
