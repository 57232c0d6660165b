import { configSchema, type Config } from './config-schema.js';

/** The environment does not hold what the programs need. The message lists every variable at fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  }
}

const S3_NEEDS = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** What no single variable can say: settings that need one another. */
function problemsTogether(config: Config): string[] {
  const problems: string[] = [];
  if (config.S3_ENDPOINT !== undefined) {
    for (const name of S3_NEEDS) {
      if (config[name] === undefined) problems.push(`${name}: needed with S3_ENDPOINT`);
    }
  }
  if (config.NODE_ENV === 'production' && config.SEED === 'demo') {
    problems.push('SEED: the demonstration is refused in production');
  }
  return problems;
}

/**
 * Reads the settings from an environment. Empty variables count as absent. Throws `ConfigError`
 * with all problems at once; values are never repeated in it, because some are secrets.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const problems = problemsTogether(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return parsed.data;
}

/** True when people reach the system over https, so that cookies are `Secure`. */
export function isSecure(config: Pick<Config, 'PUBLIC_URL'>): boolean {
  return config.PUBLIC_URL.startsWith('https:');
}
