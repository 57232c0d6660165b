import { leastOf, type CouncilMember, type CouncilRules } from './council.js';

/** Why people do not make up a council. `found` and `wanted` are counts. */
export type CompositionFault =
  | { readonly code: 'too_few'; readonly found: number; readonly wanted: number }
  | { readonly code: 'too_many'; readonly found: number; readonly wanted: number }
  | { readonly code: 'named_twice'; readonly accountId: string }
  | { readonly code: 'one_chair'; readonly found: number }
  | { readonly code: 'one_secretary'; readonly found: number }
  | { readonly code: 'no_reviewer' }
  | { readonly code: 'few_teachers'; readonly found: number; readonly wanted: number }
  | { readonly code: 'few_user_representatives'; readonly found: number; readonly wanted: number }
  | {
      readonly code: 'little_experience';
      readonly accountId: string;
      readonly found: number;
      readonly wanted: number;
    };

/** Everything that keeps people from being a council; nothing when they are one. */
export function compositionFaults(
  members: readonly CouncilMember[],
  rules: CouncilRules,
): readonly CompositionFault[] {
  return [
    ...sizeFaults(members, rules),
    ...dutyFaults(members),
    ...kindFaults(members, rules),
    ...experienceFaults(members, rules),
  ];
}

function sizeFaults(
  members: readonly CouncilMember[],
  { leastMembers, mostMembers }: CouncilRules,
): CompositionFault[] {
  const found = members.length;
  const ids = members.map((member) => member.accountId);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [
    ...(found < leastMembers ? [{ code: 'too_few', found, wanted: leastMembers } as const] : []),
    ...(found > mostMembers ? [{ code: 'too_many', found, wanted: mostMembers } as const] : []),
    ...[...twice].map((accountId) => ({ code: 'named_twice', accountId }) as const),
  ];
}

function dutyFaults(members: readonly CouncilMember[]): CompositionFault[] {
  const count = (duty: CouncilMember['duty']) =>
    members.filter((member) => member.duty === duty).length;
  const [chairs, secretaries] = [count('chair'), count('secretary')];
  return [
    ...(chairs === 1 ? [] : [{ code: 'one_chair', found: chairs } as const]),
    ...(secretaries === 1 ? [] : [{ code: 'one_secretary', found: secretaries } as const]),
    ...(count('reviewer') > 0 ? [] : [{ code: 'no_reviewer' } as const]),
  ];
}

function kindFaults(members: readonly CouncilMember[], rules: CouncilRules): CompositionFault[] {
  const teachers = members.filter((member) => member.isTeacher).length;
  const wanted = leastOf(rules.teachers, members.length);
  const users = members.filter((member) => member.representsUsers).length;
  const least = rules.leastUserRepresentatives;
  return [
    ...(teachers < wanted ? [{ code: 'few_teachers', found: teachers, wanted } as const] : []),
    ...(users < least
      ? [{ code: 'few_user_representatives', found: users, wanted: least } as const]
      : []),
  ];
}

function experienceFaults(
  members: readonly CouncilMember[],
  { leastYearsOfExperience: wanted }: CouncilRules,
): CompositionFault[] {
  return members
    .filter((member) => member.yearsOfExperience < wanted)
    .map(({ accountId, yearsOfExperience: found }) => ({
      code: 'little_experience',
      accountId,
      found,
      wanted,
    }));
}
