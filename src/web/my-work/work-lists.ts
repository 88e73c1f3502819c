import { deskOf, hasRole, type Actor } from '../../kernel/actor.js';
import type { TicketFilter } from '../../tickets/index.js';
import { dueWindows } from '../../tickets/domain/deadlines/due-windows.js';
import { seesEveryUnit } from '../../tickets/domain/deadlines/policy.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import type { Awaiting } from './awaited-work.js';
import { inOrder, partsOf } from './list-order.js';

type Tone = 'late' | 'today' | 'soon';

/** A list of tickets, by its name in the address. */
export interface TicketList {
  readonly kind: 'tickets';
  /** With its order, where it is another than that of deadlines. */
  readonly code: string;
  /** Its name without an order: in any order it holds the same. */
  readonly base: string;
  readonly label: string;
  readonly tone: Tone | null;
  readonly filter: TicketFilter;
}

/** Work that has a page of its own. */
export interface LinkedWork {
  readonly kind: 'link';
  readonly href: string;
  readonly label: string;
  readonly count: number;
}

export interface WorkListGroup {
  readonly heading: string;
  readonly lists: readonly (TicketList | LinkedWork)[];
}

/** The lists of a person, by role; the first in which something waits is the one that opens. */
export function workLists(actor: Actor, awaiting: Awaiting, today: Today): readonly WorkListGroup[] {
  return [
    ...when(hasRole(actor, 'contactOfficer'), () => ownGroup(actor, awaiting, today)),
    ...when(hasRole(actor, 'unitHead'), () => unitGroup(actor, awaiting, today)),
    ...when(hasRole(actor, 'contactOfficer', 'unitHead'), () => helpGroup(actor, awaiting)),
    ...when(hasRole(actor, 'registryClerk'), () => registryGroup(actor, awaiting)),
    ...when(decides(actor) || awaiting.decisions !== null, () => decisionGroup(actor, awaiting)),
    ...when(seesEveryUnit(actor), () => agencyGroup(today)),
  ];
}

/** The list with that name; null when this person has none. */
export function ticketListOf(actor: Actor, code: string, awaiting: Awaiting, today: Today): TicketList | null {
  return listNamed(ticketLists(workLists(actor, awaiting, today)), code);
}

/** The tickets of a list with that name, or of the first in which something waits, or of the first that there is. */
export function chosenList(
  groups: readonly WorkListGroup[],
  code: string,
  counts: ReadonlyMap<string, number> = new Map(),
): TicketList | null {
  const lists = ticketLists(groups);
  const filled = lists.find((list) => (counts.get(list.code) ?? 0) > 0);
  return listNamed(lists, code) ?? filled ?? lists[0] ?? null;
}

function listNamed(lists: readonly TicketList[], code: string): TicketList | null {
  const [name, order] = partsOf(code);
  const list = lists.find(({ base }) => base === name);
  return list === undefined ? null : { ...list, ...inOrder(name, list.filter, order) };
}

export function ticketLists(groups: readonly WorkListGroup[]): readonly TicketList[] {
  return groups.flatMap(({ lists }) => lists).filter((list) => list.kind === 'tickets');
}

function ownGroup(actor: Actor, awaiting: Awaiting, today: Today): WorkListGroup {
  const officerId = deskOf(actor);
  const own = { open: true, officerId };
  return {
    heading: actor.onBehalfOf === undefined ? 'Việc của tôi' : `Việc của ${actor.onBehalfOf.name}`,
    lists: [
      tickets('cua-toi', 'Tất cả việc đang mở', own),
      tickets('can-nhan', 'Cần nhận', { ...own, states: TO_BE_TAKEN }),
      ...byTime('', own, today),
      tickets('dang-xu-ly', 'Đang xác minh, xử lý', { ...own, states: BEING_HANDLED }),
      ...halted('', own),
      tickets('cho-duyet', 'Chờ duyệt, ký', { ...own, states: ['waitingApproval'] }),
      tickets('tra-lai', 'Bị trả lại', { ...own, ids: awaiting.givenBack }),
      tickets('thieu-tai-lieu', EVIDENCE_MISSING, { officerId, waitsFor: 'evidence' }),
      tickets('cho-danh-gia', RATING_OWED, { officerId, waitsFor: 'rating' }),
    ],
  };
}

