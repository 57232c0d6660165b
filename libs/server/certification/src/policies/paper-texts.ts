import { calendarDate, formatDate, type Hundredths } from '@cam-nang/domain';

/** A mark, already rounded to one decimal, with the decimal comma: 790 → "7,9". */
export function markText(mark: Hundredths | null): string | null {
  return mark === null ? null : (mark / 100).toFixed(1).replace('.', ',');
}

/** `dd/MM/yyyy` of an ISO day; empty for none. */
export function dayText(day: string | null): string {
  return day === null ? '' : formatDate(calendarDate(day));
}

/** A name inside a sentence: "Tỉnh Phú Thọ" → "tỉnh Phú Thọ". */
export function insideSentence(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

/** "Ủy ban nhân dân xã Mường Bi, tỉnh Phú Thọ"; null when nothing is known. */
export function workplaceText(organisation: string | null, province: string | null): string | null {
  if (organisation === null || organisation === '') return null;
  if (province === null || organisation.includes(insideSentence(province))) return organisation;
  return `${organisation}, ${insideSentence(province)}`;
}
