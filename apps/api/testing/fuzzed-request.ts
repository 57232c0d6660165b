import type { EndpointDescriptor, Schema } from '@cam-nang/contracts';
import type { RawRequest } from '@cam-nang/testing';
import * as z from 'zod';
import { hostile } from './hostile-values.js';
import type { Chance } from './random.js';
import { Sampler, type SampleSchema } from './sample.js';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What requests are made of: chance, and the ids of things that exist. */
export interface World {
  readonly chance: Chance;
  readonly known: readonly string[];
}

function sampled(world: World, schema: Schema | undefined): unknown {
  if (schema === undefined) return undefined;
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return new Sampler(world.chance, described as unknown as SampleSchema, world.known).sample();
}

/** Puts hostile values in place of some parts, as deep as they lie. */
function spoiled(chance: Chance, value: unknown, probability: number): unknown {
  if (chance.happens(probability)) return hostile(chance);
  if (Array.isArray(value)) return value.map((item: unknown) => spoiled(chance, item, probability));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    spoiled(chance, item, probability),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function bytesOf(chance: Chance): Uint8Array<ArrayBuffer> {
  const head: number[] = chance.pick([PNG, [0x50, 0x4b, 0x03, 0x04], [0x25, 0x50, 0x44, 0x46], []]);
  const tail = Array.from({ length: chance.below(400) }, () => chance.below(256));
  return Uint8Array.from([...head, ...tail]);
}

function bodyOf(world: World, endpoint: EndpointDescriptor, probability: number): unknown {
  const { chance } = world;
  const { body } = endpoint;
  if (body === undefined) return chance.happens(0.2) ? hostile(chance) : undefined;
  if ('kind' in body) {
    const fields = spoiled(chance, sampled(world, body.fields), probability);
    const named = typeof fields === 'object' && fields !== null ? fields : {};
    return { fields: named, file: new File([bytesOf(chance)], 'tệp\u0000../x.png') };
  }
  return spoiled(chance, sampled(world, body), probability);
}

/** What a header may carry of a hostile value. */
function keyOf(chance: Chance): string {
  const text = JSON.stringify(hostile(chance)).replace(/[^\x20-\x7e]/g, '');
  return text.slice(0, chance.below(150));
}

/** A request to the endpoint that is right, nearly right or nonsense, by chance. */
export function fuzzedRequest(world: World, endpoint: EndpointDescriptor): RawRequest {
  const { chance } = world;
  const probability = chance.pick([0, 0, 0.05, 0.2, 0.6]);
  return {
    params: spoiled(chance, sampled(world, endpoint.params), probability),
    query: spoiled(chance, sampled(world, endpoint.query), probability),
    body: bodyOf(world, endpoint, probability),
    ...(chance.happens(0.1) ? { idempotencyKey: keyOf(chance) } : {}),
    ...(chance.happens(0.05) ? { headers: { 'content-type': 'text/html' } } : {}),
  };
}
