import { calendarDate, readBirthDate, readName } from '@cam-nang/domain';
import { todayInHanoi } from '../../../lib/session/today-in-hanoi.js';

/** What was typed into a field, without the spaces around it. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What is wrong with a name: the rules that a list is read by hold for a form too. */
export function wrongName(typed: string): 'needed' | 'err_name' | undefined {
  const { error } = readName(typed, () => null);
  return error === null ? undefined : error.code === 'missing' ? 'needed' : 'err_name';
}

/** What is wrong with a date of birth, undefined where no day was typed. */
export function wrongBirth(date: string | undefined): 'dateWrong' | 'birthWrong' | undefined {
  if (date === undefined) return 'dateWrong';
  return readBirthDate(date, calendarDate(todayInHanoi())).error === null
    ? undefined
    : 'birthWrong';
}
