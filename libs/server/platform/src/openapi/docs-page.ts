import type { InventoryEntry } from '../http/endpoint-inventory.js';
import type { OpenApiDocument } from './document.js';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required: boolean;
    schema: { type?: unknown; format?: unknown; enum?: unknown };
  }[];
  readonly requestBody?: { content: Record<string, { schema: unknown }> };
  readonly responses: Record<
    string,
    { description: string; content?: Record<string, { schema: unknown; 'x-event'?: unknown }> }
  >;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Text with `code` in back-ticks. */
function prose(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function schemaBlock(title: string, schema: unknown): string {
  const text = escaped(JSON.stringify(schema, null, 2));
  return `<details><summary>${prose(title)}</summary><pre><code>${text}</code></pre></details>`;
}

function parameterRow(parameter: NonNullable<Operation['parameters']>[number]): string {
  const { type, format, enum: values } = parameter.schema;
  const kind =
    values === undefined ? [type, format].filter(Boolean).join(', ') : JSON.stringify(values);
  const needed = parameter.required ? 'required' : 'optional';
  return `<tr><td><code>${escaped(parameter.name)}</code></td><td>${parameter.in}, ${needed}</td><td>${escaped(kind)}</td></tr>`;
}

function accessText({ access }: InventoryEntry): string {
  if (access.kind === 'permission') return `Permission <code>${escaped(access.permission)}</code>`;
  return access.kind === 'public' ? 'Public' : 'Signed in';
}

function answers(operation: Operation): string {
  return Object.entries(operation.responses)
    .map(([status, { description, content }]) => {
      const [mediaType, body] = Object.entries(content ?? {})[0] ?? [];
      const isProblem = mediaType === 'application/problem+json';
      if (body === undefined || isProblem) return `<li><b>${status}</b> ${prose(description)}</li>`;
      const title = `Body, \`${mediaType ?? ''}\``;
      return `<li><b>${status}</b> ${prose(description)}${schemaBlock(title, body['x-event'] ?? body.schema)}</li>`;
    })
    .join('');
}

function section(entry: InventoryEntry, operation: Operation): string {
  const { endpoint } = entry;
  const parameters = (operation.parameters ?? []).map(parameterRow).join('');
  const bodies = Object.entries(operation.requestBody?.content ?? {})
    .map(([mediaType, { schema }]) => schemaBlock(`Request body, \`${mediaType}\``, schema))
    .join('');
  return `<section id="${escaped(endpoint.id)}">
<h3><span class="method ${endpoint.method.toLowerCase()}">${endpoint.method}</span> <code>${escaped(endpoint.path)}</code></h3>
<p>${prose(endpoint.summary)}. ${accessText(entry)}.</p>
${parameters === '' ? '' : `<table><thead><tr><th>Parameter</th><th>Where</th><th>Kind</th></tr></thead><tbody>${parameters}</tbody></table>`}
${bodies}<ul>${answers(operation)}</ul>
</section>`;
}

/** The document as a page that needs no script and no style but its own sheet. */
export function docsPage(document: OpenApiDocument, entries: readonly InventoryEntry[]): string {
  const areas = new Map<string, InventoryEntry[]>();
  for (const entry of entries) {
    const area = entry.endpoint.id.split('.')[0] ?? 'other';
    areas.set(area, [...(areas.get(area) ?? []), entry]);
  }
  const operations = new Map(
    Object.values(document.paths)
      .flatMap((path) => Object.values(path) as Operation[])
      .map((operation) => [operation.operationId, operation]),
  );
  const menu = [...areas.keys()].map((area) => `<a href="#area-${area}">${area}</a>`).join(' ');
  const parts = [...areas].map(([area, own]) => {
    const sections = own.map((entry) => {
      const operation = operations.get(entry.endpoint.id);
      return operation === undefined ? '' : section(entry, operation);
    });
    return `<h2 id="area-${area}">${area}</h2>${sections.join('\n')}`;
  });
  const { info, components } = document;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)} API</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><header><h1>${escaped(info.title)} API</h1>${info.description
    .split('\n\n')
    .map((text) => `<p>${prose(text)}</p>`)
    .join('')}
<p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p><nav aria-label="Areas">${menu}</nav></header>
<main>${parts.join('\n')}<h2 id="shared">Shared schemas</h2>${schemaBlock('Components', components)}</main></body></html>`;
}

/** The sheet of `docsPage`. */
export const DOCS_SHEET = `
:root { color-scheme: light dark; --line: #8886; --quiet: #8882; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.55 system-ui, sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); text-transform: capitalize; }
section { margin: 1.5rem 0; padding: 0 1rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
section:target { outline: 2px solid currentColor; }
h3 { font-size: 1rem; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.5rem; padding: .1rem .4rem; border-radius: .3rem; text-align: center; background: var(--quiet); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: .75rem; border-radius: .3rem; background: var(--quiet); font-size: .85rem; }
summary { cursor: pointer; min-height: 2.75rem; align-content: center; }
`;
