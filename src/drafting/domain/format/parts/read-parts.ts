import { fold } from '../../../../kernel/vietnamese.js';
import type { PageModel } from '../page/page-model.js';
import type { PageLines, TextLine } from '../page/text-lines.js';
import { readBody } from './body.js';
import type { Address, Annex, DocumentParts, Title } from './document-parts.js';
import { typeNamed, type DocumentType } from './document-types.js';
import { isListed, opensRecipients, readEnding } from './ending.js';
import { readHead } from './head.js';
import { isUpperCase, namesPosition } from './words.js';

const CLOSING = /\.\/\.?\s*$/u;
const ANNEX = /^phu luc(?:\s+(?:so\s+)?(?:[ivxlc]+|\d+|[a-z]))?\s*[.:]?$/u;
const MAX_TITLE_LINES = 8;
const MAX_ADDRESSEE_LENGTH = 200;

/** Finds the parts of a document in its lines. */
export function readParts(model: PageModel, lines: PageLines): DocumentParts {
  const { head, end: headEnd } = readHead(lines);
  const text = lines.text;
  const { title, type, end: titleEnd } = readTitle(lines, headEnd);
  const { address, end: bodyStart } = readAddress(text, titleEnd);
  const annexStart = findAnnexes(text, bodyStart);
  const bodyEnd = findBodyEnd(text.slice(0, annexStart), bodyStart);
  const { ending } = readEnding(text.slice(bodyEnd, annexStart).filter((line) => line.text !== ''));
  const blocks = model.sections[text[bodyStart]?.section ?? 0]?.blocks ?? [];
  return {
    type,
    head,
    title,
    address,
    body: readBody(text.slice(bodyStart, bodyEnd), blocks),
    ending,
    annexes: readAnnexes(text.slice(annexStart)),
  };
}

function nextText(text: readonly TextLine[], from: number): number {
  const found = text.findIndex((line, at) => at >= from && line.text !== '');
  return found === -1 ? text.length : found;
}

function readTitle(
  { text, drawn }: PageLines,
  from: number,
): { readonly title: Title; readonly type: DocumentType | null; readonly end: number } {
  const at = nextText(text, from);
  const type = text[at] ? typeNamed(text[at].text) : null;
  if (type === null || !text[at]) return { title: { type: null, abstract: [], lines: [] }, type: null, end: from };
  const { abstract, end } = readAbstract({ text, drawn }, at + 1);
  const lines = drawn.filter(
    ({ after, section }) => section === text[at]?.section && after > at && after <= nextText(text, end) + 1,
  );
  return { title: { type: text[at], abstract, lines }, type, end };
}

/** The line drawn under the abstract ends it, however the next words stand. */
function readAbstract(
  { text, drawn }: Pick<PageLines, 'text' | 'drawn'>,
  from: number,
): { readonly abstract: readonly TextLine[]; readonly end: number } {
  const abstract: TextLine[] = [];
  let end = from;
  for (; end < text.length && abstract.length < MAX_TITLE_LINES; end += 1) {
    const line = text[end];
    if (!line || line.text === '') {
      if (abstract.length > 0) break;
      continue;
    }
    const isUnderLine = abstract.length > 0 && drawn.some(({ after }) => after === end);
    if (isUnderLine || !continuesTitle(line, abstract)) break;
    abstract.push(line);
  }
  return { abstract, end };
}

/** The abstract is centred or bold; what says more is something else. */
function continuesTitle(line: TextLine, before: readonly TextLine[]): boolean {
  if (saysMore(line.text)) return false;
  if (line.paragraph.alignment === 'center') return true;
  const isBold = line.pieces.filter(({ text }) => text.trim() !== '').every(({ look }) => look.bold);
  const isHeading = isUpperCase(line.text) || /^(?:[IVX]+|\d+)\.\s/u.test(line.text);
  return isBold && !isHeading && (before.length > 0 || line.paragraph.alignment !== 'both');
}

/** Who is addressed, by what a document is issued, who issues it, or a line of dashes. */
function saysMore(text: string): boolean {
  const folded = fold(text);
  if (/^(?:kinh gui|can cu|dieu \d)/u.test(folded) || /^-{3,}|^_{3,}/u.test(text)) return true;
  return isUpperCase(text) && (namesPosition(text) || /^(?:uy ban|hoi dong)/u.test(folded));
}

