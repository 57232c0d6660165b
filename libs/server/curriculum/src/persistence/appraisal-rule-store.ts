import type { CouncilRules } from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';

/** Rules of appraisal as they are kept. */
export interface AppraisalRuleSetRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly basis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly parameters: CouncilRules;
  readonly isSample: boolean;
}

const COLUMNS = `id, code, title, basis, lower(valid)::text as "validFrom", upper(valid)::text as "validTo",
  parameters, is_sample as "isSample"`;

/** Rules of appraisal, each with the days on which it is in force. */
@Injectable()
export class AppraisalRuleStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** The rules in force on a day (`YYYY-MM-DD`), null where there are none. */
  async inForceOn(date: string): Promise<AppraisalRuleSetRow | null> {
    const [row] = await this.database.query<AppraisalRuleSetRow>(
      `select ${COLUMNS} from appraisal_rule_set where valid @> $1::date`,
      [date],
    );
    return row ?? null;
  }

  /** Rules by their ids, in no order. */
  byIds(ids: readonly string[]): Promise<AppraisalRuleSetRow[]> {
    return this.database.query<AppraisalRuleSetRow>(
      `select ${COLUMNS} from appraisal_rule_set where id = any($1::uuid[])`,
      [ids],
    );
  }

  /** Writes rules down; gives back their id. */
  async insert(rules: Omit<AppraisalRuleSetRow, 'id'>): Promise<string> {
    const id = this.ids.next();
    await this.database.query(
      `insert into appraisal_rule_set (id, code, title, basis, valid, parameters, is_sample)
       values ($1, $2, $3, $4, daterange($5::date, $6::date), $7, $8)`,
      [
        id,
        rules.code,
        rules.title,
        rules.basis,
        rules.validFrom,
        rules.validTo,
        JSON.stringify(rules.parameters),
        rules.isSample,
      ],
    );
    return id;
  }
}
