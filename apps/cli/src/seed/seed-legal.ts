import { LoadLegalDocuments } from '@cam-nang/curriculum';
import { DomainError } from '@cam-nang/domain';
import { Database, InvalidRequest, type Actor } from '@cam-nang/platform';
import type { INestApplicationContext } from '@nestjs/common';
import type { LegalDocumentsFile } from './legal-files.js';
import type { YamlSource } from './yaml-source.js';

type Entry = LegalDocumentsFile['documents'][number];

/**
 * Enters the documents of the file into the register by the acts of its keeper, all or none. What is
 * there already is left as it is, so that loading twice is loading once.
 *
 * @throws SeedFileError naming file, line and field
 */
export async function seedLegalDocuments(
  app: Pick<INestApplicationContext, 'get'>,
  source: YamlSource<LegalDocumentsFile>,
  keeper: Actor,
): Promise<void> {
  const load = app.get(LoadLegalDocuments);
  const ids = new Map<string, string>();
  await app.get(Database).run(async () => {
    for (const [index, entry] of source.data.documents.entries()) {
      const place = ['documents', index];
      if (ids.has(entry.number)) {
        throw source.wrong([...place, 'number'], 'stands in this file twice');
      }
      const id = await placed(source, place, () => load.addOnce(keeper, factsOf(entry)));
      ids.set(entry.number, id);
      await link({ source, load, keeper, ids }, entry, [...place, 'changes']);
    }
  });
}

async function link(
  at: {
    readonly source: YamlSource<LegalDocumentsFile>;
    readonly load: LoadLegalDocuments;
    readonly keeper: Actor;
    readonly ids: ReadonlyMap<string, string>;
  },
  entry: Entry,
  place: readonly (string | number)[],
): Promise<void> {
  const byId = at.ids.get(entry.number) ?? '';
  for (const [index, { number, effect, from, scope }] of entry.changes.entries()) {
    const ofId = at.ids.get(number);
    if (ofId === undefined) {
      throw at.source.wrong([...place, index, 'number'], `${number} does not stand before it`);
    }
    await placed(at.source, [...place, index], () =>
      at.load.linkOnce(at.keeper, ofId, { byId, effect, from, scope }),
    );
  }
}

function factsOf(entry: Entry) {
  const { kind, number, issuer, title, citedAs, signed, from, until, source } = entry;
  return {
    ...{ kind, number, issuer, title, citedAs },
    signedOn: signed,
    inForceFrom: from,
    inForceTo: until,
    sourceUrl: source,
  };
}

/** Names of the fields as the file has them. */
const FIELDS: Readonly<Record<string, string>> = {
  signedOn: 'signed',
  inForceFrom: 'from',
  inForceTo: 'until',
  sourceUrl: 'source',
  byId: 'number',
};

/** What the register refuses is said of the place in the file. */
async function placed<T>(
  source: YamlSource<LegalDocumentsFile>,
  place: readonly (string | number)[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidRequest) throw wrongField(source, place, error);
    if (error instanceof DomainError) throw source.wrong(place, error.code);
    throw error;
  }
}

function wrongField(
  source: YamlSource<LegalDocumentsFile>,
  place: readonly (string | number)[],
  { errors: [first], code }: InvalidRequest,
): Error {
  if (first === undefined) return source.wrong(place, code);
  return source.wrong([...place, FIELDS[first.path] ?? first.path], first.message);
}
