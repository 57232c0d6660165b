import type { addLegalDocument, InputOf, ProblemField } from '@cam-nang/contracts';
import {
  calendarDate,
  citedNumbers,
  compareDates,
  legalNumberKey,
  normaliseLine,
  wrongDay,
  type CalendarDate,
} from '@cam-nang/domain';
import type { LegalFacts } from '../persistence/legal-document-store.js';
import type { LegalRegister } from './legal-register.js';

/** What was sent, as the register keeps it: one line each, days that exist. */
export function legalFacts(sent: InputOf<typeof addLegalDocument>['body']): LegalFacts {
  const day = (text: string | null) => (text === null ? null : calendarDate(text));
  return {
    kind: sent.kind,
    number: normaliseLine(sent.number),
    issuer: normaliseLine(sent.issuer),
    title: normaliseLine(sent.title),
    citedAs: normaliseLine(sent.citedAs),
    signedOn: day(sent.signedOn),
    inForceFrom: day(sent.inForceFrom),
    inForceTo: day(sent.inForceTo),
    sourceUrl: sent.sourceUrl,
  };
}

/** What is wrong with what somebody wants to write into the register, field by field. */
export function wrongFacts(facts: LegalFacts, today: CalendarDate): ProblemField[] {
  const { number, citedAs, signedOn, inForceFrom, inForceTo } = facts;
  const wrong: ProblemField[] = [];
  if (signedOn !== null && compareDates(signedOn, today) > 0) {
    wrong.push({ path: 'signedOn', code: 'in_future', message: 'is a day to come' });
  }
  const over = inForceFrom !== null && inForceTo !== null;
  if (over && compareDates(inForceTo, inForceFrom) <= 0) {
    wrong.push({ path: 'inForceTo', code: 'not_after', message: 'is not after inForceFrom' });
  }
  const key = legalNumberKey(number);
  // A number of an unusual form is not looked for in the citation.
  const usual = citedNumbers(number)[0] === key;
  if (usual && citedNumbers(citedAs)[0] !== key) {
    wrong.push({ path: 'citedAs', code: 'number_missing', message: `does not cite ${number}` });
  }
  return wrong;
}

/** Which new days do not go with the changes that are recorded already. */
export function daysAgainstChanges(
  register: LegalRegister,
  id: string,
  days: Pick<LegalFacts, 'inForceFrom' | 'inForceTo'>,
): ProblemField[] {
  const after = (other: string) => (other === id ? days : register.byId.get(other));
  const own = register.changes.filter(({ ofId, byId }) => ofId === id || byId === id);
  return own.flatMap(({ ofId, byId, from }): ProblemField[] => {
    const [of, by] = [after(ofId), after(byId)];
    const reason = of === undefined || by === undefined ? null : wrongDay(from, of, by);
    if (reason === null) return [];
    const path = reason === 'after_end' ? 'inForceTo' : 'inForceFrom';
    const other = register.byId.get(ofId === id ? byId : ofId)?.number ?? '';
    const message = `does not go with the change of ${from} recorded with ${other}`;
    return [{ path, code: 'change_outside', message, params: { day: from, number: other } }];
  });
}
