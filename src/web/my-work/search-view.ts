import { civilDateOf } from '../../kernel/civil-date.js';
import { CATEGORIES, LEVEL_WORDS, LEVELS, policyAt } from '../../law/index.js';
import { printedCode } from '../../documents/domain/register.js';
import type { FoundDocuments } from '../../documents/index.js';
import type { Unit } from '../../organisation/index.js';
import type { FoundTicket, SavedSearch, SearchPage, SearchPlace, SearchWish } from '../../tickets/index.js';
import { NO_QUESTION, type TicketQuestion } from '../../tickets/domain/search/search-question.js';
import { CHANNEL_CHOICES } from '../../tickets/domain/intake/intake-channel.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import type { EmptyView } from '../kit/empty.js';
import type { FormError } from '../kit/errors.js';
import type { ChoiceView } from './search-form.js';
import { incomingHref } from '../documents/pair.js';
import type { RowView } from '../kit/row-list.js';
import type { FoundRow, SavedView, SearchView } from './search-page.js';
import { count } from '../kit/words/numbers.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { atStart, fullDay, shortMoment } from '../kit/words/time.js';
import { unitName, type Names } from '../kit/names.js';
import { chipsOf, type NamesOfQuestion } from './search-chips.js';
import { searchQuery } from './search-form-view.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';
import { channelWords } from '../tickets/ticket-words.js';

/** The data for the page of the search. */
export interface SearchReading {
  readonly question: TicketQuestion;
  readonly errors: readonly FormError[];
  /** Whether anything was asked and could be read. */
  readonly asked: boolean;
  readonly page: SearchPage;
  readonly wish: SearchWish;
  /** How many tickets the person sees in each state. */
  readonly held: ReadonlyMap<string, number>;
  readonly saved: readonly SavedSearch[];
  /** Units to choose from; none where a person sees one unit alone. */
  readonly offered: readonly Unit[];
  /** Schools and centres that a ticket may be about. */
  readonly schools: readonly Unit[];
  /** Lines of the registers, on the first page. */
  readonly documents: FoundDocuments;
  readonly names: Names;
}

const MINUTE = 60_000;

/** @param refusedName why a name for a kept search was refused, when it was */
export function searchView(reading: SearchReading, today: Today, refusedName: string | null): SearchView {
  const { question, errors, page, asked } = reading;
  return {
    question,
    errors,
    chips: chipsOf(question, namesIn(reading, today)),
    units: choices(named(reading.offered), [question.unitId]),
    schools: choices(named(reading.schools), [question.complainedUnitId]),
    channels: choices(CHANNEL_CHOICES, [question.channel]),
    states: choices(
      TICKET_STATES.map((state) => [state, ticketStateLabel(state)]),
      question.states,
    ),
    categories: choices(categoryNames(today), [question.category]),
    levels: choices(levelNames(), [question.level]),
    counters: TICKET_STATES.flatMap((state) => {
      const held = reading.held.get(state) ?? 0;
      const href = searchQuery({ ...NO_QUESTION, states: [state] });
      return held === 0 ? [] : [{ href, label: ticketStateLabel(state), count: count(held) }];
    }),
    asked,
    summary: asked ? summaryOf(reading) : null,
    exact: page.exact.map((ticket) => foundRow(ticket, reading, today)),
    typed: page.typed.map((ticket) => foundRow(ticket, reading, today)),
    rows: page.rows.map((ticket) => foundRow(ticket, reading, today)),
    documents: documentRows(reading.documents),
    empty: emptyOf(reading),
    ...neighbours(reading),
    saved: reading.saved.map(savedView),
    keptQuery: searchQuery(question),
    refusedName,
  };
}

function namesIn({ question, offered, schools }: SearchReading, today: Today): NamesOfQuestion {
  const called = (options: readonly (readonly [string, string])[], chosen: string): string | null =>
    options.find(([value]) => value === chosen)?.[1] ?? null;
  return {
    unit: called(named(offered), question.unitId),
    complainedUnit: called(named(schools), question.complainedUnitId),
    channel: called(CHANNEL_CHOICES, question.channel),
    category: called(categoryNames(today), question.category),
    level: called(levelNames(), question.level),
  };
}

