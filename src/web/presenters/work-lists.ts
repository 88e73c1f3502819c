import { lastWorkingDay } from '../../calendar/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, instantOf, nextDay } from '../../kernel/civil-date.js';
import type { TicketFilter } from '../../tickets/index.js';
import { seesEveryUnit } from '../../tickets/domain/policy.js';
import type { Today } from './ticket-deadline.js';

type Tone = 'late' | 'today' | 'soon';

/** A list of tickets, by its name in the address. */
export interface TicketList {
  readonly kind: 'tickets';
  readonly code: string;
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

/** What waits for this person besides open tickets. */
export interface Awaiting {
  /** Tickets whose letter waits for this person's approval of its content, of its form, or for his signature. */
  readonly contentApproval: readonly string[];
  readonly formatApproval: readonly string[];
  readonly signature: readonly string[];
  /** Tickets whose letter came back to its author. */
  readonly givenBack: readonly string[];
  readonly releases: number;
  readonly refusedMessages: number;
}

/** The lists that a person looks into, by what he is; the first is the one that opens. */
export function workLists(actor: Actor, awaiting: Awaiting, today: Today): readonly WorkListGroup[] {
  return [
    ...when(hasRole(actor, 'contactOfficer'), () => ownGroup(actor, awaiting, today)),
    ...when(hasRole(actor, 'unitHead'), () => unitGroup(actor, awaiting, today)),
    ...when(hasRole(actor, 'registryClerk'), () => registryGroup(awaiting)),
    ...when(hasRole(actor, 'leader', 'formatChecker'), () => approvalGroup(actor, awaiting)),
    ...when(seesEveryUnit(actor), () => houseGroup(today)),
  ];
}

/** Lists of awaited letters hold nothing when nobody has asked for them. */
export const NOTHING_AWAITED: Awaiting = {
  contentApproval: [],
  formatApproval: [],
  signature: [],
  givenBack: [],
  releases: 0,
  refusedMessages: 0,
};

/** The list with that name; null when this person has none. */
export function ticketListOf(actor: Actor, code: string, awaiting: Awaiting, today: Today): TicketList | null {
  return ticketLists(workLists(actor, awaiting, today)).find((list) => list.code === code) ?? null;
}

/** The tickets of a list with that name, or of the first that there is. */
export function chosenList(groups: readonly WorkListGroup[], code: string): TicketList | null {
  const lists = ticketLists(groups);
  return lists.find((list) => list.code === code) ?? lists[0] ?? null;
}

export function ticketLists(groups: readonly WorkListGroup[]): readonly TicketList[] {
  return groups.flatMap(({ lists }) => lists).filter((list) => list.kind === 'tickets');
}

function ownGroup({ id }: Actor, awaiting: Awaiting, today: Today): WorkListGroup {
  const own = { open: true, officerId: id };
  return {
    heading: 'Việc của tôi',
    lists: [
      tickets('cua-toi', 'Tất cả việc đang mở', own),
      tickets('can-nhan', 'Cần nhận', { ...own, states: ['assigned'] }),
      ...byTime('', own, today),
      tickets('cho-duyet', 'Chờ duyệt, ký', { ...own, states: ['waitingApproval'] }),
      tickets('tra-lai', 'Bị trả lại', { ...own, ids: awaiting.givenBack }),
    ],
  };
}

function unitGroup({ unitId }: Actor, awaiting: Awaiting, today: Today): WorkListGroup {
  const unit = { open: true, unitId: unitId ?? '' };
  return {
    heading: 'Cả đơn vị',
    lists: [
      tickets('don-vi', 'Mọi phiếu của đơn vị', unit),
      tickets('don-vi-chua-nhan', 'Chưa ai nhận', { ...unit, states: ['assigned'] }),
      ...byTime('don-vi-', unit, today),
      tickets('duyet-noi-dung', 'Chờ duyệt nội dung', { ids: awaiting.contentApproval }),
      tickets('don-vi-cho-duyet', 'Chờ duyệt, ký', { ...unit, states: ['waitingApproval'] }),
      tickets('don-vi-tra-lai', 'Bị trả lại', { ...unit, ids: awaiting.givenBack }),
    ],
  };
}

function registryGroup({ releases, refusedMessages }: Awaiting): WorkListGroup {
  return {
    heading: 'Văn thư',
    lists: [
      tickets('chua-giao', 'Phiếu mới, chờ giao', { open: true, states: ['received', 'accepted'] }),
      { kind: 'link', href: '/so-van-ban/di', label: 'Chờ phát hành', count: releases },
      { kind: 'link', href: '/tin-loi', label: 'Tin không nhận được', count: refusedMessages },
    ],
  };
}

function approvalGroup(actor: Actor, { formatApproval, signature }: Awaiting): WorkListGroup {
  return {
    heading: 'Chờ tôi',
    lists: [
      ...when(hasRole(actor, 'formatChecker'), () =>
        tickets('duyet-the-thuc', 'Chờ duyệt thể thức', { ids: formatApproval }),
      ),
      ...when(hasRole(actor, 'leader'), () => tickets('cho-ky', 'Chờ ký trên e-office', { ids: signature })),
    ],
  };
}

function houseGroup(today: Today): WorkListGroup {
  const all = { open: true };
  return {
    heading: 'Toàn Sở',
    lists: [
      tickets('toan-so', 'Mọi phiếu đang mở', all),
      tickets('toan-so-chua-nhan', 'Chưa ai nhận', { ...all, states: ['assigned'] }),
      ...byTime('toan-so-', all, today),
      tickets('toan-so-cho-duyet', 'Chờ duyệt, ký', { ...all, states: ['waitingApproval'] }),
    ],
  };
}

/** Due today, due within the two working days after, and overdue; days as they are in Việt Nam. */
function byTime(prefix: string, base: TicketFilter, { now, calendar }: Today): readonly TicketList[] {
  const today = civilDateOf(now);
  const [start, tomorrow] = [instantOf(today, 0), instantOf(nextDay(today), 0)];
  const soonEnd = instantOf(nextDay(lastWorkingDay(today, 2, calendar)), 0);
  return [
    tickets(`${prefix}qua-han`, 'Quá hạn', { ...base, dueBefore: start }, 'late'),
    tickets(`${prefix}hom-nay`, 'Đến hạn hôm nay', { ...base, dueFrom: start, dueBefore: tomorrow }, 'today'),
    tickets(`${prefix}con-2-ngay`, 'Còn 1 đến 2 ngày', { ...base, dueFrom: tomorrow, dueBefore: soonEnd }, 'soon'),
  ];
}

function tickets(code: string, label: string, filter: TicketFilter, tone: Tone | null = null): TicketList {
  return { kind: 'tickets', code, label, filter, tone };
}

function when<T>(applies: boolean, make: () => T): readonly T[] {
  return applies ? [make()] : [];
}
