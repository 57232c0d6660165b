/** The head of each kind of organisation, in whose name its papers certify. */
const HEADS: Readonly<Record<string, string>> = {
  ministry: 'Bộ trưởng',
  province_committee: 'Chủ tịch',
  home_affairs: 'Giám đốc',
  school: 'Hiệu trưởng',
  commune_committee: 'Chủ tịch',
};

/** "Giám đốc Sở Nội vụ tỉnh Phú Thọ"; the organisation itself where its head has no fixed title. */
export function certifierOf(organisation: {
  readonly kind: string;
  readonly name: string;
}): string {
  const head = HEADS[organisation.kind];
  return head === undefined ? organisation.name : `${head} ${organisation.name}`;
}

/** The title over the signature, in capitals, one line each: lines or parts set off by " / ". */
export function signerTitleLines(title: string): string[] {
  return title
    .split(/\n|\s\/\s/u)
    .map((line) => line.trim().toLocaleUpperCase('vi'))
    .filter((line) => line !== '');
}
