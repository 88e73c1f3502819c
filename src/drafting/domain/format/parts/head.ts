import { fold } from '../../../../kernel/vietnamese.js';
import type { PageLines, PlacedLine, TextLine } from '../page/text-lines.js';
import type { Head } from './document-parts.js';
import { typeNamed } from './document-types.js';
import { beginsOrganisation, isUpperCase, likeness } from './words.js';

const NATION = 'cong hoa xa hoi chu nghia viet nam';
const MOTTO = 'doc lap - tu do - hanh phuc';
const LIKE_ENOUGH = 0.72;
const SECRECY = /^(?:tuyet mat|toi mat|mat)$/u;
const URGENCY = /^(?:hoa toc(?: hen gio)?|thuong khan|khan)$/u;
const TYPED_LINE = /^[_\-–—=.…*]{4,}$/u;

/** `Số: 05/SGDĐT-VP` in any of the ways in which it goes wrong. */
const NUMBER = /^so\s*[:.]?\s*(?:[\d.…]*\s*[/-]|\d)/u;
const DATE_IN_WORDS = /\bngay\b.*\bthang\b.*\bnam\b/u;
const DATE_IN_FIGURES = /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$/u;
const ABSTRACT = /^v\s*[/.]?\s*v\b|^ve viec\b/u;
const MAX_SHORT_LINE_LENGTH = 90;
const MAX_HEAD_LINES = 60;

export type HeadKind = 'nation' | 'motto' | 'number' | 'date' | 'abstract' | 'secrecy' | 'urgency' | 'typedLine';

/** What a line of the head is by its own words, the first that fits; null when only its place can say. */
export function headKind(line: TextLine): HeadKind | null {
  const text = fold(line.text);
  if (line.text.length > MAX_SHORT_LINE_LENGTH) return ABSTRACT.test(text) ? 'abstract' : null;
  const kinds: readonly (readonly [HeadKind, boolean])[] = [
    ['nation', likeness(text, NATION) > LIKE_ENOUGH],
    ['motto', likeness(text, MOTTO) > LIKE_ENOUGH],
    ['secrecy', SECRECY.test(text) && isUpperCase(line.text)],
    ['urgency', URGENCY.test(text)],
    ['typedLine', TYPED_LINE.test(line.text.replace(/\s/gu, ''))],
    ['number', NUMBER.test(text)],
    ['abstract', ABSTRACT.test(text)],
    ['date', DATE_IN_WORDS.test(text) || DATE_IN_FIGURES.test(text)],
  ];
  return kinds.find(([, fits]) => fits)?.[0] ?? null;
}

/** Lines that surely stand behind the head. */
function endsHead({ text, half }: TextLine): boolean {
  return fold(text).startsWith('kinh gui') || (half === 'whole' && typeNamed(text) !== null);
}

interface Kinds {
  readonly line: TextLine;
  readonly kind: HeadKind | null;
}

/** The head of a document, and how many lines it takes. */
export function readHead({ text, drawn }: PageLines): { readonly head: Head; readonly end: number } {
  const kinds = headLines(text);
  const lines = kinds.filter(({ line }) => line.text !== '');
  const first = (kind: HeadKind): TextLine | null => lines.find((one) => one.kind === kind)?.line ?? null;
  const all = (kind: HeadKind): readonly TextLine[] => lines.filter((one) => one.kind === kind).map(({ line }) => line);
  const abstract = abstractOf(lines);
  const { parents, agency } = agenciesOf(lines, abstract);
  const end = kinds.length;
  const strokes = drawn.filter(({ after, section }) => section === 0 && after <= end + 1);
  const { mottoLines, agencyLines } = shareLines(strokes, {
    text,
    motto: first('motto'),
    agency: agency.at(-1) ?? null,
  });
  return {
    end,
    head: {
      nation: wholeNation(lines),
      motto: first('motto'),
      mottoLines,
      typedLines: all('typedLine'),
      parents,
      agency,
      agencyLines,
      number: first('number'),
      date: first('date') ?? strayDate(lines),
      abstract,
      secrecy: all('secrecy'),
      urgency: all('urgency'),
    },
  };
}

/** Where a narrow column breaks the nation's name, its second line belongs to it. */
function wholeNation(lines: readonly Kinds[]): TextLine | null {
  const at = lines.findIndex(({ kind }) => kind === 'nation');
  const line = lines[at]?.line;
  const next = lines.slice(at + 1).find((one) => one.line.half === line?.half)?.line;
  if (!line || !next) return line ?? null;
  const text = `${line.text} ${next.text}`;
  const isBroken = likeness(fold(text), NATION) > likeness(fold(line.text), NATION);
  return isBroken ? { ...line, text, pieces: [...line.pieces, ...next.pieces] } : line;
}

/** Lines from the beginning as long as they belong to the head. */
function headLines(text: readonly TextLine[]): readonly Kinds[] {
  const kinds: Kinds[] = [];
  const seen = new Set<HeadKind>();
  for (const line of text.slice(0, MAX_HEAD_LINES)) {
    const kind = goesOnWithAbstract(line, kinds) ? null : headKind(line);
    if (endsHead(line) || isBehindHead(line, { kind, seen, kinds })) break;
    if (kind) seen.add(kind);
    kinds.push({ line, kind });
  }
  while (kinds.length > 0 && kinds.at(-1)?.line.text === '') kinds.pop();
  return kinds;
}

