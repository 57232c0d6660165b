import { Injectable } from '@nestjs/common';
import { DomainError, foldForSearch, splitFullName } from '@cam-nang/domain';
import { Clock, Database, Ids, Keys, RequestContext } from '@cam-nang/platform';
import { PersonRepository, type PersonRow } from './persistence/person.repository.js';

/** Names of the keys that lock personal numbers and make them findable. */
const NUMBER_KEY = 'personal-number';
const INDEX_KEY = 'personal-number-index';

/** A person to be written down. */
export interface PersonParticulars {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly gender?: 'female' | 'male' | 'other' | null;
  readonly ethnicity?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** Twelve digits; kept encrypted. */
  readonly personalNumber?: string | null;
  readonly isSample?: boolean;
}

type Named = Pick<PersonParticulars, 'fullName' | 'birthDate'>;

/** People, apart from whether they have an account. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonRepository,
    private readonly keys: Keys,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  byIds(ids: readonly string[]): Promise<PersonRow[]> {
    return this.persons.byIds(ids);
  }

  /** The people known under these personal numbers, by number. Names alone never identify anyone. */
  async withNumbers(personalNumbers: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
    if (personalNumbers.length === 0) return new Map();
    const numbers = new Map(
      personalNumbers.map((number) => {
        const index = this.keys.blindIndex(INDEX_KEY, number);
        return [index.toString('hex'), { number, index }] as const;
      }),
    );
    const rows = await this.persons.byBlindIndices([...numbers.values()].map(({ index }) => index));
    return new Map(
      rows.flatMap(({ blindIndex, ...person }) => {
        const found = numbers.get(blindIndex);
        return found === undefined ? [] : [[found.number, person] as const];
      }),
    );
  }

  /**
   * Writes a new person down and returns the id. Throws `enrolment.number_of_another` where the number was written
   * down for somebody since it was looked for.
   */
  add(particulars: PersonParticulars): Promise<string> {
    const name = splitFullName(particulars.fullName);
    if (name === null) throw new DomainError('request.invalid', { field: 'fullName' });
    return this.database.run(async () => {
      const id = this.ids.next();
      await this.persons.add({
        id,
        ...name,
        foldedName: foldForSearch(name.fullName),
        birthDate: particulars.birthDate,
        gender: particulars.gender ?? null,
        ethnicity: particulars.ethnicity ?? null,
        email: particulars.email ?? null,
        phone: particulars.phone ?? null,
        isSample: particulars.isSample ?? false,
        at: this.clock.now(),
      });
      const number = particulars.personalNumber ?? null;
      if (number !== null) await this.addNumber(id, number);
      return id;
    });
  }

  /** Whether a personal number is known of the person. */
  hasNumber(personId: string): Promise<boolean> {
    return this.persons.hasNumber(personId);
  }

  /** Puts a name and a date of birth right, keeps what stood before, and returns the id of that record. */
  correct(
    before: { readonly personId: string } & Named,
    after: Named,
    reason: string,
  ): Promise<string> {
    const name = splitFullName(after.fullName);
    if (name === null) throw new DomainError('request.invalid', { field: 'fullName' });
    return this.database.run(async () => {
      const { personId } = before;
      const { birthDate } = after;
      const foldedName = foldForSearch(name.fullName);
      await this.persons.rename({ id: personId, ...name, foldedName, birthDate });
      const id = this.ids.next();
      await this.persons.addCorrection({
        ...{ id, personId, before, reason, at: this.clock.now() },
        after: { fullName: name.fullName, birthDate },
        by: RequestContext.actor()?.accountId ?? null,
      });
      return id;
    });
  }

  /** Notes where a person serves from today on. */
  async employ(personId: string, organisationId: string, positionTitle: string): Promise<void> {
    await this.persons.addEmployment({
      id: this.ids.next(),
      personId,
      organisationId,
      positionTitle,
      from: this.clock.today(),
    });
  }

  private async addNumber(personId: string, number: string): Promise<void> {
    const sealed = this.keys.seal(NUMBER_KEY, number, personId);
    const added = await this.persons.addNumber({
      personId,
      cipher: sealed.cipher,
      keyId: sealed.keyId,
      blindIndex: this.keys.blindIndex(INDEX_KEY, number),
      lastDigits: number.slice(-3),
    });
    if (!added) throw new DomainError('enrolment.number_of_another');
  }
}
