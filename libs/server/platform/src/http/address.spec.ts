import { describe, expect, it } from '@jest/globals';
import { overlongParameters, partsAtFault, pathOf } from './address.js';

describe('what is wrong with an address', () => {
  it('is told by its part, and never repeats it', () => {
    const faults = partsAtFault(`/api/%ZZ/ok/${'a'.repeat(201)}/%E1%BB%87?q=%ZZ`);
    expect(faults).toMatchObject([
      { path: 'url', code: 'invalid_format', params: { part: 2 } },
      { path: 'url', code: 'too_big', params: { part: 4, maximum: 200 } },
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/ZZ|aaa/);
    expect(partsAtFault('/api/things/%E1%BB%87')).toEqual([]);
  });

  it('is told by the name of the parameter where a route has it', () => {
    const params = { id: 'a'.repeat(201), code: '%E1%BB%87'.repeat(200), other: '%ZZ' };
    expect(overlongParameters(params)).toMatchObject([
      { path: 'id', code: 'too_big', params: { maximum: 200 } },
    ]);
  });

  it('is looked for in the path alone', () => {
    expect([pathOf('/a/b?c=/d'), pathOf('/a#b'), pathOf('')]).toEqual(['/a/b', '/a', '']);
  });
});
