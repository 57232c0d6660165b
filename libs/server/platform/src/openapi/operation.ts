import { errorStatus, type EndpointDescriptor, type ErrorCode } from '@cam-nang/contracts';
import { isBinary, isEventStream, isMultipart, jsonSchema } from '../http/body-kinds.js';
import type { InventoryEntry } from '../http/endpoint-inventory.js';
import type { JsonSchema, SchemaBook } from './json-schema.js';

/** Codes that any endpoint may answer with. */
const GENERAL: readonly ErrorCode[] = [
  'request.invalid',
  'server.unexpected',
  'server.unavailable',
];

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

function parametersOf(endpoint: EndpointDescriptor, book: SchemaBook): object[] {
  const kinds = [
    { place: 'path', schema: endpoint.params },
    { place: 'query', schema: endpoint.query },
  ] as const;
  return kinds.flatMap(({ place, schema }) => {
    if (schema === undefined) return [];
    const described = book.describe(schema, 'input', `${endpoint.id}.${place}`) as ObjectSchema;
    return Object.entries(described.properties ?? {}).map(([name, own]) => ({
      name,
      in: place,
      required: place === 'path' || (described.required ?? []).includes(name),
      schema: own,
    }));
  });
}

function requestBodyOf(endpoint: EndpointDescriptor, book: SchemaBook): object | undefined {
  const { body, id } = endpoint;
  if (isMultipart(body)) {
    const fields = book.describe(body.fields, 'input', `${id}.fields`) as ObjectSchema;
    const file = { type: 'string', format: 'binary', maxLength: body.maxBytes };
    const schema = {
      type: 'object',
      properties: { ...fields.properties, file },
      required: [...(fields.required ?? []), 'file'],
    };
    const encoding = { file: { contentType: body.accepts.join(', ') } };
    return { required: true, content: { 'multipart/form-data': { schema, encoding } } };
  }
  const schema = jsonSchema(body);
  if (schema === undefined) return undefined;
  const described = book.describe(schema, 'input', `${id}.body`);
  return { required: true, content: { 'application/json': { schema: described } } };
}

function successOf({ response, id, summary }: EndpointDescriptor, book: SchemaBook): object {
  const description = summary;
  if (isBinary(response)) {
    const schema = { type: 'string', format: 'binary' };
    return { description, content: { [response.mediaType]: { schema } } };
  }
  if (isEventStream(response)) {
    const event = book.describe(response.schema, 'output', `${id}.event`);
    const schema = { type: 'string', description: 'Each `data:` line is one JSON value.' };
    return { description, content: { 'text/event-stream': { schema, 'x-event': event } } };
  }
  const schema = jsonSchema(response);
  if (schema === undefined) return { description };
  const described = book.describe(schema, 'output', `${id}.response`);
  return { description, content: { 'application/json': { schema: described } } };
}

function codesOf({ endpoint, access }: InventoryEntry): readonly ErrorCode[] {
  const own = (endpoint.errors ?? []).filter((code): code is ErrorCode => code in errorStatus);
  const unsafe: ErrorCode[] =
    endpoint.method === 'GET' ? [] : ['request.csrf', 'request.unsupported_media_type'];
  const signedIn: ErrorCode[] = access.kind === 'public' ? [] : ['session.required'];
  const permitted: ErrorCode[] = access.kind === 'permission' ? ['permission.denied'] : [];
  const params: ErrorCode[] = endpoint.params === undefined ? [] : ['resource.not_found'];
  return [...new Set([...own, ...params, ...permitted, ...signedIn, ...unsafe, ...GENERAL])];
}

function failuresOf(entry: InventoryEntry): Record<string, object> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(entry)) {
    const status = errorStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        String(status),
        { description: codes.map((code) => `\`${code}\``).join(', '), content },
      ]),
  );
}

function securityOf({ access, endpoint }: InventoryEntry): object {
  if (access.kind === 'public') return { security: [] };
  const csrf = endpoint.method === 'GET' ? {} : { csrf: [] };
  return { security: [{ session: [], ...csrf }] };
}

/** One operation of the OpenAPI document. */
export function operationOf(entry: InventoryEntry, book: SchemaBook): object {
  const { endpoint, access } = entry;
  const parameters = parametersOf(endpoint, book);
  const requestBody = requestBodyOf(endpoint, book);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.id.split('.')[0] ?? 'other'],
    ...(access.kind === 'permission' ? { 'x-permission': access.permission } : {}),
    'x-access': access.kind,
    ...securityOf(entry),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: {
      [String(endpoint.status ?? 200)]: successOf(endpoint, book),
      ...failuresOf(entry),
    },
  };
}
