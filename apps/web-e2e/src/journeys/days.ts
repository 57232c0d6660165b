const DAY_MS = 86_400_000;

/** A day in Hanoi as `yyyy-mm-dd`, counted from today. */
export function daysFromToday(days: number): string {
  const zone = { timeZone: 'Asia/Ho_Chi_Minh' };
  return new Date(Date.now() + days * DAY_MS).toLocaleDateString('sv-SE', zone);
}

/** A day as people type it: `dd/mm/yyyy`. */
export function typed(day: string): string {
  return day.split('-').reverse().join('/');
}
