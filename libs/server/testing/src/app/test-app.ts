import { cpSync, rmSync } from 'node:fs';
import type { EndpointDescriptor } from '@cam-nang/contracts';
import type { Abstract, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SessionCookie } from '@cam-nang/platform';
import type { FakeClock } from '@cam-nang/platform/testing';
import type { TestDatabase } from '../database/test-database.js';
import { addressOf, payloadOf, type RawRequest, type TestRequest } from './request-of.js';
import { TestResponse } from './test-response.js';
import type { TestSessions } from './test-sessions.js';

interface Parts {
  readonly nest: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: FakeClock;
  readonly sessions: TestSessions;
  readonly keepsDatabase: boolean;
  /** Files, keys and heads of the application. */
  readonly folder: string;
  readonly begun: unknown;
}

/** A running application of a spec, with its own database and a clock that stands still. */
export class TestApp {
  readonly nest: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: FakeClock;
  /** What the beginning of this application told of itself; undefined without one. */
  readonly begun: unknown;
  private readonly cookieName: string;

  constructor(private readonly parts: Parts) {
    this.nest = parts.nest;
    this.database = parts.database;
    this.clock = parts.clock;
    this.begun = parts.begun;
    this.cookieName = parts.nest.get(SessionCookie).name;
  }

  /** A provider of the application, wherever it stands. */
  get<T>(token: Type<T> | Abstract<T> | string | symbol): T {
    return this.nest.get<T>(token as Type<T>, { strict: false });
  }

  /** Sends a request that the contract allows. */
  request<E extends EndpointDescriptor>(
    endpoint: E,
    request: TestRequest<E>,
  ): Promise<TestResponse<E>> {
    return this.raw(endpoint, request as RawRequest);
  }

  /** Sends whatever one likes to an endpoint: for specs of refusals. */
  async raw<E extends EndpointDescriptor>(
    endpoint: E,
    request: RawRequest = {},
  ): Promise<TestResponse<E>> {
    const { payload, type } = await payloadOf(endpoint, request.body);
    const answer = await this.nest.inject({
      method: endpoint.method,
      url: addressOf(endpoint, request),
      headers: {
        ...(type === undefined ? {} : { 'content-type': type }),
        ...this.headersOf(request),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    return new TestResponse(endpoint, answer.statusCode, answer.headers, answer.rawPayload);
  }

  /** Stops the application, leaves its database to be cloned, and lays its files into a folder. */
  async keepAs(folder: string): Promise<void> {
    await this.nest.close();
    cpSync(this.parts.folder, folder, { recursive: true });
    rmSync(this.parts.folder, { recursive: true, force: true });
    await this.database.seal();
  }

  /** Stops the application, removes its files and drops its database. */
  async close(): Promise<void> {
    await this.nest.close();
    rmSync(this.parts.folder, { recursive: true, force: true });
    if (!this.parts.keepsDatabase) await this.database.drop();
  }

  private headersOf(request: RawRequest): Record<string, string> {
    const headers: Record<string, string> = {};
    if (request.as !== undefined) {
      const { token, csrfToken } = this.parts.sessions.of(request.as);
      headers['cookie'] = `${this.cookieName}=${token}`;
      if (request.withoutCsrf !== true) headers['x-csrf-token'] = csrfToken;
    }
    if (request.idempotencyKey !== undefined) headers['idempotency-key'] = request.idempotencyKey;
    return { ...headers, ...request.headers };
  }
}
