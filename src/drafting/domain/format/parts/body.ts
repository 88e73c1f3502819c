import { fold } from '../../../../kernel/vietnamese.js';
import type { Block, Paragraph } from '../page/page-model.js';
import type { TextLine } from '../page/text-lines.js';
import type { Body, BodyKind, BodyParagraph } from './document-parts.js';
import { isListed } from './ending.js';
import { isUpperCase, namesPosition } from './words.js';

// All but POINT match folded text: no marks, lower case.
const BASE = /^(?:can cu|theo de nghi|xet de nghi|xet to trinh|thuc hien|thi hanh)\b/u;
const ORDER = /^(?:quyet dinh|quyet nghi|nghi quyet|chi thi|cong bo)\s*:?$/u;
const ISSUER = /^(?:uy ban|hoi dong|ban|quoc hoi|chinh phu|bo|so|dai hoi)\b/u;
const DIVISION = /^(?:phan|chuong|muc|tieu muc)\s+(?:thu\s+)?(?:[ivxlc]+|\d+|nhat|hai|ba|tu|nam)\.?$/u;
const ARTICLE = /^dieu\s*\d+/u;
const POINT = /^\p{Ll}\s*[).]\s/u;
const MAX_HEADING_LENGTH = 200;

/**
 * The paragraphs of the body, each with its kind.
 *
 * @param lines of the body, empty ones included
 * @param blocks of the section the body stands in; they tell where tables are
 */
export function readBody(lines: readonly TextLine[], blocks: readonly Block[]): Body {
  const paragraphs: BodyParagraph[] = [];
  const empty: Paragraph[] = [];
  lines.forEach((line, at) => {
    if (line.table !== null || line.isFramed) return;
    const last = paragraphs.at(-1);
    if (line.text === '') {
      if (isBetween(lines, at)) empty.push(line.paragraph);
    } else if (last?.paragraph === line.paragraph) {
      paragraphs[paragraphs.length - 1] = { ...last, text: `${last.text} ${line.text}`, lines: [...last.lines, line] };
    } else {
      const follows = last !== undefined && !isTableBetween(blocks, last.lines[0], line);
      paragraphs.push({ kind: kindOf(line, last), text: line.text, lines: [line], paragraph: line.paragraph, follows });
    }
  });
  return { paragraphs: withBases(paragraphs), empty };
}

/** Whether an empty line stands between two paragraphs of the body: at its edges and beside tables empty lines are normal and not reported. */
function isBetween(lines: readonly TextLine[], at: number): boolean {
  const isText = ({ text, table }: TextLine): boolean => text !== '' && table === null;
  const isBesideTable = [lines[at - 1], lines[at + 1]].some((line) => line !== undefined && line.table !== null);
  return !isBesideTable && lines.slice(0, at).some(isText) && lines.slice(at + 1).some(isText);
}

function isTableBetween(blocks: readonly Block[], a: TextLine | undefined, b: TextLine): boolean {
  return a?.section !== b.section || blocks.slice(a.block, b.block).some(({ kind }) => kind === 'table');
}

type Judge = (line: TextLine, last: BodyParagraph | undefined) => boolean;

/** Kinds of paragraphs by their first line; the first match wins. Legal bases are recognised later, by where they stand (`withBases`). */
const KINDS: readonly (readonly [BodyKind, Judge])[] = [
  ['order', ({ text }) => ORDER.test(fold(text)) && isUpperCase(text)],
  ['division', ({ text }) => DIVISION.test(fold(text))],
  [
    'divisionTitle',
    (line, last) => last?.kind === 'division' && line.text.length <= MAX_HEADING_LENGTH && isCentred(line),
  ],
  ['article', ({ text }) => ARTICLE.test(fold(text))],
  ['point', (line) => POINT.test(labelled(line))],
  ['note', ({ text }) => /^\(.*\)$/u.test(text)],
  ['item', (line) => isListed(line) || line.paragraph.label !== ''],
];

function kindOf(line: TextLine, last: BodyParagraph | undefined): BodyKind {
  return KINDS.find(([, judge]) => judge(line, last))?.[0] ?? 'text';
}

function isCentred({ paragraph }: TextLine): boolean {
  return paragraph.alignment === 'center';
}

/** The text of a line with the label that Word's automatic numbering prints before it. */
export function labelled({ text, paragraph, isFirst }: TextLine): string {
  return isFirst && paragraph.label !== '' ? `${paragraph.label} ${text}` : text;
}

/**
 * Marks the legal bases (`Căn cứ …`) and the issuer. In a decision both stand before the line `QUYẾT ĐỊNH:`; a letter or a plan may list
 * bases at its beginning. A single paragraph that begins with `Căn cứ` and goes on as a sentence is ordinary text.
 */
function withBases(paragraphs: readonly BodyParagraph[]): readonly BodyParagraph[] {
  const order = paragraphs.findIndex(({ kind }) => kind === 'order');
  const isBase = ({ text }: BodyParagraph): boolean => BASE.test(fold(text));
  const listed = order === -1 ? listedBases(paragraphs) : order;
  return paragraphs.map((one, at) => {
    if (at >= listed || one.kind === 'order') return one;
    if (isBase(one)) return { ...one, kind: 'base' };
    return order !== -1 && isIssuer(one.text) ? { ...one, kind: 'issuer' } : one;
  });
}

function isIssuer(text: string): boolean {
  return isUpperCase(text) && (namesPosition(text) || ISSUER.test(fold(text)));
}

/** How many bases a document lists at its beginning: at least two, the first closed with a semicolon. */
function listedBases(paragraphs: readonly BodyParagraph[]): number {
  const first = paragraphs.findIndex(({ text }) => !BASE.test(fold(text)) || /[:,]$/u.test(text));
  const count = first === -1 ? paragraphs.length : first;
  return count >= 2 && paragraphs[0]?.text.endsWith(';') === true ? count : 0;
}
