import { civilDateOf } from '../../kernel/civil-date.js';
import type { Person } from '../../organisation/index.js';
import type { DocumentFileEntity } from '../../documents/index.js';
import type { DraftEntity } from '../../drafting/index.js';
import type { SeenTicket, SeenLine, TicketRow } from '../../tickets/index.js';
import { ASSIGN_AS_PROPOSED, writeChoice } from '../assignments/proposed-assignments-view.js';
import { AGENCY_WORDS } from '../../proposals/domain/competent-agencies.js';
import type { SeenProposal } from '../../proposals/index.js';
import type { KeptProposal } from '../../proposals/domain/kept-proposal.js';
import type { TicketAbilities } from '../../tickets/domain/decisions/abilities.js';
import type { EmptyView } from '../kit/empty.js';
import type { PreviewView } from '../drafting/preview.js';
import type { ManyAct } from '../many-tickets/many-acts.js';
import type { WorkRow } from './work-list.js';
import type { MyWorkView, WorkGroup } from './my-work-page.js';
import { count } from '../kit/words/numbers.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { headingDay, shortDueMoment, shortMoment } from '../kit/words/time.js';
import { fullTitle, unitName, type Names } from '../kit/names.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';
import { maskedFacts } from '../identity/identity-view.js';
import { channelWords, citizenFiles, draftStep } from '../tickets/ticket-words.js';
import { pagesOf } from '../kit/pages.js';
import { BRINGS } from './empty-lists.js';
import { headsOf, orderWords } from './list-order.js';
import { ticketLists, type TicketList, type WorkListGroup } from './work-lists.js';

/** The data for the page of one's work. */
export interface WorkReading {
  readonly groups: readonly WorkListGroup[];
  /** How many tickets each list holds, by its code. */
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: TicketList | null;
  readonly rows: readonly TicketRow[];
  /** How many of the list stand before these. */
  readonly before: number;
  /** Where the next rows begin, as the address writes it. */
  readonly cursor: string | null;
  readonly names: Names;
  /** What is proposed for tickets that no unit has, by ticket. */
  readonly proposals: ReadonlyMap<string, KeptProposal>;
  /** What this person may do with several at once. */
  readonly manyActs: readonly ManyAct[];
  /** Until when the clocks of tickets shown are paused, by ticket. */
  readonly pausedUntil: ReadonlyMap<string, Date>;
  readonly preview: PreviewReading | null;
  /** Those for whom this person may act now, with what waits there. */
  readonly standIns: readonly {
    readonly principal: Pick<Person, 'id' | 'fullName'>;
    readonly lists: readonly TicketList[];
    readonly counts: ReadonlyMap<string, number>;
  }[];
}

export interface PreviewReading {
  readonly ticket: SeenTicket;
  readonly may: TicketAbilities;
  readonly files: readonly DocumentFileEntity[];
  readonly drafts: readonly DraftEntity[];
  readonly latest: SeenLine | null;
  /** To whom one press assigns it, and why; null where nobody is proposed to whom this person may assign at once. */
  readonly proposed: (SeenProposal & { readonly unitId: string; readonly reason: string }) | null;
  readonly names: Names;
}

/** More would hide one's own. */
const LISTS_SHOWN = 6;

export function myWorkView(reading: WorkReading, today: Today): MyWorkView {
  const { chosen, counts } = reading;
  const day = civilDateOf(today.now);
  return {
    groups: [...reading.groups.map((group) => groupView(group, reading)), ...reading.standIns.map(standInGroup)],
    heading: chosen?.label ?? 'Việc của tôi',
    today: { iso: day, words: headingDay(day) },
    summary: timeSummary(reading.groups, counts),
    rows: reading.rows.map((row) => ({
      ...workRow(row, reading, today),
      href: ticketHref(row.id, reading),
      proposal: proposalWords(reading.proposals.get(row.id), reading.names),
      choosable: reading.manyActs.length > 0,
    })),
    ...orderOf(chosen),
    manyActs: reading.manyActs,
    empty: emptyOf(chosen),
    pages: pagesOf({
      before: reading.before,
      shown: reading.rows.length,
      total: counts.get(chosen?.base ?? '') ?? 0,
      firstHref: `/?${query(reading, {})}`,
      nextHref: reading.cursor === null ? null : `/?${query(reading, { trang: reading.cursor })}`,
    }),
    exportHref: reading.rows.length === 0 ? null : `/viec-cua-toi.xlsx?${query(reading, {})}`,
    preview: reading.preview && previewView(reading.preview, reading, today),
  };
}

/** Lists with something in them; they open once one has begun to act for that person. */
function standInGroup({ principal, lists, counts }: WorkReading['standIns'][number]): WorkGroup {
  const filled = lists.filter(({ code }) => (counts.get(code) ?? 0) > 0).slice(0, LISTS_SHOWN);
  return {
    heading: `Xử lý thay ${principal.fullName}`,
    enter: principal.id,
    lists: filled.map(({ code, label, tone }) => ({
      href: '/lam-thay',
      label,
      count: counts.get(code) ?? 0,
      tone,
      current: false,
    })),
  };
}

