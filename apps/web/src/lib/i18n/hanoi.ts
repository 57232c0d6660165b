const timeZone = 'Asia/Ho_Chi_Minh';

const days = new Intl.DateTimeFormat('en-CA', { timeZone });
const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The calendar day in Hanoi of an instant in milliseconds, `YYYY-MM-DD`. */
export function dayInHanoi(instant: number): string {
  return days.format(instant);
}

/** The time of day in Hanoi, to the second: `17:00:05`, in both languages. */
export function clockInHanoi(instant: string): string {
  return clock.format(new Date(instant));
}
