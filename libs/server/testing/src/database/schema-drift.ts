import { SnakeNaming, type Entity } from '@cam-nang/platform/jobs';
import { DataSource } from 'typeorm';

/** What the schema builder would change is drift only where it touches columns; the rest is the migrations' own. */
const TOUCHES_COLUMNS =
  /^(CREATE TABLE|DROP TABLE|ALTER TABLE .* (ADD "|DROP COLUMN|RENAME COLUMN|ALTER COLUMN "\w+" (TYPE|SET NOT NULL|DROP NOT NULL)))/;

/**
 * The statements that would be needed to make the migrated schema what the entities say, as far as
 * columns go. Empty when they agree.
 */
export async function schemaDrift(
  ownerUrl: string,
  entities: readonly Entity[],
): Promise<string[]> {
  const source = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    entities: [...entities],
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
  }).initialize();
  try {
    const wanted = await source.driver.createSchemaBuilder().log();
    return wanted.upQueries
      .map(({ query }) => query)
      .filter((query) => TOUCHES_COLUMNS.test(query));
  } finally {
    await source.destroy();
  }
}
