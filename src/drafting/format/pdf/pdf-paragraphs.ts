import type { Alignment, DrawnLine, Paragraph, Table } from '../../domain/format/page/page-model.js';
import { textOf } from './pdf-regions.js';
import type { PhysicalLine, PhysicalStroke, Segment } from './pdf-lines.js';

/** The edges between which the text of a page runs. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
}

const SINGLE_LINE = 1.15;
const POINTS = 72 / 25.4;
const ENOUGH_ROOM = 12;
/** Programs put the room of taller lines above or below them; so much of it nobody can tell. */
const UNSURE = 1.6;
const AT_EDGE = 1.2;
const INDENTED = 4;
const CENTRED = 1.5;
/** A line so much lower than its neighbours' pitch begins a paragraph. */
const WIDER_PITCH = 1.22;

const middleOf = ({ left, right }: { readonly left: number; readonly right: number }): number => (left + right) / 2;

export function isCentred(line: PhysicalLine, area: TextArea): boolean {
  const [segment] = line.segments;
  if (!segment || line.segments.length !== 1) return false;
  return Math.abs(middleOf(segment) - middleOf(area)) < CENTRED && segment.left - area.left > 8;
}

/** Lines that run on, gathered to paragraphs, with what their shape shows. */
export function paragraphsOf(lines: readonly PhysicalLine[], area: TextArea): readonly Paragraph[] {
  const groups: PhysicalLine[][] = [];
  const pitch = usualPitch(lines);
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && runsOn(before, line, { area, pitch })) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group, at) => paragraphOf(group, groups[at - 1]?.at(-1), area));
}

function usualPitch(lines: readonly PhysicalLine[]): number {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before?.page === line.page ? [line.base - before.base] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.3)] ?? 0;
}

function runsOn(
  before: PhysicalLine,
  line: PhysicalLine,
  { area, pitch }: { readonly area: TextArea; readonly pitch: number },
): boolean {
  const [above, own] = [before.segments.at(-1), line.segments[0]];
  if (!above || !own || isCentred(line, area) || isCentred(before, area)) return false;
  if (hangs(before, line, area)) return true;
  const isIndented = own.left - area.left > INDENTED;
  const isApart = before.page === line.page && line.base - before.base > pitch * WIDER_PITCH + 0.6;
  const isBroken = !/[.;:]$/u.test(above.text);
  return !hasRoomFor(own, above, area) && !isIndented && (!isApart || isBroken);
}

/** A line that could have held the next word ends its paragraph. */
function hasRoomFor(next: Segment, before: Segment, area: TextArea): boolean {
  const word = (/^\S+/u.exec(next.text)?.[0] ?? '').length + 1;
  const width = ((next.right - next.left) * word) / Math.max(1, next.text.length);
  return area.right - before.right > width * 1.3 + AT_EDGE;
}

/** `1022-20260318-`, before `0001.` on the next line. */
const BROKEN_WORD = /[\p{L}\p{N}]-$/u;

const ITEM = /^(?:[-–—+•*]|\p{L}\)|\d+[.)])/u;

/** An item that hangs goes on as deep as its own words stand. */
function hangs(before: PhysicalLine, line: PhysicalLine, area: TextArea): boolean {
  const [above, own] = [before.segments[0], line.segments[0]];
  if (!above || !own || before.segments.length + line.segments.length > 2) return false;
  const deeper = own.left - above.left;
  const isDeep = own.left - area.left > INDENTED && deeper > -1 && deeper < 8;
  const isFull = !hasRoomFor(own, above, area) && !/[.;:]$/u.test(above.text);
  return isDeep && isFull && before.page === line.page && !beginsItem(above, own);
}

/** Digits behind a word that the line broke are no number of an item. */
function beginsItem(above: Segment, { text }: Segment): boolean {
  return ITEM.test(text) && !BROKEN_WORD.test(above.text);
}

function paragraphOf(group: readonly PhysicalLine[], before: PhysicalLine | undefined, area: TextArea): Paragraph {
  const [first, second] = group;
  if (!first) return plainParagraph(0);
  const single = first.size * SINGLE_LINE;
  const pitch = second?.page === first.page ? (second.base - first.base) * POINTS : null;
  const firstLeft = first.segments[0]?.left ?? area.left;
  return {
    ...plainParagraph(first.page),
    pieces: joined(group.flatMap((line) => line.segments)),
    alignment: isCentred(first, area) ? 'center' : alignmentOf(group, area),
    indent: { left: 0, right: 0, firstLine: Math.max(0, firstLeft - area.left) },
    spacing: {
      before: roomBefore(first, before, pitch ?? single),
      after: 0,
      lines: pitch === null ? null : pitch / single,
    },
    room: area.right - area.left,
  };
}

