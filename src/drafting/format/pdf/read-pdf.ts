import { PdfFile } from '../../../files/domain/pdf/file-state.js';
import { pagesOf } from '../../../files/domain/pdf/pages.js';
import type { Block, PageMark, PageModel, PageNumbering, Section } from '../../domain/format/page/page-model.js';
import { typeNamed } from '../../domain/format/parts/document-types.js';
import { fold } from '../../../kernel/vietnamese.js';
import { readPhysicalPage, type PhysicalLine, type PhysicalPage } from './pdf-lines.js';
import { gridsOf, type Grid, isWithin, textOf, withoutContact } from './pdf-regions.js';
import { columnsOf, isCentred, paragraphsOf, ruledTable, strokesUnder, type TextArea } from './pdf-paragraphs.js';

const NUMBER = /^[-–]?\s*\d{1,3}\s*[-–]?$/u;
/** Text that stands higher or lower stands in the margin. */
const TOP_MARGIN = 19.5;
const BOTTOM_MARGIN = 18;
const CLOSING = /\.\/\.?$/u;
/** A line of the body crosses the middle by so much on both sides. */
const ACROSS = 28;

/**
 * A PDF as a page model, as far as a page shows it: what stands where, in which letters. Margins are measured where the
 * text fills them; what cannot be seen stays null.
 *
 * @param pdf a file that passed the inspection @throws PdfMalformed
 */
export function readPdf(pdf: Buffer): PageModel {
  const file = new PdfFile(pdf);
  const state = file.stateAfter(file.revisions.length - 1);
  const pages = pagesOf(state).map((page, at) => readPhysicalPage(state, page, at + 1));
  const sections = sectionsOf(pages);
  return { source: 'pdf', sections, unsettled: { trackedChanges: 0, hiddenText: 0 } };
}

/** Pages of one paper after each other are one section; the first one holds the document itself. */
function sectionsOf(pages: readonly PhysicalPage[]): readonly Section[] {
  const groups: PhysicalPage[][] = [];
  for (const page of pages) {
    const before = groups.at(-1)?.[0];
    if (before && Math.abs(before.width - page.width) < 1) groups.at(-1)?.push(page);
    else groups.push([page]);
  }
  return groups.map((group, at) => sectionOf(group, { pages: pages.length, isFirst: at === 0 }));
}

function sectionOf(
  pages: readonly PhysicalPage[],
  { pages: all, isFirst }: { readonly pages: number; readonly isFirst: boolean },
): Section {
  const [first] = pages;
  const paper = { width: first?.width ?? 0, height: first?.height ?? 0 };
  const lines = pages.flatMap((page) => withoutContact(page).filter((line) => !isMarginNumber(line, page)));
  const grids = pages.flatMap(gridsOf);
  const area = areaOf(
    lines.filter((line) => !isWithin(line, grids)),
    paper.width,
  );
  return {
    paper,
    margins: marginsOf(pages, lines, area),
    numbering: numberingOf(pages, all),
    blocks: blocksOf(lines, pages, { area, isFirst }),
  };
}

function isMarginNumber({ segments, base }: PhysicalLine, page: PhysicalPage): boolean {
  const isAlone = segments.length === 1 && NUMBER.test(segments[0]?.text ?? '');
  return isAlone && (base < TOP_MARGIN || base > page.height - BOTTOM_MARGIN);
}

function numberingOf(pages: readonly PhysicalPage[], all: number): PageNumbering {
  const marks = pages.flatMap((page, at) =>
    page.lines.filter((line) => isMarginNumber(line, page)).map((line) => markOf(line, page, at)),
  );
  const later = marks.filter(({ pages: where }) => where === 'all');
  const shown = later.length > 0 ? later.slice(0, 1) : [];
  const onFirst = marks.filter(({ pages: where }) => where === 'first');
  const isTold = all > 1 && pages.some((page, at) => at > 0 && !beginsAnnex(page));
  return { marks: [...shown, ...onFirst], hiddenOnFirst: isTold ? onFirst.length === 0 : null, format: 'decimal' };
}

