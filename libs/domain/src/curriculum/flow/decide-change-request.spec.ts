import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  CHANGE_REQUEST_COMMANDS,
  CHANGE_REQUEST_STATES,
  REQUEST_KINDS,
  type ChangeRequest,
  type ChangeRequestCommand,
  type ChangeRequestContext,
  type ChangeRequestState,
  type RequestKind,
  type Verdict,
} from './change-request.js';
import { afterEvents, decideChangeRequest } from './decide-change-request.js';

const context: ChangeRequestContext = {
  requiredApprovals: 1,
  openBlockingThreads: 0,
  effectiveChanges: 3,
  hoursFit: true,
  failedChecks: [],
  headSeq: 7,
};

const request = (state: ChangeRequestState, other: Partial<ChangeRequest> = {}): ChangeRequest => ({
  state,
  kind: 'amendment',
  authorIds: ['an'],
  baseSeq: 7,
  overlayHash: 'h1',
  reviews: [],
  ...other,
});

const given = (
  reviewerId: string,
  verdict: Verdict,
  overlayHash = 'h1',
  requestKind: RequestKind = 'amendment',
) => ({ reviewerId, verdict, overlayHash, requestKind });

const seen = (overlayHash: string, requestKind: RequestKind = 'amendment') => ({
  overlayHash,
  requestKind,
});

const commands: Readonly<Record<ChangeRequestCommand['kind'], ChangeRequestCommand>> = {
  edit: { kind: 'edit', by: 'an', ...seen('h2') },
  submit: { kind: 'submit', by: 'an' },
  review: { kind: 'review', by: 'binh', verdict: 'approve', ...seen('h1'), comment: '' },
  merge: { kind: 'merge', by: 'chi' },
  abandon: { kind: 'abandon', by: 'an' },
};

/** Events of each command in each state, for a request with one standing approval by Bình; null: refused. */
const table: Readonly<
  Record<
    ChangeRequestState,
    Readonly<Record<ChangeRequestCommand['kind'], readonly string[] | null>>
  >
> = {
  draft: {
    edit: ['edited', 'reviews_dismissed'],
    submit: ['submitted', 'approved'],
    review: null,
    merge: null,
    abandon: ['abandoned'],
  },
  in_review: {
    edit: ['edited', 'reviews_dismissed'],
    submit: null,
    review: ['reviewed', 'approved'],
    merge: null,
    abandon: ['abandoned'],
  },
  changes_requested: {
    edit: ['edited', 'reviews_dismissed'],
    submit: ['submitted', 'approved'],
    review: null,
    merge: null,
    abandon: ['abandoned'],
  },
  approved: {
    edit: ['edited', 'reviews_dismissed'],
    submit: null,
    review: ['reviewed'],
    merge: ['merged'],
    abandon: ['abandoned'],
  },
  merged: { edit: null, submit: null, review: null, merge: null, abandon: null },
  abandoned: { edit: null, submit: null, review: null, merge: null, abandon: null },
};

const pairs = CHANGE_REQUEST_STATES.flatMap((state) =>
  CHANGE_REQUEST_COMMANDS.map((kind) => [state, kind, table[state][kind]] as const),
);