function unitGroup({ unitId }: Actor, awaiting: Awaiting, today: Today): WorkListGroup {
  const own = { unitId: unitId ?? '' };
  const unit = { open: true, ...own };
  return {
    heading: 'Cả đơn vị',
    lists: [
      tickets('don-vi', 'Mọi phiếu của đơn vị', unit),
      tickets('don-vi-chua-nhan', 'Chưa ai nhận', { ...unit, states: TO_BE_TAKEN }),
      ...byTime('don-vi-', unit, today),
      tickets('duyet-tra-loi', 'Duyệt câu trả lời', {
        ...unit,
        states: ['waitingApproval'],
        waitsFor: 'answerApproval',
      }),
      tickets('duyet-noi-dung', 'Chờ duyệt nội dung', { ids: awaiting.contentApproval }),
      ...halted('don-vi-', unit),
      tickets('don-vi-cho-duyet', 'Chờ duyệt, ký', { ...unit, states: ['waitingApproval'] }),
      tickets('don-vi-tra-lai', 'Bị trả lại', { ...unit, ids: awaiting.givenBack }),
      tickets('don-vi-thieu-tai-lieu', EVIDENCE_MISSING, { ...own, waitsFor: 'evidence' }),
      tickets('don-vi-cho-danh-gia', RATING_OWED, { ...own, waitsFor: 'rating' }),
    ],
  };
}

/** What other units' tickets, and supervision, want of this one. */
function helpGroup(actor: Actor, { directives, documents, incoming }: Awaiting): WorkListGroup {
  return {
    heading: 'Phối hợp',
    lists: [
      tickets('phoi-hop', 'Chờ đơn vị cho ý kiến', { owesReply: actor.unitId ?? '' }),
      { kind: 'link', href: '/giam-sat/chi-dao', label: 'Chỉ đạo chờ trả lời', count: directives },
      ...incomingList(incoming),
      ...(decides(actor) ? [] : documentList(documents)),
    ],
  };
}

function registryGroup(
  actor: Actor,
  {
    releases,
    refusedMessages,
    undone,
    exchangeTasks,
    entriesByHand,
    lettersByHand,
    dataRequests,
    unopened,
    documents,
    incoming,
  }: Awaiting,
): WorkListGroup {
  const desk = { open: true };
  return {
    heading: 'Văn thư',
    lists: [
      tickets('chua-giao', 'Chờ giao đơn vị', { ...desk, states: ['received', 'accepted', 'classified', 'reopened'] }),
      tickets('moi-nhan', 'Mới nhận', { ...desk, states: ['received'] }),
      tickets('can-phan-loai', 'Cần phân loại', { ...desk, states: ['accepted'] }),
      tickets('mo-lai', 'Mở lại', { ...desk, states: ['reopened'] }),
      tickets('gui-them', 'Văn bản gửi thêm, phiếu đã kết thúc', { furtherOwed: true }),
      { kind: 'link', href: '/so-van-ban/di', label: 'Chờ phát hành', count: releases },
      { kind: 'link', href: '/trao-doi#viec-chua-lam-duoc', label: 'Phản ánh chưa mở được phiếu', count: unopened },
      { kind: 'link', href: '/trao-doi', label: 'Giao dịch gửi không thành công', count: undone },
      { kind: 'link', href: '/trao-doi/viec', label: 'Việc chờ quyết định', count: exchangeTasks },
      { kind: 'link', href: '/tin-loi', label: 'Văn bản, bản tin bị từ chối nhận', count: refusedMessages },
      ...incomingList(incoming),
      ...(decides(actor) ? [] : documentList(documents)),
      ...when(lettersByHand > 0, () => ({
        kind: 'link' as const,
        href: '/so-van-ban/di',
        label: 'Chờ văn thư gửi',
        count: lettersByHand,
      })),
      // Most e-offices take the entry over the wire.
      ...when(entriesByHand > 0, () => ({
        kind: 'link' as const,
        href: '/trao-doi/ghi-so',
        label: 'Chờ ghi tay vào hệ thống QLVB',
        count: entriesByHand,
      })),
      ...when(dataRequests > 0, () => ({
        kind: 'link' as const,
        href: '/yeu-cau-du-lieu',
        label: 'Yêu cầu về dữ liệu cá nhân',
        count: dataRequests,
      })),
    ],
  };
}

/** What only this person, or another of the same standing, may decide. */
function decisionGroup(
  actor: Actor,
  { formatApproval, signature, decisions, documents, incoming }: Awaiting,
): WorkListGroup {
  return {
    heading: 'Chờ tôi',
    lists: [
      ...when(hasRole(actor, 'formatChecker'), () =>
        tickets('duyet-the-thuc', 'Chờ duyệt thể thức', { ids: formatApproval }),
      ),
      ...queueList(decisions),
      ...(hasRole(actor, 'leader') ? leaderLists(signature) : []),
      ...(hasRole(actor, 'leader', 'supervisor') ? wishLists() : []),
      ...when(hasRole(actor, 'supervisor'), () =>
        tickets('mo-lai-qua-lan', 'Mở lại quá số lần', { open: true, states: ['reopened'], waitsFor: 'supervision' }),
      ),
      ...(hasRole(actor, 'registryClerk', 'contactOfficer', 'unitHead') ? [] : incomingList(incoming)),
      ...(decides(actor) ? documentList(documents) : []),
    ],
  };
}

