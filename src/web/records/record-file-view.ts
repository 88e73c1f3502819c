import type { PaperFacts, PaperFile, RecordFileEntity } from '../../records/index.js';
import { registerNote } from '../../documents/domain/after-release.js';
import { FILE_RIGHTS, PAPER_WORDS } from '../../records/domain/record-file.js';
import { hasEnded } from '../../records/domain/keeping.js';
import { RETENTIONS, retentionOf } from '../../records/domain/retention.js';
import { ANNEX_LENGTHS } from '../../records/domain/annex-lengths.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { PaperView, RecordFileView } from './record-file-page.js';
import { fileStateLabel } from './record-files-words.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { fullDay, moment } from '../kit/words/time.js';
import { fileExportView } from '../ticket-files/file-export-view.js';
import { fullTitle, unitName } from '../kit/names.js';
import type { RecordFileReading } from './record-file-reading.js';
import { area, choice, choices, field, pick, wholeNumber } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import { retentionActs } from './file-retention.js';

/** Words take a page of the bundle. */
const PAGES_OF_WORDS = 1;

export function recordFileView(reading: RecordFileReading): RecordFileView {
  const { file, ticket, papers, may } = reading;
  const inside = papers.filter(({ paper }) => paper.removedAt === null);
  const outside = papers.filter(({ paper }) => paper.removedAt !== null);
  const isOpen = file.state === 'open';
  return {
    id: file.id,
    notation: file.notation,
    title: file.title,
    state: fileStateLabel(file.state),
    ticket: ticket && ticketView(ticket),
    facts: factsOf(reading, inside),
    papers: inside.map((paper, at) => paperView(reading, paper, at + 1)),
    removed: outside.map((paper) => removedView(reading, paper)),
    acts: [...(may.keep ? actsOf(reading) : []), ...retentionActs(reading)],
    mayRemove: may.keep && isOpen,
    ...endOf(reading),
    exported: reading.exported === null ? null : fileExportView(file.id, reading.exported),
  };
}

function ticketView({ id, code, state }: SeenTicket): NonNullable<RecordFileView['ticket']> {
  return { href: `/phieu/${id}`, code, state: ticketStateLabel(state) };
}

/** Where closing is posted, or what it waits for. */
function endOf({ file, ticket, may }: RecordFileReading): Pick<RecordFileView, 'close' | 'waits'> {
  if (file.state !== 'open') return { close: null, waits: null };
  const ended = ticket === null || hasEnded(ticket.state);
  return {
    close: may.keep && ended ? `/ho-so/${file.id}/ket-thuc` : null,
    waits: ended ? null : 'Hồ sơ kết thúc được khi phiếu đã kết thúc.',
  };
}

function factsOf({ file, names, pages, ticket }: RecordFileReading, inside: readonly PaperFacts[]): readonly Fact[] {
  const counted = inside.map((paper) => pagesOf(paper, pages));
  const total = counted.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const facts = [
    { label: 'Số và ký hiệu', value: `${file.notation}, danh mục năm ${file.year}` },
    { label: 'Đơn vị', value: unitName(names, file.unitId) ?? 'Chưa giao đơn vị' },
    { label: 'Người lập', value: ticket === null ? '' : (fullTitle(names, ticket.officerId) ?? '') },
    { label: 'Bắt đầu', value: fullDay(file.startedOn) },
    { label: 'Kết thúc', value: file.workEndedOn === null ? '' : fullDay(file.workEndedOn) },
    { label: 'Số văn bản', value: String(inside.length) },
    { label: 'Số trang', value: counted.includes(null) ? `${total}, còn tệp đang đếm` : String(total) },
    { label: 'Thời hạn bảo quản', value: retentionWords(file) },
    ...afterClosing(file),
    { label: 'Chế độ sử dụng', value: file.rights },
    { label: 'Ghi chú', value: file.description },
  ];
  return facts.filter(({ value }) => value !== '');
}

function afterClosing(file: RecordFileEntity): readonly Fact[] {
  return [
    { label: 'Hạn nộp lưu', value: file.handOverBy === null ? '' : fullDay(file.handOverBy) },
    { label: 'Cho giữ lại theo', value: file.keptBackConsent ?? '' },
    {
      label: 'Nộp lưu',
      value: file.handedOverOn === null ? '' : `${fullDay(file.handedOverOn)}, ${file.handedOverBy ?? ''}`,
    },
    { label: 'Không được hủy', value: file.heldBecause ?? '' },
  ];
}

function retentionWords({ retention, retainedUntil }: RecordFileEntity): string {
  const { words } = retentionOf(retention);
  return retainedUntil === null ? words : `${words}, đến hết ${fullDay(retainedUntil)}`;
}

/** Null while a file of it has not been counted. */
function pagesOf({ files, words }: PaperFacts, pages: ReadonlyMap<string, number>): number | null {
  let sum = words === null ? 0 : PAGES_OF_WORDS;
  for (const { sha256 } of files) {
    const counted = pages.get(sha256);
    if (counted === undefined) return null;
    sum += counted;
  }
  return sum;
}

