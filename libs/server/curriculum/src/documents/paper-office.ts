/** The office that a paper comes from, and where it sits. */
export interface PaperOffice {
  /** "Sở Nội vụ tỉnh Phú Thọ"; the unit itself where no office of it is written down. */
  readonly name: string;
  /** "Phú Thọ". */
  readonly place: string;
}

const KINDS = /^(Tỉnh|Thành phố|Phường|Xã|Đặc khu)\s+/u;

/** Name of a unit without its kind, as papers date themselves by. */
export function placeName(unit: string): string {
  return unit.replace(KINDS, '');
}
