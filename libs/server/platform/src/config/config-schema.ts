import * as z from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);
const secret = z.string().min(1).meta({ secret: true });

/** Text of the environment that lists things: `a, b` → `['a', 'b']`. */
const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .meta({ kind: 'comma-separated list' });

/**
 * Every environment variable the programs know, with its meaning and default. `docs/configuration.md`
 * is generated from this schema, and the programs refuse to start when it does not hold.
 */
export const configSchema = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .describe('Mode of the program. Production refuses demonstration accounts and missing keys.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least level of the JSON log lines on standard output.'),

  HOST: z.string().min(1).default('127.0.0.1').describe('Address the api listens on.'),
  PORT: port.default(3000).describe('Port the api listens on; 0 takes a free one.'),
  INTERNAL_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address of the internal port. Never reachable from outside.'),
  INTERNAL_PORT: port
    .optional()
    .describe('Port of `/metrics` and the details of health. Without it they are not served.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://127.0.0.1:3000')
    .describe(
      'Address under which people reach the system: the base of every absolute link. The Host header is never used. With https, cookies are `Secure` and `__Host-`.',
    ),
  TRUST_PROXY: list
    .default([])
    .describe('Addresses or networks (CIDR) of the proxies whose `X-Forwarded-For` is believed.'),
  WEB_ROOT: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of the built web. Without it the api serves no pages of the web.'),
  BODY_LIMIT_BYTES: count
    .default(256 * 1024)
    .describe('Largest request body of a route that declares no other limit.'),
  SESSION_CACHE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(5_000)
    .default(5_000)
    .describe('How long a session look-up may be reused, in ms. Ending a session is told at once.'),
  SHUTDOWN_GRACE_MS: count
    .default(10_000)
    .describe('Time a program takes at most to finish its work after SIGTERM, in ms.'),

  DATABASE_URL: secret.describe('PostgreSQL, as the application role.'),
  DATABASE_OWNER_URL: secret
    .optional()
    .describe('PostgreSQL, as the owner role: only for migrations.'),
  DATABASE_POOL: count.default(10).describe('Connections of one program to PostgreSQL.'),
  DATABASE_CONNECT_TIMEOUT_MS: count
    .default(10_000)
    .describe('Longest wait for a connection to PostgreSQL, in ms.'),
  DATABASE_STATEMENT_TIMEOUT_MS: count
    .default(30_000)
    .describe('Longest time of one statement, in ms.'),

  REDIS_URL: secret
    .optional()
    .describe('Redis for the job queue. Without it the queue lives in PostgreSQL.'),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('cam-nang')
    .describe('Prefix of the queue names, when several installations share one Redis.'),
  WORKER_CONCURRENCY: count.default(4).describe('Jobs one worker runs at the same time.'),

  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Issuer of single sign-on (OpenID Connect). With it and OIDC_CLIENT_ID the sign-in page has a button for it; https only in production.',
    ),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('Name of this system at the issuer.'),
  OIDC_CLIENT_SECRET: secret.optional().describe('Secret of this system at the issuer.'),
  OIDC_NAME: z
    .string()
    .min(1)
    .default('OpenID')
    .describe(
      'What the button calls the issuer, for example the name of the civil servants’ portal.',
    ),
  OIDC_USERNAME_CLAIM: z
    .string()
    .min(1)
    .default('preferred_username')
    .describe('Claim that holds the user name of an account at the first sign-in by the issuer.'),

  STORAGE_DIR: z
    .string()
    .min(1)
    .default('.data/files')
    .describe('Folder of stored files, when no object store is set.'),
  S3_ENDPOINT: z
    .url()
    .optional()
    .describe('Address of an S3-compatible object store; used instead of STORAGE_DIR.'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the object store.'),
  S3_BUCKET: z.string().min(1).optional().describe('Bucket of the object store.'),
  S3_ACCESS_KEY_ID: secret.optional().describe('Access key of the object store.'),
  S3_SECRET_ACCESS_KEY: secret.optional().describe('Secret key of the object store.'),

  SECRETS_DIR: z
    .string()
    .min(1)
    .default('.data/secrets')
    .describe(
      'Folder of key files (0600). Made at first start, except in production. `KEY_<NAME>` in the environment (`id:base64`, several separated by commas, the last in use) comes before it.',
    ),
  HEADS_DIR: z
    .string()
    .min(1)
    .default('.data/heads')
    .describe('Folder where the heads of the register and curriculum trees are published.'),
  SEED: z
    .enum(['demo', 'none'])
    .optional()
    .describe('`demo` loads the demonstration into an empty database, `none` leaves it empty.'),
});

/** The settings of a program after validation. */
export type Config = z.output<typeof configSchema>;
