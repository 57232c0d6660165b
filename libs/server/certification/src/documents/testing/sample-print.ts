import type { CertificatePrint, PrintedModule, UnnumberedPrint } from '@cam-nang/domain';

function row(
  code: string,
  title: string,
  [theory, discussion, practice]: readonly [number, number, number],
  result: string | null,
): PrintedModule {
  return { code, title, hours: { theory, discussion, practice }, result };
}

const MODULES: readonly PrintedModule[] = [
  row('CD01', 'Tổ chức chính quyền địa phương ở xã', [2, 1, 1], '8,0'),
  row('CD02', 'Kỹ năng soạn thảo, ban hành và quản lý văn bản', [2, 1, 3], '7,5'),
  row('CD03', 'Kỹ năng tiếp công dân, xử lý đơn', [2, 1, 2], '8,5'),
  row('KT', 'Ôn tập, kiểm tra trắc nghiệm cuối khóa', [0, 0, 2], null),
];

/** A certificate of the sample course before it has numbers. */
export function sampleUnnumberedPrint(): UnnumberedPrint {
  return {
    salutation: 'bà',
    holderName: 'Bùi Thị Hoàng Yến',
    birthDate: 'ngày 12 tháng 9 năm 1998',
    position: null,
    organisation: 'Ủy ban nhân dân xã Mường Bi, tỉnh Phú Thọ',
    courseCode: 'BDCBX',
    courseTitle:
      'Chương trình bồi dưỡng nâng cao năng lực quản lý nhà nước cho cán bộ, công chức trẻ cấp xã (mẫu)',
    editionLabel: '1.1',
    editionDecision: { number: '196/QĐ-SNV', date: '04/05/2026' },
    editionInForceFrom: '11/05/2026',
    manifestHash: '7b1e5d0c9a42f318',
    cohortLabel: 'K03/2026',
    studiedFrom: '08/05/2026',
    studiedTo: '12/06/2026',
    hours: 40,
    mark: '7,9',
    grade: 'Khá',
    decision: { number: '118/QĐ-SNV', date: '30/06/2026' },
    issuer: {
      name: 'Sở Nội vụ tỉnh Phú Thọ',
      certifier: 'Giám đốc Sở Nội vụ tỉnh Phú Thọ',
      signerTitle: ['GIÁM ĐỐC'],
      signerName: 'Hà Quang Tiến',
    },
    issuedOn: '2026-07-02',
    placeAndDate: 'Phú Thọ, ngày 02 tháng 7 năm 2026',
    publicUrl: 'https://camnang.example',
    modules: MODULES,
    sample: true,
  };
}

/** A complete certificate of the sample course, with what a test wants to be different. */
export function samplePrint(own: Partial<CertificatePrint> = {}): CertificatePrint {
  return {
    ...sampleUnnumberedPrint(),
    serialNumber: 'SNV 000412',
    registerNumber: '37/2026-BD',
    verificationCode: '7Q4KM2TD9XWA',
    ...own,
  };
}
