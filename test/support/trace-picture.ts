import { groupedBy } from './grouped.js';
import type { SentSpan } from './trace-collector.js';

const LEFT = 330;
const WIDTH = 620;
const ROW = 17;
const TOP = 58;

interface Row {
  readonly span: SentSpan;
  readonly depth: number;
}

const beginOf = ({ startTimeUnixNano }: SentSpan): number => Number(BigInt(startTimeUnixNano) / 1000n) / 1000;
const endOf = ({ endTimeUnixNano }: SentSpan): number => Number(BigInt(endTimeUnixNano) / 1000n) / 1000;

/** What people, programs and jobs did; looking at pages and single transactions would fill a wall. */
function rowsOf(spans: readonly SentSpan[]): readonly Row[] {
  const below = groupedBy(spans, ({ parentSpanId = '' }) => parentSpanId);
  const ordered = (some: readonly SentSpan[]): readonly SentSpan[] => some.toSorted((a, b) => beginOf(a) - beginOf(b));
  const tree = (span: SentSpan, depth: number): readonly Row[] => {
    const parts = ordered(below.get(span.spanId) ?? []);
    if (span.name === 'transaction') return parts.flatMap((part) => tree(part, depth));
    return [{ span, depth }, ...parts.flatMap((part) => tree(part, depth + 1))];
  };
  const acts = ordered(below.get('') ?? []).filter(({ name }) => !/^GET |^transaction$|dang-nhap|song/u.test(name));
  return acts.flatMap((root) => tree(root, 0));
}

/** One ticket as its traces tell it, drawn as a waterfall. */
export function tracePicture(spans: readonly SentSpan[]): string {
  const rows = rowsOf(spans);
  const begin = Math.min(...rows.map(({ span }) => beginOf(span)));
  const whole = Math.max(...rows.map(({ span }) => endOf(span))) - begin;
  const at = (ms: number): number => Math.round((LEFT + ((ms - begin) / whole) * WIDTH) * 10) / 10;
  const height = TOP + rows.length * ROW + 12;
  const seconds = Array.from({ length: Math.floor(whole / 5000) + 1 }, (_, index) => index * 5);
  const lines = seconds.map(
    (second) =>
      `<line x1="${at(begin + second * 1000)}" x2="${at(begin + second * 1000)}" y1="${TOP - 14}" y2="${height - 8}" stroke="#ddd"/>` +
      `<text x="${at(begin + second * 1000)}" y="${TOP - 18}" text-anchor="middle" fill="#666">${second} s</text>`,
  );
  const bars = rows.map(({ span, depth }, index) => {
    const y = TOP + index * ROW;
    const width = Math.max(2, at(endOf(span)) - at(beginOf(span)));
    const fill = span.name.startsWith('SOAP ') ? '#b45309' : depth === 0 ? '#1f3f7a' : '#6b8bc4';
    return (
      `<text x="${12 + depth * 12}" y="${y + 11}">${span.name}</text>` +
      `<rect x="${at(beginOf(span))}" y="${y + 3}" width="${Math.round(width * 10) / 10}" height="9" rx="2" fill="${fill}"/>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 30} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="12" y="20" font-size="14" font-weight="bold">Một phiếu từ lúc đến tới lúc phát hành, theo vết</text>`,
    ...lines,
    ...bars,
    '</svg>\n',
  ].join('\n');
}
