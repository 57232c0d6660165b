import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

export interface PersonRow {
  readonly id: string;
  readonly familyName: string;
  readonly middleName: string;
  readonly givenName: string;
  readonly fullName: string;
  readonly birthDate: string | null;
}

export interface NewPerson {
  readonly id: string;
  readonly familyName: string;
  readonly middleName: string;
  readonly givenName: string;
  readonly fullName: string;
  readonly foldedName: string;
  readonly birthDate: string | null;
  readonly gender: 'female' | 'male' | 'other' | null;
  readonly ethnicity: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isSample: boolean;
  readonly at: Date;
}

const COLUMNS = `p.id, p.family_name as "familyName", p.middle_name as "middleName",
  p.given_name as "givenName", p.full_name as "fullName", p.birth_date::text as "birthDate"`;

/** People and their particulars; the personal number lies apart, encrypted. */
@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<PersonRow[]> {
    return this.database.query<PersonRow>(
      `select ${COLUMNS} from person p where p.id = any($1::uuid[])`,
      [ids],
    );
  }

  /** The people with these personal numbers, each with the blind index in hex. */
  byBlindIndices(indices: readonly Buffer[]): Promise<(PersonRow & { blindIndex: string })[]> {
    return this.database.query(
      `select ${COLUMNS}, encode(n.blind_index, 'hex') as "blindIndex"
       from person p join person_number n on n.person_id = p.id where n.blind_index = any($1::bytea[])`,
      [indices],
    );
  }

  async add(person: NewPerson): Promise<void> {
    await this.database.query(
      `insert into person (id, family_name, middle_name, given_name, full_name, folded_name, birth_date, gender, ethnicity, email, phone, is_sample, created_at)
       values ($1, $2, $3, $4, $5, $6, $7::date, $8, $9, $10, $11, $12, $13)`,
      [
        person.id,
        person.familyName,
        person.middleName,
        person.givenName,
        person.fullName,
        person.foldedName,
        person.birthDate,
        person.gender,
        person.ethnicity,
        person.email,
        person.phone,
        person.isSample,
        person.at,
      ],
    );
  }

  async rename(
    person: Pick<NewPerson, 'id' | 'foldedName' | 'birthDate'> &
      Pick<NewPerson, 'familyName' | 'middleName' | 'givenName' | 'fullName'>,
  ): Promise<void> {
    await this.database.query(
      `update person set family_name = $2, middle_name = $3, given_name = $4, full_name = $5,
         folded_name = $6, birth_date = $7::date where id = $1`,
      [
        person.id,
        person.familyName,
        person.middleName,
        person.givenName,
        person.fullName,
        person.foldedName,
        person.birthDate,
      ],
    );
  }

  async addCorrection(correction: {
    readonly id: string;
    readonly personId: string;
    readonly before: Pick<NewPerson, 'fullName' | 'birthDate'>;
    readonly after: Pick<NewPerson, 'fullName' | 'birthDate'>;
    readonly reason: string;
    readonly at: Date;
    readonly by: string | null;
  }): Promise<void> {
    const { before, after } = correction;
    await this.database.query(
      `insert into person_correction (id, person_id, full_name_before, full_name, birth_date_before, birth_date, reason, corrected_at, corrected_by)
       values ($1, $2, $3, $4, $5::date, $6::date, $7, $8, $9)`,
      [
        correction.id,
        correction.personId,
        before.fullName,
        after.fullName,
        before.birthDate,
        after.birthDate,
        correction.reason,
        correction.at,
        correction.by,
      ],
    );
  }

  async hasNumber(personId: string): Promise<boolean> {
    const [row] = await this.database.query<{ found: boolean }>(
      'select exists (select 1 from person_number where person_id = $1) as found',
      [personId],
    );
    return row?.found ?? false;
  }

  /** Writes a number down; false when somebody has it. */
  async addNumber(number: {
    readonly personId: string;
    readonly cipher: Buffer;
    readonly keyId: string;
    readonly blindIndex: Buffer;
    readonly lastDigits: string;
  }): Promise<boolean> {
    const rows = await this.database.write(
      `insert into person_number (person_id, cipher, key_id, blind_index, last_digits)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [number.personId, number.cipher, number.keyId, number.blindIndex, number.lastDigits],
    );
    return rows === 1;
  }

  async addEmployment(employment: {
    readonly id: string;
    readonly personId: string;
    readonly organisationId: string;
    readonly positionTitle: string;
    readonly from: string;
  }): Promise<void> {
    await this.database.query(
      `insert into employment (id, person_id, organisation_id, position_title, during)
       values ($1, $2, $3, $4, daterange($5::date, null))`,
      [
        employment.id,
        employment.personId,
        employment.organisationId,
        employment.positionTitle,
        employment.from,
      ],
    );
  }
}
