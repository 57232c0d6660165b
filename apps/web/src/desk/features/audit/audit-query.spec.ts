import { describe, expect, it } from '@jest/globals';
import { readAuditQuery, typedDay } from './audit-query.js';

describe('the address of the audit trail', () => {
  it('keeps what makes sense and leaves out the rest', () => {
    expect(
      readAuditQuery({ area: 'award', from: '2026-11-01', to: '01/11', actor: 'mai' }),
    ).toEqual({
      ...{ area: 'award', from: '2026-11-01', to: undefined, actor: 'mai' },
      ...{ kind: undefined, id: undefined, after: undefined },
    });
    expect(readAuditQuery({ area: 'nonsense', from: '2026-13-40' })).toMatchObject({
      area: undefined,
      from: undefined,
    });
  });

  it('takes typed days', () => {
    expect(typedDay('28/11/2026')).toBe('2026-11-28');
    expect(typedDay(' ')).toBeUndefined();
    expect(typedDay('31/02/2026')).toBeNull();
  });
});
