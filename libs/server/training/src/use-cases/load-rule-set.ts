import { Injectable } from '@nestjs/common';
import { calendarDate, checkRuleSet, DomainError } from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { RuleSetRepository, type RuleSetRow } from '../persistence/rule-set.repository.js';

/** Writes a rule set down after checking that it can be applied. Returns its id. */
@Injectable()
export class LoadRuleSet {
  constructor(
    private readonly database: Database,
    private readonly ruleSets: RuleSetRepository,
    private readonly ids: Ids,
  ) {}

  run(ruleSet: Omit<RuleSetRow, 'id'>): Promise<string> {
    const valid = {
      from: calendarDate(ruleSet.validFrom),
      to: ruleSet.validTo === null ? null : calendarDate(ruleSet.validTo),
    };
    const problems = checkRuleSet({ ...ruleSet.parameters, id: ruleSet.code, valid });
    if (problems.length > 0) throw new DomainError('request.invalid', { problems });
    return this.database.run(async () => {
      const id = this.ids.next();
      await this.ruleSets.add({ ...ruleSet, id });
      return id;
    });
  }
}
