import { DomainError, type CouncilRules } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import {
  AppraisalRuleStore,
  type AppraisalRuleSetRow,
} from '../persistence/appraisal-rule-store.js';

/** Writes rules of appraisal down after checking that a council can be counted by them. Returns their id. */
@Injectable()
export class LoadAppraisalRules {
  constructor(
    private readonly database: Database,
    private readonly store: AppraisalRuleStore,
  ) {}

  /** @throws DomainError `request.invalid` naming the parameters that cannot be */
  run(rules: Omit<AppraisalRuleSetRow, 'id'>): Promise<string> {
    const wrong = wrongParameters(rules.parameters);
    if (wrong.length > 0) throw new DomainError('request.invalid', { wrong });
    return this.database.run(() => this.store.insert(rules));
  }
}

function wrongParameters(rules: CouncilRules): string[] {
  const whole = (value: number) => Number.isInteger(value) && value >= 0;
  const share = ({ of, in: all }: CouncilRules['quorum']) => whole(of) && of > 0 && of <= all;
  return [
    ...(whole(rules.leastMembers) && rules.leastMembers > 0 ? [] : ['leastMembers']),
    ...(rules.mostMembers >= rules.leastMembers ? [] : ['mostMembers']),
    ...(share(rules.teachers) ? [] : ['teachers']),
    ...(share(rules.quorum) ? [] : ['quorum']),
    ...(share(rules.majority) ? [] : ['majority']),
    ...(whole(rules.leastUserRepresentatives) ? [] : ['leastUserRepresentatives']),
    ...(whole(rules.leastYearsOfExperience) ? [] : ['leastYearsOfExperience']),
    ...(whole(rules.daysAhead) ? [] : ['daysAhead']),
  ];
}
