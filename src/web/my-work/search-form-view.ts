import { z } from 'zod';
import type { CivilDate } from '../../kernel/civil-date.js';
import { clean } from '../../kernel/vietnamese.js';
import { writtenDay } from '../../kernel/written-time.js';
import { LEVELS, CATEGORIES } from '../../law/index.js';
import { questionFlaws, type QuestionFlaw, type TicketQuestion } from '../../tickets/domain/search/search-question.js';
import { CHANNEL_CHOICES } from '../../tickets/domain/intake/intake-channel.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import type { FormError } from '../kit/errors.js';

const text = z.string().max(500).transform(clean).catch('');
const several = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat())
  .catch([]);

/** The search as the address holds it; everything may be left out. */
export const searchAddress = z.object({
  tim: text,
  ma: text,
  nguoi: text,
  'don-vi': text,
  truong: text,
  kenh: text,
  tu: text,
  den: text,
  'han-tu': text,
  'han-den': text,
  'trang-thai': several,
  'linh-vuc': text,
  muc: text,
  trang: text,
  xep: text,
});

export type SearchAddress = z.infer<typeof searchAddress>;

/** The days of a question, by their names in the address. */
const DAYS = [
  { name: 'tu', asks: 'from' },
  { name: 'den', asks: 'to' },
  { name: 'han-tu', asks: 'dueFrom' },
  { name: 'han-den', asks: 'dueTo' },
] as const;

const FIELD_OF: Readonly<Record<QuestionFlaw['field'], string>> = {
  words: 'tim-chu',
  person: 'nguoi',
  to: 'den',
  dueTo: 'han-den',
};

const FLAW_WORDS: Readonly<Record<QuestionFlaw['flaw'], string>> = {
  noLetters: 'Nhập ít nhất một chữ cái hoặc chữ số.',
  endsBeforeItBegins: 'Ngày cuối phải bằng hoặc sau ngày đầu.',
};

export interface ReadForm {
  readonly question: TicketQuestion;
  readonly errors: readonly FormError[];
}

/** What the form asks. A day that does not exist, an end before the beginning and marks without a letter are errors beside their fields. */
export function readSearchForm(typed: SearchAddress): ReadForm {
  const days = DAYS.map(({ name }) => dayOf(typed[name]));
  const [from, to, dueFrom, dueTo] = days.map((day) => (day === 'wrong' ? null : (day ?? null)));
  const question: TicketQuestion = {
    words: typed.tim,
    code: typed.ma,
    person: typed.nguoi,
    unitId: typed['don-vi'],
    complainedUnitId: typed.truong,
    channel: CHANNEL_CHOICES.find(([code]) => code === typed.kenh)?.[0] ?? '',
    from: from ?? null,
    to: to ?? null,
    dueFrom: dueFrom ?? null,
    dueTo: dueTo ?? null,
    states: TICKET_STATES.filter((state) => typed['trang-thai'].includes(state)),
    category: CATEGORIES.find((category) => category === typed['linh-vuc']) ?? '',
    level: LEVELS.find((level) => level === typed.muc) ?? '',
  };
  const noDay = (field: string): FormError => ({
    field,
    text: 'Ngày này không có; ghi lại theo dạng ngày/tháng/năm, như 05/03/2026.',
  });
  return {
    question,
    errors: [
      ...DAYS.filter((_day, at) => days[at] === 'wrong').map(({ name }) => noDay(name)),
      ...questionFlaws(question).map(({ field, flaw }) => ({ field: FIELD_OF[field], text: FLAW_WORDS[flaw] })),
    ],
  };
}

/** The question of an address of the search, as the form that saves it sends it. */
export function readSavedSearch(address: string): ReadForm {
  const asked = new URLSearchParams(address.slice(address.indexOf('?') + 1));
  const typed = [...new Set(asked.keys())].map((field) => {
    const [first, ...more] = asked.getAll(field);
    return [field, more.length === 0 ? first : [first, ...more]] as const;
  });
  return readSearchForm(searchAddress.parse(Object.fromEntries(typed)));
}

/** The address that asks a question. */
export function searchQuery(question: TicketQuestion, more: Readonly<Record<string, string>> = {}): string {
  const { words, code, person, unitId, complainedUnitId, channel, states, category, level } = question;
  const given: [string, string][] = [
    ['tim', words],
    ['ma', code],
    ['nguoi', person],
    ['don-vi', unitId],
    ['truong', complainedUnitId],
    ['kenh', channel],
    ...DAYS.map(({ name, asks }): [string, string] => [name, question[asks] ?? '']),
    ...states.map((state): [string, string] => ['trang-thai', state]),
    ['linh-vuc', category],
    ['muc', level],
    ...Object.entries(more),
  ];
  return `/tim-kiem?${new URLSearchParams(given.filter(([, value]) => value !== '')).toString()}`;
}

/** The day that was typed; null when nothing was. */
function dayOf(typed: string): CivilDate | 'wrong' | null {
  return typed.trim() === '' ? null : (writtenDay(typed) ?? 'wrong');
}
