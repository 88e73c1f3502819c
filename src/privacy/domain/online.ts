import type { Detection } from './finding.js';
import { phrases, type Reading } from './reading.js';

const MAX_LOCAL_LENGTH = 24;
const MAX_LABELS = 8;
const PROVIDERS: ReadonlySet<string> = new Set(['gmail', 'yahoo', 'hotmail', 'outlook', 'icloud', 'live', 'ymail']);
const SUFFIXES: ReadonlySet<string> = new Set('com vn net org edu gov info me'.split(' '));
const AT_WORDS = phrases('a còng, a móc, a vòng');
const DOT_WORDS = phrases('chấm, dot');
const HOSTS: ReadonlySet<string> = new Set(
  'facebook fb zalo tiktok instagram twitter x t linkedin messenger threads m youtube'.split(' '),
);

/** What people put into brackets for @ and for the dot. */
const BRACKETED_AT: ReadonlySet<string> = new Set(['at', 'a', '@']);
const BRACKETED_DOT: ReadonlySet<string> = new Set(['.', 'dot', 'cham']);

/** An address of e-mail, also as people hide it: `ten @ gmail . com`, `ten a còng gmail chấm com`, `ten[at]gmail.com`, `ten@g mail.com`. */
export function detectEmail(reading: Reading, index: number): Detection | null {
  const at = atSign(reading, index);
  if (at === 0) return null;
  const to = domainEnd(reading, index + at);
  if (to === null) return null;
  return { kind: 'email', confidence: 'certain', from: localBegin(reading, index), to };
}

/** How many tokens stand for @ at `index`; 0 when none does. */
function atSign(reading: Reading, index: number): number {
  if (reading.at(index).text === '@') return 1;
  if (BRACKETED_AT.has(bracketed(reading, index) ?? '')) return 3;
  return reading.phraseAt(index, AT_WORDS);
}

/** The one token in brackets that open at `index`. */
function bracketed(reading: Reading, index: number): string | null {
  const isBracketed = /^[[({]$/u.test(reading.at(index).text) && /^[\])}]$/u.test(reading.at(index + 2).text);
  return isBracketed ? reading.at(index + 1).folded : null;
}

function localBegin(reading: Reading, index: number): number {
  let from = index;
  for (let back = 1; back <= MAX_LOCAL_LENGTH; back += 1) {
    const [token, after] = [reading.at(index - back), reading.at(index - back + 1)];
    const touches =
      after.gap === 'none' || (after.gap === 'space' && (back === 1 || isTail(reading, index - back + 1)));
    if (!touches || !/^[\w.+-]+$/u.test(token.text)) break;
    from = index - back;
  }
  return from;
}

/** Figures that stand apart from the name they belong to: `hoa_tran 1985 @gmail.com`. */
function isTail(reading: Reading, index: number): boolean {
  return reading.at(index).kind === 'number' && /^[a-z_]/u.test(reading.at(index - 1).text);
}

/** The last token of `gmail.com` and its like, beginning at `index`; null when no domain stands there. */
function domainEnd(reading: Reading, index: number): number | null {
  const torn = isTornProvider(reading, index);
  let end = torn ? index + 1 : labelEnd(reading, index);
  if (end === null) return null;
  let isDomain = torn || PROVIDERS.has(reading.at(index).folded);
  for (let label = 0; label < MAX_LABELS; label += 1) {
    const next = dottedLabel(reading, end + 1);
    if (next === null) break;
    [end, isDomain] = [next, true];
  }
  return isDomain ? end : null;
}

/** `g mail`, `ya hoo`. */
function isTornProvider(reading: Reading, index: number): boolean {
  const [first, second] = [reading.at(index), reading.at(index + 1)];
  return second.gap === 'space' && PROVIDERS.has(first.folded + second.folded);
}

function dottedLabel(reading: Reading, dot: number): number | null {
  if (BRACKETED_DOT.has(bracketed(reading, dot) ?? '')) return labelEnd(reading, dot + 3);
  const [sign, label] = [reading.at(dot), reading.at(dot + 1)];
  if (!isDot(reading, dot)) return null;
  const glued = sign.gap === 'none' && label.gap === 'none';
  if (sign.gap === 'line' || label.gap === 'line') return null;
  return glued || SUFFIXES.has(label.folded) ? labelEnd(reading, dot + 1) : null;
}

function isDot(reading: Reading, index: number): boolean {
  const { kind, text } = reading.at(index);
  return text === '.' || (kind === 'word' && reading.phraseAt(index, DOT_WORDS) === 1);
}

/** A label with its hyphens and figures: `hai-phong2`. */
function labelEnd(reading: Reading, index: number): number | null {
  if (!/^[A-Za-z0-9]+$/u.test(reading.at(index).text) || reading.at(index).gap === 'line') return null;
  let end = index;
  for (let step = 1; step < MAX_LABELS; step += 1) {
    const { text, gap } = reading.at(index + step);
    if (gap !== 'none' || !/^[A-Za-z0-9-]+$/u.test(text)) break;
    end = index + step;
  }
  return end;
}

/** A page or account of a person in a social network: `https://www.facebook.com/ten.123`, `zalo.me/…`. */
export function detectProfile(reading: Reading, index: number): Detection | null {
  if (!HOSTS.has(reading.at(index).folded) || reading.at(index + 4).gap !== 'none') return null;
  const domain = [1, 2, 3].map((step) => reading.at(index + step).folded).join('');
  if (!/^\.(?:com|me|vn)\/$/u.test(domain)) return null;
  return { kind: 'profile', confidence: 'certain', from: urlBegin(reading, index), to: urlEnd(reading, index + 4) };
}

function urlBegin(reading: Reading, index: number): number {
  let from = index;
  while (index - from < 10 && reading.at(from).gap === 'none') from -= 1;
  while (from < index && reading.at(from).kind === 'sign') from += 1;
  return from;
}

/** To the next space, without the stops that end a sentence; the search goes on behind it, so a long address costs its length once. */
function urlEnd(reading: Reading, index: number): number {
  let end = index;
  while (reading.at(end + 1).gap === 'none') end += 1;
  while (end > index && /^[.,;:!?)\]"'»”]$/u.test(reading.at(end).text)) end -= 1;
  return end;
}