/** Under the first line of the abstract, across the page or, in its column, with a day in figures: that of a document which it names. */
function goesOnWithAbstract({ text, half }: TextLine, kinds: readonly Kinds[]): boolean {
  const abstract = kinds.find(({ kind }) => kind === 'abstract');
  if (!abstract || half === 'whole') return abstract !== undefined;
  const citesDay = DATE_IN_FIGURES.test(fold(text)) && !DATE_IN_WORDS.test(fold(text));
  return citesDay && abstract.line.half === half;
}

interface Seen {
  readonly kind: HeadKind | null;
  readonly seen: ReadonlySet<HeadKind>;
  readonly kinds: readonly Kinds[];
}

/** A line across the page that is no part of the head ends it. */
function isBehindHead(line: TextLine, { kind, seen, kinds }: Seen): boolean {
  const isUnknown = line.text !== '' && line.half === 'whole' && kind === null && !continuesAbstract(line, kinds);
  const isDone = seen.has('nation') && (seen.has('number') || seen.has('date'));
  return isUnknown && (isDone || !mayBeHead(line));
}

/** A line across the page that stands before number and date is an agency's name, or it is no head. */
function mayBeHead({ text }: TextLine): boolean {
  return text.length <= MAX_SHORT_LINE_LENGTH && (isUpperCase(text) || beginsOrganisation(text, ''));
}

function continuesAbstract({ paragraph, isFirst }: TextLine, kinds: readonly Kinds[]): boolean {
  const before = kinds.at(-1);
  return !isFirst && before?.line.paragraph === paragraph && kinds.some(({ kind }) => kind === 'abstract');
}

/** `V/v …` and the lines under it, up to the end of its column. */
function abstractOf(lines: readonly Kinds[]): readonly TextLine[] {
  const start = lines.findIndex(({ kind }) => kind === 'abstract');
  const number = lines.findIndex(({ kind }) => kind === 'number');
  const begin = start !== -1 ? start : number === -1 ? -1 : number + 1;
  if (begin === -1) return [];
  const half = lines[begin]?.line.half;
  const rest = lines
    .slice(begin)
    .filter(({ line, kind }) => line.half === half && (kind === null || kind === 'abstract'));
  const isBeside = start !== -1 || half === 'left';
  return isBeside ? rest.map(({ line }) => line).filter((line) => start !== -1 || !isUpperCase(line.text)) : [];
}

/** Names of agencies stand on the left before the number; the last one issues, those above it are its superiors. */
function agenciesOf(
  lines: readonly Kinds[],
  abstract: readonly TextLine[],
): { readonly parents: readonly TextLine[]; readonly agency: readonly TextLine[] } {
  const number = lines.findIndex(({ kind }) => kind === 'number');
  const before = number === -1 ? lines : lines.slice(0, number);
  const names = before
    .filter(({ line, kind }) => kind === null && line.half !== 'right' && !abstract.includes(line) && !line.isFramed)
    .map(({ line }) => line);
  let last = 0;
  names.forEach((line, at) => {
    if (beginsOrganisation(line.text, names[at - 1]?.text)) last = at;
  });
  return { parents: names.slice(0, last), agency: names.slice(last) };
}

/** A date that is written in no way a date is written stands under the motto all the same. */
function strayDate(lines: readonly Kinds[]): TextLine | null {
  const motto = lines.findIndex(({ kind }) => kind === 'motto');
  const below = motto === -1 ? [] : lines.slice(motto + 1);
  return below.find(({ line, kind }) => kind === null && line.half === 'right' && !line.isFramed)?.line ?? null;
}

/**
 * Which drawn line belongs to the motto and which to the agency: by the half of the page it is drawn on; where several
 * stand across the page, by what they follow, the shorter one to the agency.
 */
function shareLines(
  strokes: readonly PlacedLine[],
  {
    text,
    motto,
    agency,
  }: { readonly text: readonly TextLine[]; readonly motto: TextLine | null; readonly agency: TextLine | null },
): { readonly mottoLines: readonly PlacedLine[]; readonly agencyLines: readonly PlacedLine[] } {
  const behind = (line: TextLine | null): number => (line ? text.indexOf(line) + 1 : Number.POSITIVE_INFINITY);
  const right = strokes.filter(({ half }) => half === 'right');
  const left = strokes.filter(({ half }) => half === 'left');
  const across = strokes.filter(({ half }) => half === 'whole').sort((a, b) => a.length - b.length);
  if (across.length > 1 && left.length + right.length === 0) {
    return { agencyLines: across.slice(0, 1), mottoLines: across.slice(1, 2) };
  }
  const toMotto = across.filter(
    ({ after }) =>
      after >= behind(motto) && (behind(agency) < behind(motto) || (right.length === 0 && left.length > 0)),
  );
  return {
    mottoLines: [...right, ...toMotto],
    agencyLines: [...left, ...across.filter((line) => !toMotto.includes(line))],
  };
}
