import { describe, expect, it } from '@jest/globals';
import { settingChanges } from './setting-changes.js';

const group = {
  code: 'TC',
  title: 'Tự chọn',
  choose: 2,
  modules: ['m1', 'm2', 'm3'],
  titleEn: 'E',
};

describe('the settings that say something', () => {
  it('are not how the text was spelled in its file', () => {
    const minutes = { path: ['minutes'], before: 45, after: 60 };
    const source = { path: ['markdown', 'of'], before: 'a', after: 'b' };
    expect(settingChanges([source, minutes])).toEqual([minutes]);
  });

  it('are those of an elective group one by one, without what stayed', () => {
    const after = [{ ...group, choose: 1, modules: ['m1', 'm2'], note: 'Mỗi người một.' }];
    expect(settingChanges([{ path: ['groups'], before: [group], after }])).toEqual([
      { path: ['groups', 'TC', 'choose'], before: 2, after: 1 },
      { path: ['groups', 'TC', 'modules'], before: 3, after: 2 },
      { path: ['groups', 'TC', 'note'], after: 'Mỗi người một.' },
    ]);
  });

  it('say nothing of other topics where there are as many', () => {
    const after = [{ ...group, choose: 1, modules: ['m1', 'm2', 'm4'] }];
    const changes = settingChanges([{ path: ['groups'], before: [group], after }]);
    expect(changes.map(({ path }) => path[2])).toEqual(['choose']);
  });

  it('are all of a group that is new', () => {
    const changes = settingChanges([{ path: ['groups'], before: [], after: [group] }]);
    expect(changes.map(({ path }) => path[2])).toEqual(['title', 'choose', 'modules', 'titleEn']);
    expect(changes.every((change) => change.before === undefined)).toBe(true);
  });
});
