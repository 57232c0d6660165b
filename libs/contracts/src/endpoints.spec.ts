import { describe, expect, it } from '@jest/globals';
import { endpoints } from './endpoints.js';
import { errorStatus } from './error-codes.js';

describe('endpoints', () => {
  it('have unique ids and unique routes', () => {
    const ids = endpoints.map((endpoint) => endpoint.id);
    const routes = endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(routes).size).toBe(routes.length);
    expect(endpoints.length).toBeGreaterThan(70);
  });

  it('name only error codes of the closed list', () => {
    const unknown = endpoints.flatMap((endpoint) =>
      (endpoint.errors ?? []).filter((code) => !(code in errorStatus)),
    );
    expect(unknown).toEqual([]);
  });

  it('declare every parameter of their path and no other', () => {
    for (const endpoint of endpoints) {
      const named = [...endpoint.path.matchAll(/:([a-zA-Z0-9]+)/g)].map((match) => match[1]).sort();
      const shape = endpoint.params
        ? Object.keys(endpoint.params._zod.def['shape' as keyof object] ?? {}).sort()
        : [];
      expect({ id: endpoint.id, names: shape }).toEqual({ id: endpoint.id, names: named });
    }
  });
});
