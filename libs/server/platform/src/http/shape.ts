import type { EndpointDescriptor, Schema } from '@cam-nang/contracts';
import type { Log } from '../logging/log.js';
import { fieldsOf } from './invalid-request.js';

/** The answer does not hold its contract. */
export class AnswerMismatch extends Error {
  override readonly name = 'AnswerMismatch';
}

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
}

function defOf(schema: Schema): Def {
  return schema._zod.def as unknown as Def;
}

function pruneObject(shape: Readonly<Record<string, Schema>>, value: object): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const schema = shape[name];
      return schema === undefined ? [] : [[name, prune(schema, item)]];
    }),
  );
}

function pruneUnion(options: readonly Schema[], value: unknown): unknown {
  const option = options.find((schema) => schema.safeParse(value).success);
  return option === undefined ? null : prune(option, value);
}

/**
 * Leaves of a value only what the schema declares, without judging it. For an answer that broke its
 * contract in production: the client gets what is there, but never a field that nobody declared.
 */
export function prune(schema: Schema, value: unknown): unknown {
  const def = defOf(schema);
  if (def.innerType !== undefined) return prune(def.innerType, value);
  if (def.options !== undefined) return pruneUnion(def.options, value);
  if (typeof value !== 'object' || value === null) return value;
  if (def.shape !== undefined) return pruneObject(def.shape, value);
  if (Array.isArray(value)) {
    const { element } = def;
    return element === undefined ? [] : value.map((item: unknown) => prune(element, item));
  }
  const { valueType } = def;
  if (valueType === undefined) return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, prune(valueType, item)]),
  );
}

/**
 * The answer as the contract declares it; fields it does not declare are dropped. A mismatch is
 * logged; it throws when `strict`, else what is declared is sent.
 */
export function shape(
  endpoint: EndpointDescriptor,
  schema: Schema,
  value: unknown,
  options: { readonly strict: boolean; readonly log: Log },
): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = fieldsOf(parsed.error.issues);
  options.log.error({ endpoint: endpoint.id, fields }, 'the answer breaks its contract');
  if (options.strict) {
    const paths = fields.map((field) => `${field.path}: ${field.message}`).join('; ');
    throw new AnswerMismatch(`The answer of ${endpoint.id} breaks its contract: ${paths}`);
  }
  return prune(schema, value);
}
