import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApp, type TestApp } from '@cam-nang/testing';
import { defineEndpoint, type Schema } from '@cam-nang/contracts';
import * as z from 'zod/mini';
import { SpecModule } from '../http/endpoints-for-specs.js';
import { openApiDocument, type OpenApiDocument } from './document.js';

let app: TestApp;
let document: OpenApiDocument;

beforeAll(async () => {
  app = await buildApp({ modules: [SpecModule] });
  document = (await app.nest.inject({ url: '/api/openapi.json' })).json();
});
afterAll(() => app.close());

describe('the OpenAPI document', () => {
  it('describes parameters, body, answer, permission and errors of an endpoint', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/spec/things/{id}']?.['post']).toMatchObject({
      operationId: 'spec.echo',
      'x-permission': 'cohort.open',
      security: [{ session: [], csrf: [] }],
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        { name: 'page', in: 'query', required: false },
      ],
      requestBody: {
        content: { 'application/json': { schema: { properties: { name: { type: 'string' } } } } },
      },
      responses: {
        201: {
          content: { 'application/json': { schema: { required: ['id', 'page', 'name', 'by'] } } },
        },
        401: { description: '`session.required`' },
        403: { description: '`permission.denied`, `request.csrf`' },
      },
    });
  });

  it('describes files, uploads and streams', () => {
    const { paths } = document;
    expect(paths['/api/spec/file']?.['get']).toMatchObject({
      responses: { 200: { content: { 'application/pdf': { schema: { format: 'binary' } } } } },
    });
    expect(paths['/api/spec/upload']?.['post']).toMatchObject({
      requestBody: {
        content: { 'multipart/form-data': { schema: { required: ['title', 'file'] } } },
      },
    });
    expect(paths['/api/spec/events']?.['get']).toMatchObject({
      responses: { 200: { content: { 'text/event-stream': { 'x-event': { required: ['n'] } } } } },
    });
  });

  it('resolves every reference, also of schemas that hold themselves', () => {
    const tree: Schema = z.object({
      name: z.string(),
      get children() {
        return z.array(tree);
      },
    });
    const endpoint = defineEndpoint({
      id: 'spec.tree',
      method: 'GET',
      path: '/api/spec/tree',
      summary: 'A tree',
      response: z.object({ root: tree }),
    });
    const own = openApiDocument([{ endpoint, access: { kind: 'public' }, handler: 'x' }]);
    const text = JSON.stringify(own);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    const { schemas } = own.components as { schemas: object };
    expect(references.length).toBeGreaterThan(1);
    for (const [, name] of references) expect(Object.keys(schemas)).toContain(name);
    expect(text).not.toMatch(/"#"|\$defs/);
  });
});

describe('the page of the document', () => {
  it('shows every endpoint without inline script or style', async () => {
    const { body, headers } = await app.nest.inject({ url: '/api/docs' });
    expect(headers['content-type']).toMatch('text/html');
    expect(body).toContain('<code>/api/spec/things/:id</code>');
    expect(body).toContain('Permission <code>cohort.open</code>');
    expect(body).not.toMatch(/<script|<style|\sstyle="|\son\w+="/);
    const sheet = await app.nest.inject({ url: '/api/docs.css' });
    expect(sheet.headers['content-type']).toMatch('text/css');
  });
});
