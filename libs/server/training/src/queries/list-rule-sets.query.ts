import { Injectable } from '@nestjs/common';
import type { InputOf, listRuleSets, ResponseOf } from '@cam-nang/contracts';
import { Scope } from '@cam-nang/identity';
import { Clock, type Actor } from '@cam-nang/platform';
import { RuleSetRepository, type RuleSetRow } from '../persistence/rule-set.repository.js';

type RuleSetView = ResponseOf<typeof listRuleSets>['ruleSets'][number];

/** A rule set as the screens show it. */
export function presentRuleSet({ ownerUnitId: _, ...row }: RuleSetRow): RuleSetView {
  return { ...row, parameters: { ...row.parameters } };
}

/** Rule sets of one's own units and of those above them. */
@Injectable()
export class ListRuleSets {
  constructor(
    private readonly ruleSets: RuleSetRepository,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    query: InputOf<typeof listRuleSets>['query'],
  ): Promise<ResponseOf<typeof listRuleSets>> {
    const roots = this.scope.roots(actor, 'rule-set.read');
    const rows = await this.ruleSets.list(roots, query.on ?? null, this.clock.today());
    return { ruleSets: rows.map(presentRuleSet) };
  }
}
