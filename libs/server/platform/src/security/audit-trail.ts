/** One act that the audit trail keeps: who, when and from where come with the request. */
export interface AuditEntry {
  /** `area.act`, like a permission: `edition.issue`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Facts by reference: ids, counts, codes; never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The person in whose place it was done. */
  readonly onBehalfOf?: string;
}

/** Append-only and chained by hash; provided by identity under `AUDIT_TRAIL`. */
export interface AuditTrail {
  /** Records an act in the ambient transaction, so that act and record stand or fall together. */
  record(entry: AuditEntry): Promise<void>;
}

/** Injection token of the `AuditTrail`. */
export const AUDIT_TRAIL = Symbol('audit-trail');
