import { canonicalJson, hanoiDate } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import {
  editionEventHash,
  EditionEventStore,
  type EditionEventRow,
} from '../persistence/edition-event-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { IntegrityStore } from '../persistence/integrity-store.js';
import { LineStore } from '../persistence/line-store.js';
import { VersionStore } from '../persistence/version-store.js';
import { curriculumVersion, labelsOf } from '../policies/curriculum-version.js';
import { manifestOf } from '../queries/edition-dossier.query.js';
import { NO_LINK } from './commit-chain.js';
import { finding, type Finding } from './finding.js';

/** Checks the chain of events, and every edition against what the chain says of it. */
@Injectable()
export class VerifyEditions {
  constructor(
    private readonly store: IntegrityStore,
    private readonly editions: EditionStore,
    private readonly events: EditionEventStore,
    private readonly lines: LineStore,
    private readonly versions: VersionStore,
  ) {}

  async *findings(): AsyncGenerator<Finding> {
    const chain = await this.events.all();
    yield* chainFindings(chain);
    const rows = await this.editions.ofCurricula(await this.store.curriculaWithEditions());
    for (const row of rows) {
      yield* eventFindings(
        row,
        chain.filter(({ editionId }) => editionId === row.id),
      );
      yield* this.contentFindings(row);
    }
  }

  private async *contentFindings(row: EditionRow): AsyncGenerator<Finding> {
    const commit = await this.lines.place(row.commitId);
    if (commit?.manifestHash !== row.manifestHash) {
      yield finding('edition', nameOf(row), 'its manifest is not that of its commit');
    }
    const version = curriculumVersion(await this.versions.asOf(row.lineId, row.seq));
    if (manifestOf(version) !== row.manifestHash) {
      yield finding('edition', nameOf(row), 'its manifest is not of what it holds');
    }
    if (row.recordOnly) return;
    const labels = [...labelsOf(version)].sort();
    const frozen = [...(await this.editions.labels(row.id))].sort();
    if (canonicalJson(labels) !== canonicalJson(frozen)) {
      yield finding('edition', nameOf(row), 'its numbering is not that of its tree');
    }
  }
}

function nameOf({ id, major, minor }: EditionRow): string {
  return `${major}.${minor} (${id})`;
}

function* chainFindings(chain: readonly EditionEventRow[]): Generator<Finding> {
  let [seq, previous] = [0, NO_LINK];
  for (const row of chain) {
    const which = `${row.seq} (${row.event})`;
    if (row.seq !== seq + 1) yield finding('edition event', which, `it does not follow ${seq}`);
    if (row.prevHash !== previous) {
      yield finding('edition event', which, 'it does not hold the hash of the one before');
    }
    if (editionEventHash(row.seq, row.prevHash, row) !== row.hash) {
      yield finding('edition event', which, 'what it says does not have its hash');
    }
    [seq, previous] = [row.seq, row.hash];
  }
}

/** An edition is what its events made it: state, number, decision, both ranges and withdrawal. */
function* eventFindings(row: EditionRow, events: readonly EditionEventRow[]): Generator<Finding> {
  const told = toldBy(events);
  const stored = {
    state: row.state,
    number: [row.major, row.minor],
    manifestHash: row.manifestHash,
    decision: row.state === 'issued' ? [row.decisionNo, row.decisionDate] : null,
    force: range(row.forceFrom, row.forceTo),
    applies: range(row.appliesFrom, row.appliesTo),
    withdrawal: row.withdrawnAt === null ? null : hanoiDate(row.withdrawnAt),
  };
  for (const [name, value] of Object.entries(stored)) {
    if (canonicalJson(told[name as keyof typeof told]) === canonicalJson(value)) continue;
    yield finding('edition', nameOf(row), `its ${name} is not what its events say`);
  }
}

type Range = { readonly from: unknown; readonly to: unknown } | null;

function range(from: string | null, to: string | null): Range {
  return from === null ? null : { from, to };
}

function toldBy(events: readonly EditionEventRow[]) {
  const said = (name: EditionEventRow['event']) =>
    events.find(({ event }) => event === name)?.payload;
  const prepared = said('prepared') ?? {};
  const issued = said('issued');
  return {
    state: stateBy(events),
    number: [prepared['major'] ?? null, prepared['minor'] ?? null],
    manifestHash: prepared['manifestHash'] ?? null,
    decision: issued === undefined ? null : [issued['decisionNo'], issued['decisionDate']],
    force: closed(issued?.['force'] as Range | undefined, 'force', events),
    applies: closed(issued?.['applies'] as Range | undefined, 'applies', events),
    withdrawal: said('withdrawn')?.['on'] ?? null,
  };
}

function stateBy(events: readonly EditionEventRow[]): EditionRow['state'] | null {
  const happened = new Set(events.map(({ event }) => event));
  if (!happened.has('prepared')) return null;
  if (happened.has('issued')) return 'issued';
  return happened.has('returned') ? 'returned' : 'candidate';
}

function closed(
  begun: Range | undefined,
  name: 'force' | 'applies',
  events: readonly EditionEventRow[],
): Range {
  if (begun === undefined || begun === null) return null;
  const closings = events.filter(
    ({ event, payload }) => event === 'range_closed' && payload['range'] === name,
  );
  return { from: begun.from, to: closings.at(-1)?.payload['to'] ?? begun.to };
}