function paperView(reading: RecordFileReading, facts: PaperFacts, ordinal: number): PaperView {
  const { paper, title, files, words, withheld } = facts;
  const pages = pagesOf(facts, reading.pages);
  const others = reading.alsoIn.get(paper.sourceId) ?? [];
  return {
    id: paper.id,
    ordinal: String(ordinal),
    kind: PAPER_WORDS[paper.kind],
    title,
    day: moment(paper.at),
    pages: withheld ? '' : pages === null ? 'đang đếm' : String(pages),
    words,
    files: files
      .filter(({ refusal }) => refusal === null)
      .map((file) => ({ href: fileHref(paper.kind, file), name: file.name })),
    href: documentHref(reading, facts),
    note: [
      noteOf(facts),
      withheld ? 'Có tệp mà tài khoản này không được mở.' : '',
      others.length === 0 ? '' : `Cũng nằm trong hồ sơ ${others.join(', ')}.`,
    ]
      .filter((one) => one !== '')
      .join(' '),
  };
}

/** What became of a number, or of files that came. */
function noteOf({ outgoing, links, files }: PaperFacts): string {
  if (outgoing !== null) {
    const pending = ['numbered', 'sealed'].includes(outgoing.state) ? ['Chưa phát hành'] : [];
    const parts = [...pending, registerNote(outgoing, links)].filter((one) => one !== '');
    return parts.length === 0 ? '' : `${parts.join('; ')}.`;
  }
  const refused = files.filter(({ refusal }) => refusal !== null).length;
  return refused === 0 ? '' : `${refused} tệp không an toàn, chỉ giữ làm bằng chứng.`;
}

/** The page of a document that has one; what came for a ticket is read there. */
function documentHref({ handled }: RecordFileReading, { incoming, outgoing, mayRead }: PaperFacts): string | null {
  if (!mayRead) return null;
  if (outgoing !== null) return `/van-ban-di/${outgoing.id}`;
  return incoming !== null && handled.has(incoming.id) ? `/van-ban-den/${incoming.id}` : null;
}

const DOORS = { incoming: 'van-ban', brought: 'cong-dan', evidence: 'tai-lieu' } as const;

function fileHref(kind: PaperFacts['paper']['kind'], { id }: PaperFile): string {
  if (kind === 'outgoing') return `/tep/van-ban-di/${id}.pdf`;
  return `/tep/${kind in DOORS ? DOORS[kind as keyof typeof DOORS] : 'van-ban'}/${id}`;
}

function removedView({ names }: RecordFileReading, { paper, title }: PaperFacts): RecordFileView['removed'][number] {
  return {
    id: paper.id,
    title: `${PAPER_WORDS[paper.kind]}: ${title}`,
    because: paper.removedBecause ?? '',
    who: `${fullTitle(names, paper.removedById) ?? 'Hệ thống'}, ${paper.removedAt === null ? '' : moment(paper.removedAt)}`,
  };
}

export const adding = defineForm({
  book: choice('Sổ', choices(['incoming', 'outgoing'], { incoming: 'Văn bản đến', outgoing: 'Văn bản đi' }), {
    value: 'incoming',
  }),
  year: field('number', 'Năm', wholeNumber('Ghi năm.', 2020, 2999), { min: 2020, max: 2999 }),
  number: field('number', 'Số', wholeNumber('Ghi số của văn bản.', 1, 2_000_000_000), { min: 1 }),
});

export const describing = defineForm({
  title: area('Tiêu đề hồ sơ', {
    needed: 'Ghi tiêu đề hồ sơ.',
    hint: `Nhiều nhất ${ANNEX_LENGTHS.Title} ký tự, không ghi tên người phản ánh.`,
  }),
  retention: pick('Thời hạn bảo quản', {
    options: RETENTIONS.map(({ code, words }) => ({ value: code, label: words })),
  }),
  rights: pick('Chế độ sử dụng', { options: FILE_RIGHTS.map((right) => ({ value: right, label: right })) }),
  description: area('Ghi chú', { rows: 2 }),
});

function actsOf({ file, refused }: RecordFileReading): readonly ActFormView[] {
  const { state, year, title, retention, rights, description } = file;
  const page = `/ho-so/${file.id}`;
  const add = {
    id: 'them',
    label: 'Thêm văn bản từ sổ…',
    action: `${page}/them`,
    submit: 'Thêm vào hồ sơ',
    lead: 'Văn bản vẫn nằm ở hồ sơ khác nếu đã có ở đó; không chép thành hai.',
  };
  const describe = { id: 'sua', label: 'Sửa tiêu đề, thời hạn…', action: `${page}/sua`, submit: 'Lưu thông tin hồ sơ' };
  if (state === 'handedOver') return [];
  return [
    ...(state === 'open' ? [adding.draw(add, refused, { year })] : []),
    describing.draw(describe, refused, { title, retention, rights, description }),
  ];
}