const ANNEX = /^phu luc(?:\s+\S{1,5})?$/u;

/** Annexes count pages of their own, and show no number on their first one either. */
function beginsAnnex(page: PhysicalPage): boolean {
  const first = page.lines.find((line) => !isMarginNumber(line, page));
  return first !== undefined && ANNEX.test(fold(textOf(first)));
}

function markOf({ segments: [segment], base, page: number }: PhysicalLine, page: PhysicalPage, at: number): PageMark {
  const middle = segment ? (segment.left + segment.right) / 2 : page.width / 2;
  return {
    margin: base < page.height / 2 ? 'top' : 'bottom',
    pages: at === 0 && number === 1 ? 'first' : 'all',
    isField: true,
    alignment: sideOf(middle, page.width),
    look: segment?.pieces.find(({ text }) => /\d/u.test(text))?.look ?? EMPTY_APPEARANCE,
    place: { part: 'đầu trang', number },
  };
}

/** The middle of the paper, or that of the text, which stands a little to the right of it. */
function sideOf(middle: number, width: number): PageMark['alignment'] {
  if (Math.abs(middle - width / 2) < 9) return 'center';
  return middle > width / 2 ? 'right' : 'left';
}

const EMPTY_APPEARANCE = {
  font: null,
  otherFont: null,
  size: null,
  bold: false,
  italic: false,
  caps: false,
  underline: false,
  colour: null,
};

/** The edges that letters reach. */
function areaOf(lines: readonly PhysicalLine[], width: number): TextArea {
  const lefts = lines.flatMap(({ segments }) => segments.slice(0, 1).map(({ left }) => left));
  const rights = lines.flatMap(({ segments }) => segments.slice(-1).map(({ right }) => right));
  const across = lines.flatMap(({ segments: [segment, more] }) =>
    segment && !more && segment.left < width / 2 && segment.right > width / 2 ? [segment.right] : [],
  );
  return lefts.length > 2
    ? { left: Math.min(...lefts), right: rightEdge(across) ?? Math.max(...rights) }
    : { left: 30, right: width - 20 };
}

/** Where most full lines end; a table may stand out. */
function rightEdge(rights: readonly number[]): number | null {
  const beside = (edge: number): readonly number[] => rights.filter((right) => Math.abs(right - edge) < AT_EDGE);
  const [edge = 0] = rights.toSorted((a, b) => b - a).toSorted((a, b) => beside(b).length - beside(a).length);
  return beside(edge).length >= SURE ? Math.max(...beside(edge)) : null;
}

const AT_EDGE = 0.8;

const SURE = 3;
/** The head may stand a little lower than the margin. */
const LOWEST_BEGINNING = 28;

function marginsOf(pages: readonly PhysicalPage[], lines: readonly PhysicalLine[], area: TextArea): Section['margins'] {
  const [first] = pages;
  const width = first?.width ?? 0;
  const atRight = lines.filter(({ segments }) => Math.abs((segments.at(-1)?.right ?? 0) - area.right) < 0.6).length;
  const atLeft = lines.filter(({ segments }) => Math.abs((segments[0]?.left ?? 0) - area.left) < 0.6).length;
  const tops = pages.flatMap(({ lines: own }) =>
    own
      .filter((line) => lines.includes(line))
      .slice(0, 1)
      .map(heightOf),
  );
  const bottoms = pages.map(
    ({ lines: own, height }) =>
      height - Math.max(0, ...own.filter((line) => lines.includes(line)).map(({ base }) => base)) - 1,
  );
  const [top, bottom] = [Math.min(...tops), Math.min(...bottoms)];
  return {
    left: atLeft >= SURE ? area.left : null,
    right: atRight >= SURE ? width - area.right : null,
    // Higher than the margin nothing may stand; how far below it the text begins, its own room decides.
    top: top < 19 || top > LOWEST_BEGINNING ? top : null,
    bottom: bottom < 19 ? bottom : null,
  };
}

