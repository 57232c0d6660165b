import {
  binary,
  defineEndpoint,
  eventStream,
  fields,
  multipart,
  type InputOf,
} from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Controller, Module } from '@nestjs/common';
import * as z from 'zod/mini';
import { Database } from '../database/database.js';
import { RequestContext } from '../request-context/request-context.js';
import { LimitByAddress, Public, RequirePermission, SignedIn } from '../security/access.js';
import type { Actor } from '../security/actor.js';
import { answer } from './answer.js';
import { Endpoint, FormPost } from './endpoint-decorator.js';
import { CurrentActor } from './exchange.js';
import { Input } from './input.js';

/** Endpoints of every kind, for the specs of the HTTP layer. */
export const contract = {
  echo: defineEndpoint({
    id: 'spec.echo',
    method: 'POST',
    path: '/api/spec/things/:id',
    summary: 'Echoes',
    params: z.object({ id: fields.id }),
    query: z.object({ page: z._default(z.coerce.number().check(z.int(), z.gte(1)), 1) }),
    body: z.object({ name: fields.text({ max: 10 }) }),
    response: z.object({ id: z.string(), page: z.number(), name: z.string(), by: z.string() }),
    status: 201,
  }),
  hits: defineEndpoint({
    id: 'spec.hit',
    method: 'POST',
    path: '/api/spec/hits',
    summary: 'Counts a hit',
    body: z.object({ bucket: z.string(), fail: z.optional(z.boolean()) }),
    response: z.object({ hits: z.number() }),
  }),
  repeatable: defineEndpoint({
    id: 'spec.repeatable',
    method: 'PUT',
    path: '/api/spec/repeatable',
    summary: 'Counts a hit, and keeps no key',
    repeatable: true,
    body: z.object({ bucket: z.string() }),
    response: z.object({ hits: z.number() }),
  }),
  broken: defineEndpoint({
    id: 'spec.broken',
    method: 'GET',
    path: '/api/spec/broken',
    summary: 'Breaks in many ways',
    query: z.object({ how: z.string() }),
    response: z.object({ fine: z.boolean() }),
  }),
  tagged: defineEndpoint({
    id: 'spec.tagged',
    method: 'GET',
    path: '/api/spec/tagged',
    summary: 'Has an entity tag',
    response: z.object({ text: z.string() }),
  }),
  file: defineEndpoint({
    id: 'spec.file',
    method: 'GET',
    path: '/api/spec/file',
    summary: 'A file',
    response: binary('application/pdf'),
  }),
  upload: defineEndpoint({
    id: 'spec.upload',
    method: 'POST',
    path: '/api/spec/upload',
    summary: 'Takes an image',
    body: multipart(z.object({ title: z.string() }), { maxBytes: 1_000, accepts: ['image/png'] }),
    response: z.object({ title: z.string(), name: z.string(), type: z.string(), size: z.number() }),
  }),
  events: defineEndpoint({
    id: 'spec.events',
    method: 'GET',
    path: '/api/spec/events',
    summary: 'Counts',
    response: eventStream(z.object({ n: z.number() })),
  }),
  limited: defineEndpoint({
    id: 'spec.limited',
    method: 'GET',
    path: '/api/spec/limited',
    summary: 'Only so often',
    response: z.object({ fine: z.boolean() }),
  }),
  form: defineEndpoint({
    id: 'spec.form',
    method: 'POST',
    path: '/spec/form',
    summary: 'A plain form',
    body: z.object({ name: z.string() }),
    response: binary('text/html; charset=utf-8'),
  }),
};

const failures: Record<string, () => unknown> = {
  domain: () => {
    throw new DomainError('cohort.full', { seats: 30 });
  },
  unknown: () => {
    throw new Error('secret inner words');
  },
  unlisted: () => {
    throw new DomainError('not.in_the_list');
  },
  mismatch: () => ({ fine: 'not a boolean' }),
  extra: () => ({ fine: true, secret: 'never sent' }),
};

@Controller()
class SpecController {
  constructor(private readonly database: Database) {}

  @Endpoint(contract.echo)
  @RequirePermission('cohort.open')
  echo(
    @Input() { params, query, body }: InputOf<typeof contract.echo>,
    @CurrentActor() actor: Actor,
  ) {
    return { id: params.id, page: query.page, name: body.name, by: actor.accountId };
  }

  @Endpoint(contract.hits)
  @SignedIn()
  hits(@Input() { body }: InputOf<typeof contract.hits>) {
    return this.hit(body.bucket, body.fail);
  }

  @Endpoint(contract.repeatable)
  @SignedIn()
  repeatable(@Input() { body }: InputOf<typeof contract.repeatable>) {
    return this.hit(body.bucket);
  }

  private async hit(bucket: string, fail = false): Promise<{ hits: number }> {
    await this.database.query(
      `insert into rate_window values ($1, '2026-01-01', 1)
       on conflict (bucket, window_start) do update set hits = rate_window.hits + 1`,
      [bucket],
    );
    if (fail) throw new DomainError('cohort.full');
    const rows = await this.database.query<{ hits: number }>(
      'select hits from rate_window where bucket = $1',
      [bucket],
    );
    return { hits: rows[0]?.hits ?? 0 };
  }

  @Endpoint(contract.broken)
  @Public()
  broken(@Input() { query }: InputOf<typeof contract.broken>) {
    return (failures[query.how]?.() ?? { fine: true }) as { fine: boolean };
  }

  @Endpoint(contract.tagged)
  @Public()
  tagged() {
    return answer({ text: 'x' }, { etag: 'v1', cacheControl: 'private, max-age=60' });
  }

  @Endpoint(contract.file)
  @Public()
  file() {
    return { content: Buffer.from('%PDF-1.7'), fileName: 'Chứng chỉ "A".pdf' };
  }

  @Endpoint(contract.upload)
  @SignedIn()
  upload(@Input() { body }: InputOf<typeof contract.upload>) {
    const { file } = body;
    const { name, mediaType: type } = file;
    return { title: body.fields.title, name, type, size: file.bytes.length };
  }

  @Endpoint(contract.events)
  @Public()
  async *events() {
    for (let n = 1; n <= 3; n += 1) yield await Promise.resolve({ n, secret: 'never sent' });
  }

  @Endpoint(contract.limited)
  @LimitByAddress({ limit: 2, windowSeconds: 60 })
  @Public()
  limited() {
    return { fine: true };
  }

  @Endpoint(contract.form)
  @FormPost()
  @Public()
  form(@Input() { body }: InputOf<typeof contract.form>) {
    return `<p>${body.name} ${RequestContext.correlationId() ?? 'lost'}</p>`;
  }
}

@Module({ controllers: [SpecController] })
export class SpecModule {}
