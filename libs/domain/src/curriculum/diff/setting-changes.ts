import { isPlainObject, sameJson, type JsonValue } from '../canon/canonical-json.js';
import type { FieldChange, JsonRecord } from './field-changes.js';

/** What people are told of an elective group, in the order in which it is read. */
const OF_GROUP = ['title', 'choose', 'modules', 'note', 'titleEn', 'noteEn'] as const;

/**
 * The settings of a node that say something to people: how a text was spelled in the file that it came
 * from does not, and of elective groups each setting is a change of its own, at `groups`, code, name.
 */
export function settingChanges(meta: readonly FieldChange[]): readonly FieldChange[] {
  return meta.flatMap((change) => {
    if (change.path[0] === 'markdown') return [];
    return change.path[0] === 'groups' ? ofGroups(change) : [change];
  });
}

function ofGroups({ before, after }: FieldChange): readonly FieldChange[] {
  const [old, now] = [groupsIn(before), groupsIn(after)];
  const codes = [...new Set([...old.keys(), ...now.keys()])];
  return codes.flatMap((code) => ofGroup(code, old.get(code) ?? {}, now.get(code) ?? {}));
}

function ofGroup(code: string, old: JsonRecord, now: JsonRecord): readonly FieldChange[] {
  return OF_GROUP.flatMap((name): readonly FieldChange[] => {
    const [before, after] = [told(old[name]), told(now[name])];
    if (sameJson(before, after)) return [];
    return [
      {
        path: ['groups', code, name],
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      },
    ];
  });
}

/** Topics are named by their ids, which say nothing: how many there are does, and each topic says its kind. */
function told(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value) ? value.length : value;
}

function groupsIn(value: JsonValue | undefined): ReadonlyMap<string, JsonRecord> {
  const groups: readonly JsonValue[] = Array.isArray(value) ? value : [];
  return new Map(
    groups.flatMap((group) => {
      const code = isPlainObject(group) ? group['code'] : undefined;
      return isPlainObject(group) && typeof code === 'string' ? [[code, group] as const] : [];
    }),
  );
}
