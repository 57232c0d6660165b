import * as z from 'zod';
import { configSchema } from './config-schema.js';

interface Described {
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly secret?: boolean;
  readonly kind?: string;
}

function kindOf({ kind, enum: values, type, secret }: Described): string {
  const base = kind ?? values?.map((value) => `\`${value}\``).join(', ') ?? type ?? 'text';
  return secret === true ? `${base}, secret` : base;
}

function defaultOf({ default: value }: Described, required: boolean): string {
  if (Array.isArray(value) && value.length === 0) return 'empty';
  if (value !== undefined) return `\`${String(value)}\``;
  return required ? '**required**' : 'not set';
}

function row(name: string, field: Described, required: boolean): string {
  const cells = [
    `\`${name}\``,
    kindOf(field),
    defaultOf(field, required),
    (field.description ?? '').replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The page of every setting, in Markdown, out of the schema that checks them. */
export function configDocument(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(configSchema, {
    io: 'input',
    unrepresentable: 'any',
  });
  const needed = new Set(required);
  const rows = Object.entries(properties).map(([name, field]) =>
    row(name, field as Described, needed.has(name)),
  );
  return [
    '# Configuration',
    '',
    'Every setting is an environment variable. The programs check all of them at start and stop with a list of what is wrong. This page is made from that check (`config-docs`).',
    '',
    '| Variable | Kind | Default | Meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