function groupView({ heading, lists }: WorkListGroup, { counts, chosen }: WorkReading): WorkGroup {
  return {
    heading,
    lists: lists.map((list) =>
      list.kind === 'link'
        ? { href: list.href, label: list.label, count: list.count, tone: null, current: false }
        : {
            href: `/?danh-sach=${list.code}`,
            label: list.label,
            count: counts.get(list.code) ?? 0,
            tone: list.tone,
            current: list.code === chosen?.base,
          },
    ),
  };
}

/** `1 phiếu quá hạn, 3 phiếu phải xong hôm nay.` of the first group that counts by time. */
export function timeSummary(groups: readonly WorkListGroup[], counts: ReadonlyMap<string, number>): string {
  const lists = ticketLists(groups);
  const of = (tone: TicketList['tone']): number =>
    counts.get(lists.find((list) => list.tone === tone)?.code ?? '') ?? 0;
  const [late, due] = [of('late'), of('today')];
  const parts = [
    late === 0 ? 'không phiếu nào quá hạn' : `${count(late)} phiếu quá hạn`,
    due === 0 ? 'không việc nào phải xong hôm nay' : `${count(due)} việc phải xong hôm nay`,
  ];
  return `${parts.join(', ')}.`;
}

function orderOf(chosen: TicketList | null): Pick<MyWorkView, 'heads' | 'order'> {
  return { heads: chosen && headsOf(chosen), order: orderWords(chosen?.filter ?? {}) };
}

function emptyOf(chosen: TicketList | null): EmptyView {
  return {
    kind: 'done',
    heading: 'Không có phiếu nào ở đây',
    text:
      chosen === null
        ? 'Tài khoản này chưa có vai trò nhận phiếu; quản trị hệ thống giao vai trò ở Người dùng và vai trò.'
        : (BRINGS[chosen.label] ?? ''),
  };
}

/** One ticket as lists show it. */
export function workRow(row: TicketRow, reading: Pick<WorkReading, 'names' | 'pausedUntil'>, today: Today): WorkRow {
  return {
    id: row.id,
    href: `/phieu/${row.id}`,
    code: row.code,
    deadline: ticketPill(row, today, reading.pausedUntil.get(row.id)),
    subject: row.subject,
    channel: channelWords(row.channel),
    unit: unitName(reading.names, row.leadUnitId) ?? 'chưa giao đơn vị',
    state: ticketStateLabel(row.state),
    latest: row.latest === '' ? null : row.latest,
  };
}

/** `Phòng Kế hoạch - Tài chính`; `chuyển Sở Y tế`: what the line of a list says. */
function proposalWords(proposal: KeptProposal | undefined, names: Names): string | null {
  if (proposal === undefined) return null;
  if (proposal.agency !== null) return `chuyển ${AGENCY_WORDS[proposal.agency.agency]}`;
  return unitName(names, proposal.units[0]?.unitId ?? null);
}

/** The list goes along, so that the ticket knows its neighbours. */
function ticketHref(id: string, { chosen }: WorkReading): string {
  return chosen === null ? `/phieu/${id}` : `/phieu/${id}?danh-sach=${chosen.code}`;
}

function query({ chosen }: WorkReading, more: Record<string, string>): string {
  return new URLSearchParams({ 'danh-sach': chosen?.code ?? '', ...more }).toString();
}

function previewView({ ticket, may, ...read }: PreviewReading, reading: WorkReading, today: Today): PreviewView {
  const { id, code, subject } = ticket;
  const unit = unitName(read.names, ticket.leadUnitId);
  const officer = fullTitle(read.names, ticket.officerId);
  const { proposed } = read;
  return {
    id,
    href: ticketHref(id, reading),
    code,
    subject,
    origin: `${channelWords(ticket.channel)} · nhận ${shortMoment(ticket.startedAt)}`,
    deadline: ticketPill(ticket, today, reading.pausedUntil.get(id)),
    moment: shortDueMoment(ticket.dueAt),
    text: ticket.words.text,
    files: citizenFiles(read.files),
    responsibility: [
      { label: 'Chủ trì', value: unit ?? 'chưa giao đơn vị' },
      ...(officer === null ? [] : [{ label: 'Cán bộ', value: officer }]),
      ...maskedFacts(ticket.sender, ticket.keepSecret).slice(0, 1),
    ],
    latest: read.latest && { text: read.latest.title, when: shortMoment(read.latest.at) },
    may: {
      accept: may.acts.has('unitAccept') ? { action: `/phieu/${id}/nhan`, label: 'Nhận việc' } : null,
      assign: may.acts.has('assign'),
      assignAsProposed: proposed && {
        action: ASSIGN_AS_PROPOSED,
        choice: writeChoice(proposed),
        receiver: receiverWords(proposed, read.names),
        because: proposed.reason,
      },
      note: may.acts.has('note'),
      draft: draftStep(id, may, read.drafts, reading.chosen?.code ?? null),
    },
  };
}

/** `Phòng Giáo dục Trung học; Bà Nguyễn Thị Hồng Ngọc` */
function receiverWords({ unitId, officerId }: NonNullable<PreviewReading['proposed']>, names: Names): string {
  return [unitName(names, unitId), fullTitle(names, officerId)].filter((one) => one !== null).join('; ');
}
