import { describe, expect, it } from '@jest/globals';

import { BLOCK_ATTRIBUTES, MARK_ATTRIBUTES, MARK_ORDER } from './document/attribute-rules.js';
import { PRESET_NAMES, presetSchema } from './presets.js';

const NEUTRAL = new Set(['doc', 'text', 'hardBreak']);

describe.each(PRESET_NAMES)('the %s preset', (preset) => {
  const schema = presetSchema(preset);

  it('has blocks with exactly the attributes of the format', () => {
    for (const [name, type] of Object.entries(schema.nodes)) {
      const rules = NEUTRAL.has(name) ? [] : ['id', ...Object.keys(BLOCK_ATTRIBUTES[name] ?? {})];
      expect([name, Object.keys(type.spec.attrs ?? {}).sort()]).toEqual([name, rules.sort()]);
    }
  });

  it('has marks in the order of the format', () => {
    const names = Object.keys(schema.marks);
    expect(names).toEqual(MARK_ORDER.filter((name) => names.includes(name)));
    for (const [name, type] of Object.entries(schema.marks)) {
      expect(Object.keys(type.spec.attrs ?? {})).toEqual(Object.keys(MARK_ATTRIBUTES[name] ?? {}));
    }
  });
});

describe('the lesson preset', () => {
  const { nodes } = presetSchema('lesson');

  it('knows every block of the format', () => {
    for (const name of Object.keys(BLOCK_ATTRIBUTES)) expect(nodes[name]).toBeDefined();
  });

  it('makes a new block of every kind by itself', () => {
    for (const type of Object.values(nodes)) {
      if (type.name !== 'text') expect(type.createAndFill()).not.toBeNull();
    }
  });

  it('keeps course blocks out of each other', () => {
    const [box, warning] = [nodes['case'], nodes['warning']?.createAndFill()];
    expect(warning).toBeTruthy();
    if (warning) expect(box?.contentMatch.matchType(warning.type)).toBeFalsy();
  });
});
