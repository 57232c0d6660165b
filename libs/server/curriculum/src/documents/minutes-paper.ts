import {
  formatPaperDate,
  hanoiDate,
  type BallotValue,
  type CouncilDuty,
  type CouncilOutcome,
} from '@cam-nang/domain';
import type { castBallot, ResponseOf } from '@cam-nang/contracts';
import { plainLine, type Paper, type PaperBlock, type PaperLine } from '@cam-nang/platform';
import { dayWord } from './paper-words.js';
import type { PaperOffice } from './paper-office.js';

type Council = ResponseOf<typeof castBallot>;
type Member = Council['members'][number];

/** A council that has ended, and the office it was set up at. */
export interface MinutesAbout {
  readonly council: Council;
  readonly outcome: CouncilOutcome;
  readonly office: PaperOffice;
  /** When what was judged was frozen. */
  readonly sealedAt: Date;
  readonly endedAt: Date;
  /** What members said about passages while the council sat, in reading order. */
  readonly remarks: readonly Remark[];
}

/** What a member said about a place of the frozen text. */
export interface Remark {
  readonly name: string;
  readonly place: string;
  /** The words it is about; empty for a passage or a lesson as a whole. */
  readonly quote: string;
  readonly body: string;
}

const DUTIES: Readonly<Record<CouncilDuty, string>> = {
  chair: 'Chủ tịch Hội đồng',
  secretary: 'Thư ký Hội đồng',
  reviewer: 'Ủy viên phản biện',
  member: 'Ủy viên',
};
const VALUES: Readonly<Record<BallotValue, string>> = {
  pass: 'Đạt',
  pass_with_changes: 'Đạt, phải chỉnh sửa',
  fail: 'Không đạt',
  abstain: 'Không có ý kiến',
};
const MEMBER_COLUMNS = [
  { title: 'TT', share: 7, centred: true },
  { title: 'Họ và tên', share: 30 },
  { title: 'Cơ quan', share: 33 },
  { title: 'Nhiệm vụ', share: 30 },
] as const;
const VOTE_COLUMNS = [
  { title: 'TT', share: 7, centred: true },
  { title: 'Họ và tên', share: 26 },
  { title: 'Ý kiến', share: 22 },
  { title: 'Nhận xét', share: 45 },
] as const;

/** The minutes of a council's meeting, in the layout of Nghị định 30/2020/NĐ-CP. */
export function minutesPaper(about: MinutesAbout): Paper {
  const { council, office, endedAt } = about;
  return {
    title: `Biên bản họp Hội đồng thẩm định ấn bản ${council.edition.label}`,
    author: office.name,
    landscape: false,
    head: {
      above: office.name.toLocaleUpperCase('vi'),
      issuer: 'HỘI ĐỒNG THẨM ĐỊNH',
      number: 'Số:        /BB-HĐTĐ'.replaceAll(' ', '\u00a0'),
      place: `${office.place}, ${formatPaperDate(hanoiDate(endedAt))}`,
    },
    blocks: [
      {
        kind: 'title',
        name: 'BIÊN BẢN',
        about: `Họp Hội đồng thẩm định ấn bản ${council.edition.label}, ${council.courseTitle}`,
      },
      ...meeting(about),
      ...composition(council),
      ...proceedings(about),
      ...votes(council),
      ...conclusion(about),
    ],
    timestamp: Math.floor(endedAt.getTime() / 1000),
  };
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', line: plainLine(text) };
}

function moment(instant: Date): string {
  const clock = instant.toLocaleTimeString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = '', minute = ''] = clock.split(':');
  return `${hour} giờ ${minute} phút, ${formatPaperDate(hanoiDate(instant))}`;
}

function meeting({ council, sealedAt, endedAt }: MinutesAbout): PaperBlock[] {
  const { decisionNo, decisionDate, papersSentOn, manifestHash, rules, convenedAt } = council;
  return [
    { kind: 'heading', text: 'I. THỜI GIAN, HÌNH THỨC, CĂN CỨ' },
    paragraph(
      `Thời gian: từ ${moment(new Date(convenedAt))} đến ${moment(endedAt)}. Hình thức: đọc, cho ý kiến và bỏ phiếu trực tuyến.`,
    ),
    paragraph(
      `Căn cứ: Quyết định số ${decisionNo} ngày ${dayWord(decisionDate)} về việc thành lập Hội đồng; ${rules.title} (${rules.basis}).`,
    ),
    paragraph(
      `Tài liệu thẩm định gửi thành viên ngày ${dayWord(papersSentOn)}. Bản được đọc và bỏ phiếu: bản niêm khóa lúc ${moment(sealedAt)}, mã ${manifestHash}.`,
    ),
  ];
}

