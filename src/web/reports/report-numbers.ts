import type { ReportEntity } from '../../reports/index.js';
import { numberIn, type Cell, type Dimension } from '../../reports/domain/figures.js';
import { indicatorsOf } from '../../reports/domain/indicators.js';
import { nameIn } from '../../reports/domain/names.js';
import { numberWords } from '../../reports/domain/numbers.js';
import { channelWords } from '../tickets/ticket-words.js';
import type { NumberView } from './report-page.js';
import { reportHref } from './report-links.js';
import type { TableDimension } from './report-reading.js';
import { DIMENSION_WORDS } from './reports-words.js';

/** A value of a dimension as a condition of the address. */
export type Place = Readonly<Partial<Record<TableDimension, string>>>;

/** Whose rows stand behind a number: its own, or those that it is a share or mean of. */
export function rowsOf(version: number, code: string): string {
  return indicatorsOf(version).derived.find((one) => one.code === code)?.rows ?? code;
}

export function rowsHref(id: string, mark: string, span: 'now' | 'before', place: Place): string {
  const asked = new URLSearchParams({ 'chi-tieu': mark, ...(span === 'before' ? { ky: 'truoc' } : {}) });
  for (const [dimension, { by }] of Object.entries(DIMENSION_WORDS)) {
    const value = place[dimension as TableDimension];
    if (value !== undefined) asked.set(by, value === '' ? NO_UNIT_WORD : value);
  }
  return `${reportHref(id)}/phieu?${asked.toString()}`;
}

/** What stands in the address for no unit. */
export const NO_UNIT_WORD = 'chua-giao';

/** Channels of the hotline keep the words that pages have for them. */
export function valueName(names: ReportEntity['names'], dimension: Dimension, value: string): string {
  const name = nameIn(names, dimension, value);
  return dimension === 'channel' && name === value ? channelWords(value) : name;
}

/** A number of a cell in words, with the list of its rows. */
export function numberView(
  report: ReportEntity,
  code: string,
  { cell, span, place }: { readonly cell: Cell; readonly span: 'now' | 'before'; readonly place: Place },
): NumberView {
  const { id, indicatorVersion } = report;
  const words = numberWords(indicatorVersion, code, cell) ?? '–';
  const mark = rowsOf(indicatorVersion, code);
  return { words, href: numberIn(cell, mark) === 0 ? null : rowsHref(id, mark, span, place) };
}

/** What an indicator is called. */
export function indicatorName(version: number, code: string): string {
  const set = indicatorsOf(version);
  return [...set.counts, ...set.derived].find((one) => one.code === code)?.name ?? code;
}
