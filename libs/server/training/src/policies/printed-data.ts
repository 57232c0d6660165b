import type { EnrolmentRow } from '../persistence/enrolment.repository.js';

/** Whether what a person confirmed is still what would be printed. */
export function hasConfirmed(
  person: Pick<EnrolmentRow, 'confirmed' | 'fullName' | 'birthDate'>,
): boolean {
  const { confirmed, fullName, birthDate } = person;
  return confirmed?.fullName === fullName && confirmed.birthDate === birthDate;
}
