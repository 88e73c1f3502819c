import type { Cell } from './figures.js';
import { indicatorsOf, type DerivedIndicator } from './indicators.js';

/** A number as it is written: counts whole, shares as `95,3%`, means with one decimal. Null where there is nothing to be a share or a mean of. */
export function numberWords(version: number, code: string, cell: Cell | undefined): string | null {
  const derived = indicatorsOf(version).derived.find((one) => one.code === code);
  const value = cell?.[code];
  if (derived === undefined) return whole(value ?? 0);
  return value === undefined ? null : tenths(value, derived);
}

/** How a number differs from the one of the period before: `+12`, `−3`, `0`; null where one of them is missing. */
export function changeWords(
  version: number,
  code: string,
  now: Cell | undefined,
  before: Cell | undefined,
): string | null {
  const derived = indicatorsOf(version).derived.find((one) => one.code === code);
  const [to, from] = [now?.[code], before?.[code]];
  if (derived === undefined) return signed((to ?? 0) - (from ?? 0), whole);
  if (to === undefined || from === undefined) return null;
  const unit = derived.measure.kind === 'share' ? ' điểm %' : '';
  return signed(to - from, (size) => `${tenthsOf(size)}${unit}`);
}

function signed(change: number, words: (size: number) => string): string {
  if (change === 0) return '0';
  return `${change < 0 ? '−' : '+'}${words(Math.abs(change))}`;
}

function tenths(value: number, { measure }: DerivedIndicator): string {
  return `${tenthsOf(value)}${measure.kind === 'share' ? '%' : ''}`;
}

function tenthsOf(value: number): string {
  return `${whole(Math.floor(value / 10))},${value % 10}`;
}

/** `1.204` */
function whole(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');
}