describe('a change request', () => {
  it.each(pairs)('in %s, told to %s: %j', (state, kind, events) => {
    const approved = request(state, { reviews: [given('binh', 'approve')] });
    const decision = decideChangeRequest(approved, commands[kind], context);
    if (events === null) {
      expect(decision).toEqual({
        ok: false,
        error: { code: 'change_request.wrong_state', details: { state, command: kind } },
      });
    } else {
      expect(decision.ok && decision.value.map((event) => event.kind)).toEqual(events);
    }
  });

  const code = (
    r: ChangeRequest,
    command: ChangeRequestCommand,
    c: Partial<ChangeRequestContext> = {},
  ) => {
    const decision = decideChangeRequest(r, command, { ...context, ...c });
    return decision.ok ? null : decision.error.code;
  };
  const next = (
    r: ChangeRequest,
    command: ChangeRequestCommand,
    c: Partial<ChangeRequestContext> = {},
  ) => {
    const decision = decideChangeRequest(r, command, { ...context, ...c });
    if (!decision.ok) throw new Error(decision.error.code);
    return afterEvents(r, decision.value);
  };
  const verdict = (
    by: string,
    v: Verdict,
    overlayHash = 'h1',
    comment = 'vì sao',
  ): ChangeRequestCommand => ({ kind: 'review', by, verdict: v, ...seen(overlayHash), comment });

  it.each<[string, Partial<ChangeRequestContext>, string]>([
    ['it changes nothing', { effectiveChanges: 0 }, 'curriculum.nothing_changed'],
    ['hours do not add up', { hoursFit: false }, 'curriculum.hours_do_not_add_up'],
    ['a check fails', { failedChecks: ['broken_link'] }, 'curriculum.structure_invalid'],
  ])('is neither submitted nor merged when %s', (_name, other, refusal) => {
    expect(code(request('draft'), commands.submit, other)).toBe(refusal);
    const approved = request('approved', { reviews: [given('binh', 'approve')] });
    expect(code(approved, commands.merge, other)).toBe(refusal);
  });

  it('waits for review when approvals are asked for, and is approved at once when none are', () => {
    expect(next(request('draft'), commands.submit).state).toBe('in_review');
    expect(next(request('draft'), commands.submit, { requiredApprovals: 0 }).state).toBe(
      'approved',
    );
  });

  it('takes a verdict only on what it now says', () => {
    expect(code(request('in_review'), verdict('binh', 'approve', 'h0'))).toBe(
      'change_request.verdict_outdated',
    );
  });

  it('takes a verdict only as what it now is, and says what of it changed', () => {
    const erratum: ChangeRequestCommand = {
      ...{ kind: 'review', by: 'binh', verdict: 'approve', comment: '' },
      ...seen('h1', 'erratum'),
    };
    const outdated = (changed: readonly string[]) => ({
      ok: false,
      error: {
        code: 'change_request.verdict_outdated',
        details: { overlayHash: 'h1', requestKind: 'amendment', changed },
      },
    });
    const judged = request('in_review');
    expect(decideChangeRequest(judged, erratum, context)).toEqual(outdated(['kind']));
    const both = { ...erratum, overlayHash: 'h0' };
    expect(decideChangeRequest(judged, both, context)).toEqual(outdated(['content', 'kind']));
  });

  it('loses what was said of the erratum when it becomes an amendment: approvals and objections', () => {
    const as = { kind: 'erratum' as const, reviews: [given('binh', 'approve', 'h1', 'erratum')] };
    const amend: ChangeRequestCommand = { kind: 'edit', by: 'an', ...seen('h1') };
    const decision = decideChangeRequest(request('in_review', as), amend, context);
    expect(decision.ok && decision.value).toEqual([
      { kind: 'edited', by: 'an', overlayHash: 'h1', requestKind: 'amendment' },
      { kind: 'reviews_dismissed', reviewerIds: ['binh'] },
    ]);
    const amended = next(request('changes_requested', as), amend);
    expect(amended).toMatchObject({ kind: 'amendment', state: 'changes_requested' });
    expect(next(amended, commands.submit).state).toBe('in_review');
    const reviews = [given('chi', 'request_changes', 'h1', 'erratum')];
    const objected = next(request('in_review', { kind: 'erratum', reviews }), amend);
    expect(next(objected, verdict('binh', 'approve')).state).toBe('approved');
  });

  it('is not judged by anybody who wrote in it, but may be commented on by them', () => {
    const two = next(request('in_review'), { kind: 'edit', by: 'dung', ...seen('h1') });
    expect(two.authorIds).toEqual(['an', 'dung']);
    for (const author of two.authorIds) {
      expect(code(two, verdict(author, 'approve'))).toBe('permission.same_person');
      expect(code(two, verdict(author, 'request_changes'))).toBe('permission.same_person');
      expect(code(two, verdict(author, 'comment'))).toBeNull();
    }
  });

  it('wants a reason with every objection', () => {
    expect(code(request('in_review'), verdict('binh', 'request_changes', 'h1', ' '))).toBe(
      'request.invalid',
    );
    expect(next(request('in_review'), verdict('binh', 'request_changes')).state).toBe(
      'changes_requested',
    );
  });

  it('is not approved while a blocking thread is open', () => {
    expect(code(request('in_review'), verdict('binh', 'approve'), { openBlockingThreads: 1 })).toBe(
      'change_request.wrong_state',
    );
  });

  it('is not merged, nor approved by being sent again, while a blocking thread is open', () => {
    const approved = next(request('in_review'), verdict('binh', 'approve'));
    expect(approved.state).toBe('approved');
    const open = { openBlockingThreads: 1 };
    expect(code(approved, { kind: 'merge', by: 'chi' }, open)).toBe('change_request.wrong_state');
    const reviews = [given('binh', 'approve')];
    const again = request('draft', { reviews });
    expect(next(again, { kind: 'submit', by: 'an' }, open).state).toBe('in_review');
    expect(next(again, { kind: 'submit', by: 'an' }).state).toBe('approved');
  });

  it('needs as many different approvers as the rules say', () => {
    const two = { requiredApprovals: 2 };
    const once = next(request('in_review'), verdict('binh', 'approve'), two);
    const twice = next(once, verdict('binh', 'approve'), two);
    expect([once.state, twice.state]).toEqual(['in_review', 'in_review']);
    expect(next(twice, verdict('chi', 'approve'), two).state).toBe('approved');
  });

  it('goes back to review when an approved text is edited, and then cannot be merged', () => {
    const approved = next(request('in_review'), verdict('binh', 'approve'));
    const changed = next(approved, commands.edit);
    expect(changed.state).toBe('in_review');
    expect(code(changed, commands.merge)).toBe('change_request.wrong_state');
    expect(next(changed, verdict('binh', 'approve', 'h2')).state).toBe('approved');
  });

  it('does not count an approval of what it said before', () => {
    const rewritten = request('draft', { reviews: [given('binh', 'approve', 'h0')] });
    expect(next(rewritten, commands.submit).state).toBe('in_review');
  });

  it('waits for an objector, whoever else approves, until the text changes or they agree', () => {
    const objected = next(request('in_review'), verdict('binh', 'request_changes'));
    const again = next(objected, commands.submit);
    const seconded = next(again, verdict('chi', 'approve'));
    expect(seconded.state).toBe('in_review');
    expect(next(seconded, verdict('binh', 'approve')).state).toBe('approved');
  });

  it('stays approved when a save changed nothing', () => {
    const approved = next(request('in_review'), verdict('binh', 'approve'));
    expect(next(approved, { kind: 'edit', by: 'an', ...seen('h1') })).toEqual(approved);
  });

  it('is not merged once its approver has written in it', () => {
    const approved = request('approved', {
      reviews: [given('binh', 'approve')],
      authorIds: ['an', 'binh'],
    });
    expect(code(approved, commands.merge)).toBe('change_request.verdict_outdated');
  });

  it('is not merged onto a line that has moved', () => {
    const approved = request('approved', { reviews: [given('binh', 'approve')] });
    expect(code(approved, commands.merge, { headSeq: 8 })).toBe('curriculum.base_moved');
  });

  it('is never merged without approval of exactly its text and kind by somebody who did not write it', () => {
    const person = fc.constantFrom('an', 'binh', 'chi');
    const about = fc.record({
      overlayHash: fc.constantFrom('h1', 'h2', 'h3'),
      requestKind: fc.constantFrom(...REQUEST_KINDS),
    });
    const command: fc.Arbitrary<ChangeRequestCommand> = fc.oneof(
      fc.tuple(person, about).map(([by, judged]) => ({ kind: 'edit' as const, by, ...judged })),
      fc.record({ kind: fc.constant('submit' as const), by: person }),
      fc
        .tuple(person, about, fc.constantFrom<Verdict>('approve', 'request_changes', 'comment'))
        .map(([by, judged, verdict]) => ({
          ...{ kind: 'review' as const, by, verdict, ...judged },
          comment: 'vì',
        })),
      fc.record({ kind: fc.constant('merge' as const), by: person }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (programme) => {
        let current = request('draft');
        for (const step of programme) {
          const decision = decideChangeRequest(current, step, context);
          if (decision.ok) current = afterEvents(current, decision.value);
        }
        if (current.state !== 'merged') return;
        const approver = current.reviews.find(
          (r) =>
            r.verdict === 'approve' &&
            r.overlayHash === current.overlayHash &&
            r.requestKind === current.kind &&
            !current.authorIds.includes(r.reviewerId),
        );
        expect(approver).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