function queueList(count: number | null): readonly LinkedWork[] {
  return count === null ? [] : [{ kind: 'link', href: '/quyet-dinh', label: 'Đề xuất, đề nghị chờ quyết định', count }];
}

function decides(actor: Actor): boolean {
  return hasRole(actor, 'leader', 'supervisor', 'formatChecker');
}

/** Few documents answer no ticket. */
function documentList(count: number): readonly LinkedWork[] {
  return count === 0 ? [] : [{ kind: 'link', href: '/du-thao', label: 'Văn bản khác chờ tôi', count }];
}

/** Shown once, in the first group that a person has. */
function incomingList(count: number): readonly LinkedWork[] {
  return count === 0 ? [] : [{ kind: 'link', href: '/van-ban-den', label: 'Văn bản đến chờ xử lý', count }];
}

function leaderLists(signature: readonly string[]): readonly TicketList[] {
  return [
    tickets('cho-ky', 'Chờ ký trên hệ thống QLVB', { ids: signature }),
    tickets('so-duyet-tra-loi', 'Câu trả lời chờ duyệt', { open: true, waitsFor: 'answerApproval' }),
  ];
}

function wishLists(): readonly TicketList[] {
  return [
    tickets('duyet-gia-han', 'Duyệt gia hạn', { open: true, waitsFor: 'extensionDecision' }),
    tickets('duyet-cong-khai', 'Duyệt công khai', { open: false, waitsFor: 'publicationDecision' }),
  ];
}

function agencyGroup(today: Today): WorkListGroup {
  const all = { open: true };
  return {
    heading: 'Toàn Sở',
    lists: [
      tickets('toan-so', 'Mọi phiếu đang mở', all),
      tickets('toan-so-chua-nhan', 'Chưa ai nhận', { ...all, states: TO_BE_TAKEN }),
      ...byTime('toan-so-', all, today),
      tickets('toan-so-cho-cong-dan', 'Chờ người phản ánh bổ sung', { ...all, states: ['waitingCitizenInfo'] }),
      tickets('toan-so-cho-phoi-hop', 'Chờ đơn vị phối hợp', { ...all, states: ['waitingCoordination'] }),
      tickets('toan-so-cho-duyet', 'Chờ duyệt, ký', { ...all, states: ['waitingApproval'] }),
      tickets('toan-so-thieu-tai-lieu', EVIDENCE_MISSING, { waitsFor: 'evidence' }),
      tickets('toan-so-cho-danh-gia', RATING_OWED, { waitsFor: 'rating' }),
    ],
  };
}

/** Tickets that wait for somebody else, and tickets that may end because nobody replied. */
function halted(prefix: string, base: TicketFilter): readonly TicketList[] {
  return [
    tickets(`${prefix}cho-cong-dan`, 'Chờ người phản ánh bổ sung', { ...base, states: ['waitingCitizenInfo'] }),
    tickets(`${prefix}khong-bo-sung`, 'Người phản ánh không bổ sung', {
      ...base,
      states: ['verifying', 'processing'],
      waitsFor: 'lapsedInformation',
    }),
    tickets(`${prefix}cho-phoi-hop`, 'Chờ đơn vị phối hợp', { ...base, states: ['waitingCoordination'] }),
  ];
}

const EVIDENCE_MISSING = 'Thiếu tài liệu chứng minh';
const RATING_OWED = 'Đã trả lời, chờ đánh giá';
/** A ticket that came back is proposed to the unit that answered it. */
const TO_BE_TAKEN = ['assigned', 'reopened'] as const;
const BEING_HANDLED = ['verifying', 'processing', 'draftingReply'] as const;

function byTime(prefix: string, base: TicketFilter, { now, calendar }: Today): readonly TicketList[] {
  const { late, today, soon } = dueWindows(now, calendar);
  return [
    tickets(`${prefix}qua-han`, 'Quá hạn', { ...base, ...late }, 'late'),
    tickets(`${prefix}hom-nay`, 'Đến hạn hôm nay', { ...base, ...today }, 'today'),
    tickets(`${prefix}con-2-ngay`, 'Còn 1 đến 2 ngày', { ...base, ...soon }, 'soon'),
  ];
}

function tickets(code: string, label: string, filter: TicketFilter, tone: Tone | null = null): TicketList {
  return { kind: 'tickets', code, base: code, label, filter, tone };
}

function when<T>(applies: boolean, make: () => T): readonly T[] {
  return applies ? [make()] : [];
}
