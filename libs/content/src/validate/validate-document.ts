import { canonicalDocument } from '@cam-nang/domain';

import type { DraftDocument } from '../document/document-types.js';
import { presetSchema, type PresetName } from '../presets.js';
import { asMembers, checkNode } from './check-node.js';
import { checkStructure } from './check-structure.js';
import type { DocumentError } from './document-error.js';
import { ValidationRun } from './validation-run.js';

export type DocumentValidation =
  | { readonly ok: true; readonly document: DraftDocument }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

/**
 * Checks a document of unknown origin and brings it to its canonical form: only blocks, marks and
 * attributes of the preset, links to allowed addresses, images of stored files, text in NFC without
 * control characters, within `DOCUMENT_LIMITS`. Ids that cannot be ids are dropped; give the result
 * to `repairBlockIds`. Whatever comes in, errors come back: it never throws.
 */
export function validateDocument(input: unknown, preset: PresetName): DocumentValidation {
  const run = new ValidationRun(preset);
  if (asMembers(input)?.['type'] !== 'doc') {
    return { ok: false, errors: [{ path: '', code: 'not_a_document', params: {} }] };
  }
  const copy = checkNode(run, '', input, 0);
  if (copy !== null && run.report.isEmpty) {
    checkStructure(run.report, presetSchema(preset).nodeFromJSON(copy));
  }
  if (copy === null || !run.report.isEmpty) return { ok: false, errors: run.report.errors };
  return { ok: true, document: canonicalDocument(copy) as DraftDocument };
}
