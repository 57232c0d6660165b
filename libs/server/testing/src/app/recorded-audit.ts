import { AUDIT_TRAIL, type AuditEntry, type AuditTrail } from '@cam-nang/platform';
import { Module } from '@nestjs/common';

/** Keeps what would go into the audit trail, for specs that do without identity. */
export class RecordedAudit implements AuditTrail {
  readonly entries: AuditEntry[] = [];

  record(entry: AuditEntry): Promise<void> {
    this.entries.push(entry);
    return Promise.resolve();
  }
}

const provider = { provide: AUDIT_TRAIL, useClass: RecordedAudit };

/** Stands in for identity's audit trail. */
@Module({ providers: [provider], exports: [provider] })
export class RecordedAuditModule {}
