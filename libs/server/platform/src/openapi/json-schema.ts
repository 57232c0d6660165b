import type { Schema } from '@cam-nang/contracts';
import * as z from 'zod';

/** A JSON Schema (draft 2020-12) as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Collects the named parts that schemas refer to, for `components.schemas`. */
export class SchemaBook {
  readonly #components = new Map<string, JsonSchema>();

  /** The named parts, in the order of their names. */
  components(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#components].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /**
   * The JSON Schema of a contract schema: `input` as a client sends it, `output` as it is answered.
   * Parts that refer to themselves become components named after `name`.
   */
  describe(schema: Schema, io: 'input' | 'output', name: string): JsonSchema {
    const { $schema: _, ...made } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      target: 'draft-2020-12',
      override: ({ jsonSchema }) => withoutNoise(jsonSchema),
    }) as Record<string, unknown>;
    const { $defs, ...root } = made;
    const text = JSON.stringify(root);
    const refersToItself =
      text.includes('"$ref":"#"') || JSON.stringify($defs ?? {}).includes('"$ref":"#"');
    for (const [part, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
      this.#components.set(`${name}.${part}`, relocate(definition, name));
    }
    if (!refersToItself) return relocate(root, name);
    this.#components.set(name, relocate(root, name));
    return { $ref: `#/components/schemas/${name}` };
  }
}

/** A format says what its long pattern says, and every integer is a safe one. */
function withoutNoise(schema: Record<string, unknown>): void {
  if (schema['format'] !== undefined) delete schema['pattern'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
}

/** Points references at the components instead of the schema's own root. */
function relocate(schema: unknown, name: string): JsonSchema {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string') return value;
    if (value === '#') return `#/components/schemas/${name}`;
    return value.replace('#/$defs/', `#/components/schemas/${name}.`);
  });
  return JSON.parse(text) as JsonSchema;
}
