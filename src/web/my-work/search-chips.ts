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
  readonly complainedUnit: string | null;
  readonly channel: string | null;
  readonly category: string | null;
  readonly level: string | null;
}

type Condition = readonly [value: string, label: string, without: Partial<TicketQuestion>];

/** The conditions of a question in the order of its form, each of which can be taken away alone. @param more what else the address takes along: the order */
export function chipsOf(
  question: TicketQuestion,
  names: NamesOfQuestion,
  more: Readonly<Record<string, string>> = {},
): readonly ChipView[] {
  const { words, code, person, unitId, complainedUnitId, channel, states, category, level } = question;
  const given: readonly Condition[] = [
    [words, `“${words.trim()}”`, { words: '' }],
    [code, `Mã: ${code}`, { code: '' }],
    [person, `Người: ${person}`, { person: '' }],
    [unitId, names.unit ?? 'Đơn vị đã chọn', { unitId: '' }],
    [complainedUnitId, `Phản ánh về: ${names.complainedUnit ?? 'đơn vị đã chọn'}`, { complainedUnitId: '' }],
    [channel, `Kênh: ${names.channel ?? channel}`, { channel: '' }],
    ...dayChips(question),
    [category, names.category ?? category, { category: '' }],
    [level, `Mức độ: ${names.level ?? level}`, { level: '' }],
    ...TICKET_STATES.filter((state) => states.includes(state)).map(
      (state) => [state, ticketStateLabel(state), { states: states.filter((other) => other !== state) }] as const,
    ),
  ];
  return given
    .filter(([value]) => value !== '')
    .map(([, label, without]) => ({ label, removeHref: searchQuery({ ...question, ...without }, more) }));
}

const DAY_WORDS = { from: 'Nhận từ', to: 'Nhận đến hết', dueFrom: 'Hạn từ', dueTo: 'Hạn đến hết' } as const;

function dayChips(question: TicketQuestion): readonly Condition[] {
  return (['from', 'to', 'dueFrom', 'dueTo'] as const).map((asks) => {
    const day = question[asks];
    return [day ?? '', day === null ? '' : `${DAY_WORDS[asks]} ${fullDay(day)}`, { [asks]: null }];
  });
}