/** Where the letters of a line begin, from the top of the page. */
function heightOf({ base, size }: PhysicalLine): number {
  return base - size * 0.891 * (25.4 / 72);
}

interface Regions {
  readonly area: TextArea;
  readonly isFirst: boolean;
}

/** Head and signature as columns, what is between as running paragraphs. */
function blocksOf(
  lines: readonly PhysicalLine[],
  pages: readonly PhysicalPage[],
  { area, isFirst }: Regions,
): readonly Block[] {
  const strokes = pages.flatMap((page) => page.strokes);
  const middle = (pages[0]?.width ?? 210) / 2;
  const headEnd = isFirst ? headLength(lines, area, middle) : 0;
  const [endStart, endEnd] = isFirst ? ending(lines, headEnd) : [lines.length, lines.length];
  const grids = pages.flatMap(gridsOf);
  const flow = (part: readonly PhysicalLine[]): readonly Block[] =>
    running(part, { area, grids }).map((block) => withStrokes(block, part, strokes));
  return [
    ...(headEnd > 0 ? [columnsOf(lines.slice(0, headEnd), strokes, middle)] : []),
    ...flow(lines.slice(headEnd, endStart)),
    ...(endEnd > endStart ? [columnsOf(lines.slice(endStart, endEnd), [], middle)] : []),
    ...flow(lines.slice(endEnd)),
  ];
}

/** Lines of the head end where somebody is addressed, a type is named, or text runs across the page. */
function headLength(lines: readonly PhysicalLine[], area: TextArea, middle: number): number {
  const end = lines.findIndex((line) => {
    const [segment] = line.segments;
    if (!segment || line.segments.length > 1) return false;
    const isAcross = segment.left < middle - ACROSS && segment.right > middle + ACROSS;
    const isType = isCentred(line, area) && typeNamed(segment.text) !== null;
    return /^kinh gui/u.test(fold(segment.text)) || isType || (isAcross && !isCentred(line, area));
  });
  return end === -1 ? Math.min(lines.length, 12) : end;
}

/** From behind `./.`, or from the recipients, to the end of that page or to an annex. */
function ending(lines: readonly PhysicalLine[], from: number): readonly [number, number] {
  const texts = lines.map(textOf);
  const recipients = texts.findIndex((text, at) => at >= from && /^noi nhan/u.test(fold(text)));
  const limit = recipients === -1 ? lines.length : recipients;
  const closing = texts.findLastIndex((text, at) => at >= from && at < limit && CLOSING.test(text));
  const start = closing === -1 ? limit : closing + 1;
  const annex = texts.findIndex((text, at) => at > start && ANNEX.test(fold(text)));
  return [start, annex === -1 ? lines.length : annex];
}

/** Lines with several columns, or between rules, are rows of a table; the others run on. */
function running(
  lines: readonly PhysicalLine[],
  { area, grids }: { readonly area: TextArea; readonly grids: readonly Grid[] },
): readonly Block[] {
  const runs: { readonly isTable: boolean; readonly lines: PhysicalLine[] }[] = [];
  for (const line of lines) {
    const isTable = line.segments.length > 1 || isWithin(line, grids);
    const run = runs.at(-1);
    if (run?.isTable === isTable) run.lines.push(line);
    else runs.push({ isTable, lines: [line] });
  }
  return runs.flatMap<Block>((run) => (run.isTable ? [ruledTable(run.lines)] : paragraphsOf(run.lines, area)));
}

/** The line under an abstract is drawn under its last letters. */
function withStrokes(
  block: Block,
  lines: readonly PhysicalLine[],
  strokes: readonly { page: number; left: number; right: number; top: number }[],
): Block {
  if (block.kind === 'table' || block.alignment !== 'center') return block;
  const at = lines.findIndex(({ segments }) => segments[0]?.pieces.at(-1) === block.pieces.at(-1));
  const own = lines[at];
  return own ? { ...block, lines: strokesUnder(own, lines[at + 1], strokes) } : block;
}
