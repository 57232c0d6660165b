import type { readCurriculumHistory, ResponseOf } from '@cam-nang/contracts';
import { editionLabel } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { EditionEventStore, type EditionEventRow } from '../persistence/edition-event-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineHistoryStore, type LineStep } from '../persistence/line-history-store.js';
import { CourseAccess } from './course-access.query.js';

type Entry = ResponseOf<typeof readCurriculumHistory>['entries'][number];

const EVENTS = [
  'prepared',
  'returned',
  'council_convened',
  'council_decided',
  'council_confirmed',
  'issued',
  'withdrawn',
] as const;
type Told = (typeof EVENTS)[number];

/** The whole story of a curriculum as one line: what was merged, prepared, judged, issued, withdrawn. */
@Injectable()
export class CurriculumHistories {
  constructor(
    private readonly access: CourseAccess,
    private readonly history: LineHistoryStore,
    private readonly editions: EditionStore,
    private readonly events: EditionEventStore,
    private readonly accounts: Accounts,
  ) {}

  /** The newest first. */
  async read(actor: Actor, courseId: string): Promise<ResponseOf<typeof readCurriculumHistory>> {
    const course = await this.access.course(actor, 'curriculum.read', courseId);
    const steps = await this.history.ofCurriculum(course.curriculumId);
    const editions = await this.editions.ofCurricula([course.curriculumId]);
    const events = await this.events.ofEditions(editions.map(({ id }) => id));
    const people = [...steps.map((step) => step.authorId), ...events.map((one) => one.actorId)];
    const names = await this.accounts.names([...new Set(people.filter((id) => id !== null))]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    const rows = new Map(editions.map((edition) => [edition.id, edition]));
    const entries = [
      ...steps.map((step) => merged(step, nameOf)),
      ...events.flatMap((event) => told(event, rows.get(event.editionId), nameOf)),
    ];
    // Of one moment, what was written last comes first: the sort keeps that order.
    return { entries: entries.reverse().sort((a, b) => b.at.localeCompare(a.at)) };
  }
}

function merged(step: LineStep, nameOf: (id: string | null) => string | null): Entry {
  const { requestId, requestNumber, requestTitle } = step;
  const known = requestId !== null && requestNumber !== null;
  return {
    ...EMPTY,
    what: 'merged',
    at: step.at.toISOString(),
    by: nameOf(step.authorId),
    reason: step.requestReason ?? '',
    message: step.message,
    nodes: step.changes,
    request: known ? { id: requestId, number: requestNumber, title: requestTitle ?? '' } : null,
  };
}

const EMPTY = {
  reason: '',
  message: '',
  nodes: null,
  request: null,
  edition: null,
  decision: null,
  outcome: null,
  from: null,
} as const satisfies Partial<Entry>;

function told(
  { event, at, actorId, payload }: EditionEventRow,
  edition: EditionRow | undefined,
  nameOf: (id: string | null) => string | null,
): Entry[] {
  const what = EVENTS.find((one) => one === event);
  if (what === undefined || edition === undefined) return [];
  const said = (key: string) => (typeof payload[key] === 'string' ? payload[key] : null);
  const number = said('decisionNo');
  return [
    {
      ...EMPTY,
      what,
      at: at.toISOString(),
      by: nameOf(actorId),
      reason: said('reason') ?? said('conclusion') ?? '',
      edition: { id: edition.id, label: editionLabel(edition), kind: edition.kind },
      decision: number === null ? null : { number, date: said('decisionDate') },
      outcome: said('outcome'),
      from: dayOf(what, edition, said('on')),
    },
  ];
}

/** The day from which an issue or a withdrawal holds. */
function dayOf(what: Told, edition: EditionRow, withdrawnOn: string | null): string | null {
  if (what === 'withdrawn') return withdrawnOn;
  return what === 'issued' ? (edition.forceFrom ?? edition.appliesFrom) : null;
}
