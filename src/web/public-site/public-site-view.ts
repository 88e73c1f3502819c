import type { PublicContact, PublicFiguresEntity, PublicResult } from '../../publication/index.js';
import { RESULTS_A_PAGE } from '../../publication/index.js';
import type { CitizenStanding } from '../../tickets/index.js';
import { FIGURE_WORDS, FIGURES, type ShownCounts } from '../../publication/domain/public-figures.js';
import { beginningOf } from '../../kernel/beginning-of.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { Fact } from '../kit/facts.js';
import { PUBLIC_SITE } from './public-page.js';
import { publicCharts } from './public-charts.js';
import type { PublicContactsView } from './public-contacts-page.js';
import type { FigureRowView, PublicFiguresView } from './public-figures-page.js';
import type { PublicLookUpView } from './public-look-up-page.js';
import type { PublicResultRowView, PublicResultsView, PublicResultView } from './public-results-page.js';
import { count, decimal } from '../kit/words/numbers.js';
import { publicStateWords } from '../kit/words/states.js';
import { fullDay, moment } from '../kit/words/time.js';

const LISTED_CHARACTERS = 240;

export function publicResultsView(agency: string, results: readonly PublicResult[]): PublicResultsView {
  const last = results.length < RESULTS_A_PAGE ? undefined : results.at(-1);
  return {
    agency,
    results: results.map(rowOf),
    olderHref: last === undefined ? null : `${PUBLIC_SITE}/ket-qua?truoc=${String(last.number)}`,
  };
}

function rowOf(result: PublicResult): PublicResultRowView {
  const { number, title, text, categoryName, unitName, publishedAt } = result;
  const beginning = text.length <= LISTED_CHARACTERS ? text : `${beginningOf(text, LISTED_CHARACTERS)}…`;
  const detail = [fullDay(civilDateOf(publishedAt)), categoryName, ...(unitName === null ? [] : [unitName])];
  return { href: resultHref(number), title, detail: detail.join(' · '), beginning };
}

export function resultHref(number: number): string {
  return `${PUBLIC_SITE}/ket-qua/${String(number)}`;
}

export function publicResultView(agency: string, result: PublicResult): PublicResultView {
  const { title, text, categoryName, unitName, publishedAt } = result;
  const unit: Fact[] = unitName === null ? [] : [{ label: 'Đơn vị giải quyết', value: unitName }];
  const facts = [{ label: 'Lĩnh vực', value: categoryName }, ...unit];
  return {
    agency,
    title,
    text,
    facts: [...facts, { label: 'Công khai ngày', value: fullDay(civilDateOf(publishedAt)) }],
  };
}

export function publicContactsView(agency: string, contacts: readonly PublicContact[]): PublicContactsView {
  return {
    agency,
    rows: contacts.flatMap(({ unitName, address, website, officers }) =>
      officers.map((officer) => ({ unit: unitName, address, website: websiteOf(website), ...officer })),
    ),
    summary: `${count(contacts.length)} đơn vị`,
  };
}

/** Only an address of the web becomes a link. */
function websiteOf(website: string | null): { readonly text: string; readonly href: string } | null {
  if (website === null) return null;
  const url = URL.parse(/^https?:\/\//u.test(website) ? website : `https://${website}`);
  return url === null ? null : { text: website, href: url.href };
}

export function publicFiguresView(agency: string, counted: PublicFiguresEntity | null): PublicFiguresView {
  if (counted === null) return { agency, figures: null };
  const { months, categories, total } = counted.figures;
  const said = (name: string, counts: ShownCounts): FigureRowView => ({
    name,
    values: FIGURES.map((figure) => (figure === 'stars' ? starsOf(counts) : count(counts[figure]))),
  });
  return {
    agency,
    figures: {
      counted: moment(counted.countedAt),
      charts: publicCharts(counted.figures),
      headings: FIGURES.map((figure) => FIGURE_WORDS[figure].name),
      months: months.map(({ month, ...counts }) => said(`${month.slice(5)}/${month.slice(0, 4)}`, counts)),
      categories: categories.map(({ name, ...counts }) => said(name, counts)),
      total: said('Cả 12 tháng', total),
      meanings: FIGURES.map((figure) => ({ label: FIGURE_WORDS[figure].name, value: FIGURE_WORDS[figure].meaning })),
    },
  };
}

function starsOf({ stars }: ShownCounts): string {
  return stars === null ? '–' : decimal(stars);
}

export function publicTicketView(found: CitizenStanding): NonNullable<PublicLookUpView['found']> {
  const { code, state, receivedAt, dueAt, open, answeredAt } = found;
  return {
    heading: `Phiếu ${code}`,
    facts: [
      { label: 'Tình trạng', value: publicStateWords(state) },
      { label: 'Sở nhận ngày', value: fullDay(civilDateOf(receivedAt)) },
      ...(open ? [{ label: 'Hạn trả lời', value: fullDay(civilDateOf(dueAt)) }] : []),
      ...(answeredAt === null ? [] : [{ label: 'Trả lời ngày', value: fullDay(civilDateOf(answeredAt)) }]),
    ],
  };
}
