const PAPER_DATE = /^ngày (\d{2}) tháng (\d{1,2}) năm (\d{4})$/u;

/** A date of birth as a register shows it, out of the form of the paper: `dd/MM/yyyy`, else as printed. */
export function printedBirthDate(printed: string): string | null {
  const [, day, month, year] = PAPER_DATE.exec(printed) ?? [];
  if (day === undefined || month === undefined || year === undefined) {
    return printed === '' ? null : printed;
  }
  return `${day}/${month.padStart(2, '0')}/${year}`;
}