function composition({ members }: Council): PaperBlock[] {
  const rows = members.map((member, index) => ({
    cells: [
      [plainLine(String(index + 1))],
      [plainLine(member.name)],
      [plainLine(member.organisation)],
      dutyLines(member),
    ],
  }));
  const absent = members.filter((member) => !countsOf(member));
  return [
    { kind: 'heading', text: 'II. THÀNH PHẦN' },
    { kind: 'table', columns: MEMBER_COLUMNS, rows },
    paragraph(
      absent.length === 0
        ? `Có mặt: ${members.length}/${members.length} thành viên.`
        : `Có mặt: ${members.length - absent.length}/${members.length} thành viên. Vắng hoặc không được tính phiếu: ${absent.map(({ name }) => name).join(', ')}.`,
    ),
  ];
}

function countsOf({ ballot }: Member): boolean {
  return ballot?.counts === true;
}

function dutyLines({ duty, recused, isTeacher, representsUsers }: Member): readonly PaperLine[] {
  const notes = [
    ...(isTeacher ? ['giảng viên'] : []),
    ...(representsUsers ? ['đại diện đơn vị sử dụng'] : []),
    ...(recused ? ['không tính phiếu vì đã soạn hoặc lập ấn bản'] : []),
  ];
  const note = notes.join(', ');
  return [plainLine(DUTIES[duty]), ...(note === '' ? [] : [[{ text: note, italic: true }]])];
}

function proceedings({ council: { members, tally }, remarks }: MinutesAbout): PaperBlock[] {
  const chair = members.find(({ duty }) => duty === 'chair')?.name ?? '';
  const secretary = members.find(({ duty }) => duty === 'secretary')?.name ?? '';
  const said = members.flatMap(({ name, ballot }): PaperLine[] =>
    ballot === null || ballot.comment === ''
      ? []
      : [[{ text: `${name}: `, bold: true }, { text: ballot.comment }]],
  );
  return [
    { kind: 'heading', text: 'III. DIỄN BIẾN' },
    paragraph(
      `Chủ trì: ${chair}. Thư ký: ${secretary}. Cần ít nhất ${tally.quorum} thành viên, trong đó có Chủ tịch; có ${tally.present} thành viên có phiếu được tính.`,
    ),
    ...(said.length === 0
      ? [paragraph('Không có ý kiến bằng văn bản ngoài phiếu.')]
      : [paragraph('Ý kiến của các thành viên:'), { kind: 'list' as const, items: said }]),
    ...(remarks.length === 0
      ? []
      : [
          paragraph('Góp ý vào từng chỗ của bản niêm:'),
          { kind: 'list' as const, items: remarks.map(remarkLine) },
        ]),
  ];
}

function remarkLine({ name, place, quote, body }: Remark): PaperLine {
  const about = quote === '' ? place : `${place}, “${quote}”`;
  return [{ text: `${name}, về ` }, { text: about, italic: true }, { text: `: ${body}` }];
}

function votes({ members, tally }: Council): PaperBlock[] {
  const { pass, pass_with_changes: changes, fail, abstain } = tally.votes;
  const rows = members.map((member, index) => ({
    cells: [
      [plainLine(String(index + 1))],
      [plainLine(member.name)],
      [plainLine(voteWord(member))],
      member.ballot === null ? [] : [plainLine(member.ballot.comment)],
    ],
  }));
  return [
    { kind: 'heading', text: 'IV. KẾT QUẢ BỎ PHIẾU' },
    { kind: 'table', columns: VOTE_COLUMNS, rows },
    paragraph(
      `Tổng hợp: ${pass} phiếu đạt; ${changes} phiếu đạt, phải chỉnh sửa; ${fail} phiếu không đạt; ${abstain} phiếu không có ý kiến. Cần ${tally.needed} trên ${tally.present} phiếu để thông qua.`,
    ),
  ];
}

function voteWord({ ballot }: Member): string {
  if (ballot === null) return 'Không có phiếu';
  return ballot.counts ? VALUES[ballot.value] : `${VALUES[ballot.value]} (không tính)`;
}

function conclusion({ council, outcome, endedAt }: MinutesAbout): PaperBlock[] {
  const signer = (duty: CouncilDuty, title: string) => ({
    title,
    hint: '(Ký, ghi rõ họ tên)',
    name: council.members.find((member) => member.duty === duty)?.name ?? '',
  });
  return [
    { kind: 'heading', text: 'V. KẾT LUẬN' },
    {
      kind: 'paragraph',
      line: [
        { text: `Ấn bản ${council.edition.label}: ` },
        { text: `${VALUES[outcome].toLocaleLowerCase('vi')}.`, bold: true },
      ],
    },
    ...(council.conclusion === '' ? [] : [paragraph(council.conclusion)]),
    paragraph(
      `Cuộc họp kết thúc lúc ${moment(endedAt)}. Biên bản được lập để lưu hồ sơ thẩm định./.`,
    ),
    {
      kind: 'signatures',
      signers: [signer('secretary', 'THƯ KÝ'), signer('chair', 'CHỦ TỊCH HỘI ĐỒNG')],
    },
  ];
}
