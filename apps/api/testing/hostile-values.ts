import type { Chance } from './random.js';

/** Values that have broken other systems. */
const HOSTILE: readonly [unknown, ...unknown[]] = [
  null,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b',
  'ạ'.repeat(5_000),
  "'; drop table account; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}#set($x=1)',
  '=cmd|calc!A1',
  '../../../../etc/passwd',
  '%00%2e%2e%2f',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  '-0',
  'NaN',
  '1e309',
  '9223372036854775808',
  0,
  -1,
  1.5,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  1e300,
  true,
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: { polluted: true } },
  { constructor: { prototype: { polluted: true } } },
  { toString: 'no function' },
  { length: 1e9 },
];

/** One hostile value. */
export function hostile(chance: Chance): unknown {
  if (chance.happens(0.03)) return Array.from({ length: 3_000 }, (_, index) => index);
  return chance.pick(HOSTILE);
}