/** Where a line ends, a blank stands between its last word and the next, unless the line ends within one. */
function joined(segments: readonly Segment[]): Paragraph['pieces'] {
  return segments.flatMap(({ pieces }, at) => {
    const [first, ...rest] = pieces;
    const above = segments[at - 1]?.pieces.at(-1)?.text ?? '';
    const isApart = at > 0 && !/\s$/u.test(above) && !BROKEN_WORD.test(above);
    if (!first || at === 0) return pieces;
    return [{ ...first, text: `${isApart ? ' ' : ''}${first.text.trimStart()}` }, ...rest];
  });
}

/** Across pages nobody sees how much room there is; it is taken to be enough. */
function roomBefore(line: PhysicalLine, before: PhysicalLine | undefined, pitch: number): number {
  if (before?.page !== line.page) return ENOUGH_ROOM;
  return Math.max(0, (line.base - before.base) * POINTS - pitch) + UNSURE;
}

function alignmentOf(group: readonly PhysicalLine[], area: TextArea): Alignment | null {
  const full = group.slice(0, -1).map((line) => line.segments.at(-1)?.right ?? area.right);
  if (full.length < 2) return full.length === 1 && Math.abs((full[0] ?? 0) - area.right) < AT_EDGE ? 'both' : null;
  return full.every((right) => Math.abs(right - area.right) < AT_EDGE) ? 'both' : 'left';
}

export function plainParagraph(page: number): Paragraph {
  return {
    kind: 'paragraph',
    place: { part: 'thân văn bản', number: page },
    label: '',
    pieces: [],
    alignment: null,
    indent: null,
    spacing: null,
    closesUp: null,
    tabStops: [],
    room: null,
    lines: [],
    boxes: [],
    startsPage: false,
  };
}

/** Parts that stand side by side, as a table of one row without rules. */
export function columnsOf(lines: readonly PhysicalLine[], strokes: readonly PhysicalStroke[], middle: number): Table {
  const side = (isLeft: boolean): readonly Paragraph[] => {
    const own = lines.flatMap((line) =>
      line.segments
        .filter((segment) => middleOf(segment) < middle === isLeft)
        .map((segment) => ({ ...line, segments: [segment] })),
    );
    return withBrokenItems(own).map((line, at, all) => ({
      ...plainParagraph(line.page),
      pieces: joined(line.segments),
      lines: strokesUnder(line, all[at + 1], strokes),
    }));
  };
  const cell = (blocks: readonly Paragraph[]) => ({ blocks, width: null, line: null });
  return { kind: 'table', rows: [{ cells: [cell(side(true)), cell(side(false))] }], isRuled: false };
}

/** An item of a narrow list that takes a second line is one item. */
function withBrokenItems(lines: readonly PhysicalLine[]): readonly PhysicalLine[] {
  const whole: PhysicalLine[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    const isOpen = before !== undefined && /^[-–]/u.test(textOf(before)) && !/[.;,:]$/u.test(textOf(before));
    if (!isOpen || ITEM.test(textOf(line)) || line.size !== before.size) whole.push(line);
    else whole[whole.length - 1] = { ...line, segments: [...before.segments, ...line.segments] };
  }
  return whole;
}

/** How far below letters a line may be drawn for them. */
const LOWEST_STROKE = 9;
const ABOVE_LETTERS = 1;

/** Strokes below the last letters of a line, and above the next line. */
export function strokesUnder(
  { segments, base, page }: PhysicalLine,
  next: PhysicalLine | undefined,
  strokes: readonly PhysicalStroke[],
): readonly DrawnLine[] {
  const [segment] = segments.slice(-1);
  if (!segment) return [];
  const limit = Math.min(base + LOWEST_STROKE, next?.page === page ? next.base - ABOVE_LETTERS : Infinity);
  return strokes
    .filter((stroke) => stroke.page === page && stroke.top > base - 0.5 && stroke.top < limit)
    .filter((stroke) => Math.abs(middleOf(stroke) - middleOf(segment)) < 8)
    .map((stroke) => ({ by: 'stroke', length: stroke.right - stroke.left, middle: null }));
}

/** Rows of a table in the body: several columns on one line. */
export function ruledTable(lines: readonly PhysicalLine[]): Table {
  const rows = lines.map(({ segments, page }) => ({
    cells: segments.map((segment) => ({
      blocks: [{ ...plainParagraph(page), pieces: segment.pieces }],
      width: null,
      line: null,
    })),
  }));
  return { kind: 'table', rows, isRuled: true };
}