/** `sau~29559360~17`: the page after the ticket of that place; `truoc~…`: the page before it. */
export function writePlace(direction: SearchWish['direction'], { received, no }: SearchPlace): string {
  return `${direction === 'older' ? 'sau' : 'truoc'}~${String(received)}~${String(no)}`;
}

/** Newer pages lie before, older ones after; a search that stopped on its way goes on where it stopped. */
function neighbours({
  question,
  page,
  wish,
}: SearchReading): Pick<SearchView, 'previousHref' | 'nextHref' | 'goOnHref'> {
  const link = (direction: SearchWish['direction'], place: SearchPlace | null): string | null =>
    place === null ? null : searchQuery(question, { trang: writePlace(direction, place) });
  const forward = wish.direction === 'older';
  const hasNewer = forward ? wish.from !== null : page.more;
  const hasOlder = forward ? page.more : true;
  return {
    previousHref: hasNewer ? link('newer', page.rows[0]?.foundAt ?? wish.from) : null,
    nextHref: hasOlder ? link('older', page.rows.at(-1)?.foundAt ?? null) : null,
    goOnHref: page.more ? null : link(wish.direction, page.stoppedAt),
  };
}

function summaryOf({ page }: SearchReading): string {
  const { stoppedAt } = page;
  const found = foundOn(page);
  if (found === 0) return stoppedAt === null ? 'Không có phiếu nào.' : 'Chưa thấy phiếu nào trong phần đã tìm.';
  return `${count(found)} phiếu trên trang này, mới nhất trước.`;
}

function foundOn({ exact, typed, rows }: SearchPage): number {
  return exact.length + typed.length + rows.length;
}

function emptyOf({ asked, page }: SearchReading): EmptyView | null {
  if (!asked || foundOn(page) > 0 || page.stoppedAt !== null) return null;
  return {
    kind: 'unmatched',
    heading: 'Không tìm thấy phiếu nào',
    text: 'Thử ít chữ hơn, hoặc tìm theo mã phiếu. Có dấu hay không dấu đều được.',
    step: { href: '/tim-kiem', label: 'Tìm lại từ đầu' },
  };
}

function foundRow(ticket: FoundTicket, { names }: SearchReading, today: Today): FoundRow {
  const received = new Date(ticket.foundAt.received * MINUTE);
  return {
    id: ticket.id,
    href: `/phieu/${ticket.id}`,
    code: ticket.code,
    subject: ticket.subject,
    channel: channelWords(ticket.channel),
    received: { iso: received.toISOString(), words: shortMoment(received) },
    unit: unitName(names, ticket.leadUnitId) ?? 'chưa giao đơn vị',
    state: ticketStateLabel(ticket.state),
    deadline: ticketPill(ticket, today),
  };
}

/** Lines of both registers, outgoing ones first. */
function documentRows({ incoming, outgoing }: FoundDocuments): readonly RowView[] {
  return [
    ...outgoing.map((line): RowView => ({
      icon: 'send',
      title: `${line.typeName} số ${printedCode(line.number, line.notation)}: ${line.subject}`,
      href: `/van-ban-di/${line.id}`,
      detail: `Văn bản đi, ${fullDay(line.issuedDate)}`,
    })),
    ...incoming.map((line): RowView => ({
      icon: 'inbox',
      title: `${line.typeName} ${line.code}: ${line.subject}`,
      href: incomingHref(line),
      detail: `Văn bản đến số ${String(line.arrivalNumber)}, ${fullDay(line.arrivalDate)}, ${line.senderName}`,
    })),
  ];
}

function savedView({ id, name, question }: SavedSearch): SavedView {
  return {
    id,
    name,
    href: searchQuery(question),
    renameAction: `/tim-kiem/da-luu/${id}/doi-ten`,
    removeAction: `/tim-kiem/da-luu/${id}/xoa`,
  };
}

function levelNames(): [string, string][] {
  return LEVELS.map((level) => [level, atStart(LEVEL_WORDS[level])]);
}

function categoryNames({ now }: Today): [string, string][] {
  const { categories } = policyAt(civilDateOf(now));
  return CATEGORIES.map((category) => [category, categories[category].name]);
}

function named(units: readonly Unit[]): [string, string][] {
  return units.map(({ id, name }) => [id, name]);
}

function choices(options: readonly (readonly [string, string])[], chosen: readonly string[]): readonly ChoiceView[] {
  return options.map(([value, label]) => ({ value, label, chosen: chosen.includes(value) }));
}