/** `Kính gửi:` with a name behind it, or with a list under it. */
function readAddress(text: readonly TextLine[], from: number): { readonly address: Address; readonly end: number } {
  const at = nextText(text, from);
  const opening = text[at];
  if (!opening || !fold(opening.text).startsWith('kinh gui'))
    return { address: { opening: null, list: [] }, end: from };
  const list: TextLine[] = [];
  let end = at + 1;
  for (; end < text.length; end += 1) {
    const line = text[end];
    if (!line) break;
    if (line.text === '' && (line.table !== null || list.length === 0)) continue;
    if (!continuesAddress(line, { opening, list })) break;
    list.push(line);
  }
  return { address: { opening, list }, end: list.length > 0 ? end : at + 1 };
}

function continuesAddress(
  line: TextLine,
  { opening, list }: { readonly opening: TextLine; readonly list: readonly TextLine[] },
): boolean {
  if (line.text === '' || line.text.length > MAX_ADDRESSEE_LENGTH) return false;
  const before = list.at(-1) ?? opening;
  const isInside = opening.table !== null && line.table === opening.table;
  if (isInside || line.paragraph === before.paragraph || isListed(line)) return true;
  // An item whose dash was forgotten stands between others, or closes as they do.
  const isOpen = opening.text.trim().endsWith(':');
  return isOpen && (list.length > 0 ? before : line).text.endsWith(';');
}

/** The first line behind the body: what follows `./.`, or the signature and the recipients. */
function findBodyEnd(text: readonly TextLine[], from: number): number {
  const recipients = text.findIndex((line, at) => at >= from && opensRecipients(line));
  const limit = recipients === -1 ? text.length : recipients;
  const closing = text.findLastIndex(
    (line, at) => at >= from && at < limit && line.table === null && CLOSING.test(line.text),
  );
  if (closing !== -1 && !hasBodyBehind(text.slice(closing + 1, limit))) return closing + 1;
  return signatureStart(text, from, limit);
}

/** A long paragraph across the page between `./.` and the signature is still body. */
function hasBodyBehind(lines: readonly TextLine[]): boolean {
  return lines.some(({ text, half, table }) => table === null && half === 'whole' && text.length > 120);
}

function signatureStart(text: readonly TextLine[], from: number, limit: number): number {
  const anchor = text[limit];
  let start = anchor?.table ? text.findIndex((line, at) => at >= from && line.table === anchor.table) : limit;
  for (let at = start - 1; at >= from; at -= 1) {
    const line = text[at];
    if (!line || !maySign(line)) break;
    if (line.text !== '') start = at;
  }
  return start;
}

/** Lines of a signature that stand before the recipients, or without any. */
function maySign({ text, half, paragraph }: TextLine): boolean {
  if (text === '') return true;
  const isPlaced = half === 'right' || paragraph.alignment === 'center' || paragraph.alignment === 'right';
  return isPlaced && text.length <= 100 && !/[.;:]$/u.test(text);
}

function findAnnexes(text: readonly TextLine[], from: number): number {
  const found = text.findIndex((line, at) => at >= from && isAnnexMark(line));
  return found === -1 ? text.length : found;
}

function isAnnexMark({ text, table, half }: TextLine): boolean {
  return table === null && half === 'whole' && ANNEX.test(fold(text)) && /^ph/iu.test(text);
}

function readAnnexes(text: readonly TextLine[]): readonly Annex[] {
  const annexes: Annex[] = [];
  text.forEach((mark, at) => {
    if (isAnnexMark(mark)) annexes.push(readAnnex(mark, text.slice(at + 1)));
  });
  return annexes;
}

function readAnnex(mark: TextLine, behind: readonly TextLine[]): Annex {
  const title: TextLine[] = [];
  for (const line of behind.filter(({ text }) => text !== '').slice(0, MAX_TITLE_LINES)) {
    if (/^\(/u.test(line.text)) return { mark, title, note: line };
    if (isAnnexMark(line) || line.table?.isRuled === true) break;
    if (line.paragraph.alignment !== 'center' && !isUpperCase(line.text)) break;
    title.push(line);
  }
  return { mark, title, note: null };
}
