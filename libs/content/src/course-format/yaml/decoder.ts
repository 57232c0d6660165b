import { isMap, isScalar, isSeq } from 'yaml';

import type { CourseErrorCode, SourcePlace } from '../errors/course-error.js';
import { placeOf, type YamlFile } from './yaml-file.js';

/** A value of a YAML file with the name that errors call it by. */
export interface YamlValue {
  readonly file: YamlFile;
  readonly node: unknown;
  /** The key that holds it, or the key of the list that it is in. */
  readonly key: string;
}

/** What a decoder gives for a value that is not as it should be; the errors say why. */
export const WRONG = Symbol('wrong');

export type Decoded<T> = T | typeof WRONG;

/** Reads a value of one shape and reports everything that is wrong with it. */
export type Decoder<T> = (value: YamlValue) => Decoded<T>;

type Shape = Readonly<Record<string, Decoder<unknown>>>;
type Output<D> = D extends Decoder<infer T> ? T : never;
type Members<R extends Shape, O extends Shape> = { readonly [K in keyof R]: Output<R[K]> } & {
  readonly [K in keyof O]?: Output<O[K]>;
};

/** A value together with the place where it stands, for checks across files. */
export interface Located<T> {
  readonly value: T;
  readonly place: SourcePlace;
}

/** Reports an error at a value. */
export function wrong(
  { file, node, key }: YamlValue,
  code: CourseErrorCode,
  params: Readonly<Record<string, string | number>> = {},
): typeof WRONG {
  file.errors.add(file.name, placeOf(file, node), code, { key, ...params });
  return WRONG;
}

/** Reads the whole file. */
export function decodeFile<T>(file: YamlFile, decoder: Decoder<T>): T | null {
  const decoded = decoder({ file, node: file.root, key: file.name });
  return decoded === WRONG ? null : decoded;
}

/** Named values: all of `required`, any of `optional`, nothing else. */
export function record<R extends Shape, O extends Shape = Record<never, never>>(
  required: R,
  optional?: O,
): Decoder<Members<R, O>> {
  return (value) => {
    if (!isMap(value.node)) return wrong(value, 'value_not_map');
    const result: Record<string, unknown> = {};
    const seen = new Set<string>();
    let isWrong = false;
    for (const { key: keyNode, value: node } of value.node.items) {
      const key = isScalar(keyNode) ? String(keyNode.value) : '';
      const decoder = ownDecoder(required, key) ?? ownDecoder(optional, key) ?? unknownKey(keyNode);
      const member = decoder({ file: value.file, node: node ?? keyNode, key });
      seen.add(key);
      if (member === WRONG) isWrong = true;
      else result[key] = member;
    }
    for (const key of Object.keys(required).filter((name) => !seen.has(name))) {
      wrong({ ...value, key }, 'key_missing');
      isWrong = true;
    }
    return isWrong ? WRONG : (result as Members<R, O>);
  };
}

function unknownKey(node: unknown): Decoder<unknown> {
  return ({ file, key }) => wrong({ file, node, key }, 'key_unknown');
}

function ownDecoder(shape: Shape | undefined, key: string): Decoder<unknown> | undefined {
  return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

/** A list of at least `min` entries of one shape. */
export function list<T>(entry: Decoder<T>, min = 0): Decoder<readonly T[]> {
  return (value) => {
    const { file, node, key } = value;
    if (!isSeq(node)) return wrong(value, 'value_not_list');
    if (node.items.length < min) return wrong(value, 'list_too_short', { min });
    const entries = node.items.map((item) => entry({ file, node: item, key }));
    return entries.includes(WRONG) ? WRONG : (entries as readonly T[]);
  };
}

/** The value with its place. */
export function located<T>(decoder: Decoder<T>): Decoder<Located<T>> {
  return (value) => {
    const decoded = decoder(value);
    return decoded === WRONG ? WRONG : { value: decoded, place: placeOf(value.file, value.node) };
  };
}

/** The value, or null where the file says null. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value) => (scalarOf(value) === null ? null : decoder(value));
}

/** What one member says, without judging the rest; undefined when it is not there. */
export function peek(value: YamlValue, key: string): unknown {
  return isMap(value.node) ? value.node.get(key) : undefined;
}

/** The plain value of a scalar; undefined for lists and maps. */
export function scalarOf({ node }: YamlValue): unknown {
  return isScalar(node) ? node.value : undefined;
}
