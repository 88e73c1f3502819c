import { incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { CATEGORIES, LEVEL_WORDS, LEVELS, policyAt } from '../../law/index.js';
import { printedCode } from '../../documents/domain/register.js';
import type { FoundDocuments } from '../../documents/index.js';
import type { Unit } from '../../organisation/index.js';
import { MOST_BY_DEADLINE, type FoundTicket, type SavedSearch, type SearchPage } from '../../tickets/index.js';
import { NO_QUESTION } from '../../tickets/domain/search/search-question.js';
import { CHANNEL_CHOICES } from '../../tickets/domain/intake/intake-channel.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import type { EmptyView } from '../kit/empty.js';
import type { ChoiceView } from './search-form.js';
import { incomingHref } from '../documents/pair.js';
import type { RowView } from '../kit/row-list.js';
import type { SavedView } from './saved-searches-panel.js';
import type { FoundRow, SearchView } from './search-page.js';
import { count } from '../kit/words/numbers.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { atStart, fullDay, shortMoment } from '../kit/words/time.js';
import { unitName } from '../kit/names.js';
import { chipsOf, type NamesOfQuestion } from './search-chips.js';
import { searchQuery } from './search-form-view.js';
import { ORDER_WORDS, orderInAddress, searchHeads } from './search-order.js';
import { searchPages } from './search-pages.js';
import type { SearchReading } from './search-reading.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';
import { channelWords } from '../tickets/ticket-words.js';

const MINUTE = 60_000;

/** @param refusedName why a name for a saved search was refused, when it was */
export function searchView(reading: SearchReading, today: Today, refusedName: string | null): SearchView {
  const { question, errors, page, asked } = reading;
  return {
    question,
    errors,
    chips: chipsOf(question, namesIn(reading, today), orderInAddress(reading.order)),
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
    heads: searchHeads(reading.order, (order) => searchQuery(question, orderInAddress(order))),
    rowsHeading: `Phiếu tìm thấy, ${ORDER_WORDS[reading.order]}`,
    refusedOrder: reading.refusedOrder ? TOO_MANY : null,
    exportHref: exportHref(reading),
    documents: documentRows(reading.documents),
    empty: emptyOf(reading),
    ...searchPages(reading),
    saved: reading.saved.map(savedView),
    questionToSave: searchQuery(question),
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

const TOO_MANY = `Có hơn ${count(MOST_BY_DEADLINE)} phiếu hoặc điều kiện quá rộng nên chưa xếp theo hạn được. Thêm điều kiện để xếp theo hạn.`;

function exportHref({ question, order, page }: SearchReading): string | null {
  if (foundOn(page) === 0) return null;
  return searchQuery(question, orderInAddress(order)).replace('/tim-kiem?', '/tim-kiem.xlsx?');
}

function summaryOf({ page, order, ordered }: SearchReading): string {
  if (ordered !== null && ordered.total > 0) return `${count(ordered.total)} phiếu, ${ORDER_WORDS[order]}.`;
  const { stoppedAt } = page;
  const found = foundOn(page);
  if (found === 0) return stoppedAt === null ? 'Không có phiếu nào.' : 'Chưa thấy phiếu nào trong phần đã tìm.';
  return `${count(found)} phiếu trên trang này, ${ORDER_WORDS[order]}.`;
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
      detail: `${atStart(incomingWords(line))}, ${fullDay(line.arrivalDate)}, ${line.senderName}`,
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
