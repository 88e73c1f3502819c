import type { TicketQuestion } from '../../tickets/domain/search/search-question.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { fullDay } from '../kit/words/time.js';
import { searchQuery } from './search-form-view.js';

/** One condition of a search, and the search without it. */
export interface ChipView {
  readonly label: string;
  readonly removeHref: string;
}

/** What units, categories and levels are called that a question names by id or code. */
export interface NamesOfQuestion {
  readonly unit: string | null;
  readonly category: string | null;
  readonly level: string | null;
}

/** The conditions of a question in the order of its form, each of which can be taken away alone. */
export function chipsOf(question: TicketQuestion, names: NamesOfQuestion): readonly ChipView[] {
  const { words, code, person, unitId, from, to, states, category, level } = question;
  const given: readonly (readonly [value: string, label: string, without: Partial<TicketQuestion>])[] = [
    [words, `“${words}”`, { words: '' }],
    [code, `Mã: ${code}`, { code: '' }],
    [person, `Người: ${person}`, { person: '' }],
    [unitId, names.unit ?? 'Đơn vị đã chọn', { unitId: '' }],
    [from ?? '', from === null ? '' : `Nhận từ ${fullDay(from)}`, { from: null }],
    [to ?? '', to === null ? '' : `Nhận đến hết ${fullDay(to)}`, { to: null }],
    [category, names.category ?? category, { category: '' }],
    [level, `Mức độ: ${names.level ?? level}`, { level: '' }],
    ...TICKET_STATES.filter((state) => states.includes(state)).map(
      (state) => [state, ticketStateLabel(state), { states: states.filter((other) => other !== state) }] as const,
    ),
  ];
  return given
    .filter(([value]) => value !== '')
    .map(([, label, without]) => ({ label, removeHref: searchQuery({ ...question, ...without }) }));
}
