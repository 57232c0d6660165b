import type { Chance } from './random.js';

/** As much of JSON Schema as contracts turn into. */
export interface SampleSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly [unknown, ...unknown[]];
  readonly anyOf?: readonly [SampleSchema, ...SampleSchema[]];
  readonly oneOf?: readonly [SampleSchema, ...SampleSchema[]];
  readonly allOf?: readonly SampleSchema[];
  readonly properties?: Readonly<Record<string, SampleSchema>>;
  readonly required?: readonly string[];
  readonly items?: SampleSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SampleSchema>>;
  readonly additionalProperties?: SampleSchema | boolean;
}

const DEEPEST = 8;

function uuid(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => chance.below(16).toString(16));
  hex[12] = '7';
  hex[16] = '8';
  const text = hex.join('');
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}

/** Makes values that mostly hold a JSON Schema. */
export class Sampler {
  /** @param known ids of things that exist, to be used for half of the identifiers */
  constructor(
    private readonly chance: Chance,
    private readonly root: SampleSchema,
    private readonly known: readonly string[] = [],
  ) {}

  sample(schema: SampleSchema = this.root, depth = 0): unknown {
    if (depth > DEEPEST) return null;
    if ('const' in schema) return schema.const;
    if (schema.enum !== undefined) return this.chance.pick(schema.enum);
    const other = this.standsFor(schema);
    return other === undefined ? this.byType(schema, depth) : this.sample(other, depth + 1);
  }

  /** The schema that one of several, or a reference, stands for. */
  private standsFor(schema: SampleSchema): SampleSchema | undefined {
    const options = schema.anyOf ?? schema.oneOf;
    if (options !== undefined) return this.chance.pick(options);
    if (schema.$ref !== undefined) return this.referred(schema.$ref);
    return schema.allOf?.[0];
  }

  private referred(reference: string): SampleSchema {
    if (reference === '#') return this.root;
    return this.root.$defs?.[reference.replace('#/$defs/', '')] ?? {};
  }

  private byType(schema: SampleSchema, depth: number): unknown {
    switch (schema.type) {
      case 'string':
        return this.text(schema);
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'boolean':
        return this.chance.happens(0.5);
      case 'array':
        return this.list(schema, depth);
      case 'object':
        return this.object(schema, depth);
      default:
        return null;
    }
  }

  private text({ format, minLength = 0, maxLength = 40, pattern }: SampleSchema): string {
    if (format === 'uuid') return this.identifier();
    if (format === 'date') return '2026-03-02';
    if (format === 'date-time') return '2026-03-02T02:00:00Z';
    if (pattern?.includes('[0-9a-f]{64}') === true) return 'a'.repeat(64);
    const length = Math.min(maxLength, Math.max(minLength, this.chance.below(20)));
    return Array.from({ length }, () => this.chance.pick(['a', 'Đ', 'ế', ' ', '1', '-', 'x'])).join(
      '',
    );
  }

  private identifier(): string {
    const known = this.known[this.chance.below(this.known.length * 2)];
    return known ?? uuid(this.chance);
  }

  private number({ minimum = -5, maximum = 1_000, type }: SampleSchema): number {
    const value = minimum + this.chance.next() * (Math.min(maximum, minimum + 1_000) - minimum);
    return type === 'integer' ? Math.round(value) : value;
  }

  private list({ items = {}, minItems = 0, maxItems = 4 }: SampleSchema, depth: number): unknown[] {
    const length = Math.min(maxItems, Math.max(minItems, this.chance.below(4)));
    return Array.from({ length }, () => this.sample(items, depth + 1));
  }

  private object({ properties = {}, required = [] }: SampleSchema, depth: number): object {
    return Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => required.includes(name) || this.chance.happens(0.6))
        .map(([name, schema]) => [name, this.sample(schema, depth + 1)]),
    );
  }
}
