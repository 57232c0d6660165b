import { DomainError, type AwardRefusal, type PrintRefusal } from '@cam-nang/domain';
import { InvalidRequest } from '@cam-nang/platform';

function missing(path: string): InvalidRequest {
  return new InvalidRequest([{ path, code: 'too_small', message: 'must not be empty' }]);
}

/** The error that a client meets for a refused command on an award proposal. */
export function awardError(refusal: AwardRefusal): DomainError {
  switch (refusal.code) {
    case 'wrong-state':
      return new DomainError('award.wrong_state', { state: refusal.state });
    case 'nobody-eligible':
      return new DomainError('award.nobody_eligible');
    case 'list-changed':
      return new DomainError('award.list_changed', { listHash: refusal.listHash });
    case 'facts-changed':
      return new DomainError('award.list_changed', { reason: 'facts_changed' });
    case 'same-person':
      return new DomainError('permission.same_person', { because: refusal.because });
    case 'decision-missing':
      return missing('decisionNo');
    case 'reason-missing':
      return missing('reason');
  }
}

/** The error for papers that cannot be printed: the people by name, and the signs no face has. */
export function printError(refusals: readonly PrintRefusal[]): DomainError | null {
  const people = (list: readonly PrintRefusal[]) => [...new Set(list.map((one) => one.person))];
  const glyphs = refusals.filter((one) => one.reason === 'missing_glyph');
  if (glyphs.length > 0) {
    const characters = [...new Set(glyphs.flatMap((one) => one.characters))].join(' ');
    return new DomainError('award.glyph_missing', { people: people(glyphs), characters });
  }
  return refusals.length === 0
    ? null
    : new DomainError('award.text_does_not_fit', {
        people: people(refusals),
        slots: [...new Set(refusals.map((one) => one.slot))],
      });
}
