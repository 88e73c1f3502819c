import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  type XmlElement,
} from '../../../files/domain/xml/xml-tree.js';
import type { DrawnLine } from '../../domain/format/page/page-model.js';
import { fromEmu, millimetres } from './measures.js';

/** Where drawings are measured from, in millimetres from the left edge of the paper. */
export interface DrawingContext {
  readonly paperWidth: number;
  readonly textLeft: number;
  readonly textWidth: number;
  /** In a cell or a frame what is measured from the column stands with its paragraph. */
  readonly isInside: boolean;
}

export interface ReadBox {
  readonly content: XmlElement;
  readonly middle: number | null;
  readonly width: number | null;
  readonly isFramed: boolean;
}

export interface ReadDrawings {
  readonly lines: readonly DrawnLine[];
  readonly boxes: readonly ReadBox[];
}

/** A line is no thicker than this. */
const THICKEST_LINE = 1.2;
const MIN_LINE_LENGTH = 3;
const LINE_SHAPES: ReadonlySet<string> = new Set(['line', 'straightConnector1']);

/** Lines and frames with text that drawings bring, of either kind that Word writes. */
export function readDrawings(elements: readonly XmlElement[], context: DrawingContext): ReadDrawings {
  const lines: DrawnLine[] = [];
  const boxes: ReadBox[] = [];
  for (const element of elements.flatMap(drawnOf)) {
    const read = element.name === 'w:pict' ? readVml(element, context) : readDrawingMl(element, context);
    lines.push(...read.lines);
    boxes.push(...read.boxes);
  }
  return { lines, boxes };
}

/** Of several versions of one drawing the first that says something. */
function drawnOf(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'w:drawing' || element.name === 'w:pict') return [element];
  if (element.name !== 'mc:AlternateContent') return [];
  for (const version of childrenOf(element)) {
    const drawn = childrenOf(version).flatMap(drawnOf);
    if (drawn.length > 0) return drawn;
  }
  return [];
}

function readDrawingMl(drawing: XmlElement, context: DrawingContext): ReadDrawings {
  const frame = childOf(drawing, 'wp:anchor') ?? childOf(drawing, 'wp:inline');
  const extent = childOf(frame, 'wp:extent');
  const width = fromEmu(attributeOf(extent, 'cx')) ?? 0;
  const height = fromEmu(attributeOf(extent, 'cy')) ?? 0;
  if (!frame) return { lines: [], boxes: [] };
  const middle = middleOf(childOf(frame, 'wp:positionH'), width, context);
  const lines: DrawnLine[] = [];
  const boxes: ReadBox[] = [];
  for (const element of descendantsOf(frame)) {
    if (element.name === 'wps:wsp') lines.push(...shapeLine(element, { width, height, middle }, scaleOf(frame, width)));
    if (element.name === 'w:txbxContent') boxes.push({ content: element, middle, width, isFramed: isOutlined(frame) });
  }
  return { lines, boxes };
}

function shapeLine(
  shape: XmlElement,
  frame: { readonly width: number; readonly height: number; readonly middle: number | null },
  scale: number | null,
): readonly DrawnLine[] {
  const properties = childOf(shape, 'wps:spPr');
  const kind = attributeOf(childOf(properties, 'a:prstGeom'), 'prst') ?? '';
  const size = childOf(childOf(properties, 'a:xfrm'), 'a:ext');
  const inner = (side: string): number => (fromEmu(attributeOf(size, side)) ?? 0) * (scale ?? 1);
  const [length, height] = scale === null ? [frame.width, frame.height] : [inner('cx'), inner('cy')];
  const isFlat = height <= THICKEST_LINE && length >= MIN_LINE_LENGTH;
  return isFlat && isInked(properties, kind) ? [{ by: 'drawing', length, middle: frame.middle }] : [];
}

/** Whether it is visible: a line needs a stroke, a flat rectangle may be filled instead. */
function isInked(properties: XmlElement | undefined, kind: string): boolean {
  const isStroked = childOf(childOf(properties, 'a:ln'), 'a:noFill') === undefined;
  if (LINE_SHAPES.has(kind)) return isStroked;
  return kind === 'rect' && (isStroked || childOf(properties, 'a:noFill') === undefined);
}

/** In a group sizes are in measures of the group; null outside of one. */
function scaleOf(frame: XmlElement, width: number): number | null {
  for (const element of descendantsOf(frame)) {
    if (element.name !== 'wpg:grpSpPr') continue;
    const inner = fromEmu(attributeOf(childOf(childOf(element, 'a:xfrm'), 'a:chExt'), 'cx'));
    return inner === undefined || inner === 0 ? 1 : width / inner;
  }
  return null;
}

function isOutlined(frame: XmlElement): boolean {
  for (const element of descendantsOf(frame)) {
    if (element.name === 'a:ln') return childOf(element, 'a:noFill') === undefined;
  }
  return false;
}

function middleOf(position: XmlElement | undefined, width: number, context: DrawingContext): number | null {
  const from = attributeOf(position, 'relativeFrom') ?? 'column';
  const offset = fromEmu(textIn(childOf(position, 'wp:posOffset')));
  const align = textIn(childOf(position, 'wp:align'));
  return placed({ from, offset, align, width }, context);
}

function textIn(element: XmlElement | undefined): string | undefined {
  const [text] = element?.children ?? [];
  return typeof text === 'string' ? text : undefined;
}

interface Placing {
  readonly from: string;
  readonly offset: number | undefined;
  readonly align: string | undefined;
  readonly width: number;
}

function placed({ from, offset, align, width }: Placing, context: DrawingContext): number | null {
  const isPage = from === 'page';
  if (!isPage && (context.isInside || !['margin', 'column', 'text', 'leftMargin'].includes(from))) return null;
  const [left, room] = isPage ? [0, context.paperWidth] : [context.textLeft, context.textWidth];
  if (align === 'center') return left + room / 2;
  if (align === 'right') return left + room - width / 2;
  if (align === 'left') return left + width / 2;
  return offset === undefined ? null : left + offset + width / 2;
}

function readVml(pict: XmlElement, context: DrawingContext): ReadDrawings {
  const lines: DrawnLine[] = [];
  const boxes: ReadBox[] = [];
  for (const element of descendantsOf(pict)) {
    const style = styleOf(element);
    if (element.name === 'v:line' && isStroked(element)) lines.push(...vmlLine(element, style, context));
    else if (element.name === 'v:shape' || element.name === 'v:rect') lines.push(...flatShape(style, context));
    if (element.name !== 'v:textbox') continue;
    const content = childOf(element, 'w:txbxContent');
    const frame = [...descendantsOf(pict)].find((one) => childOf(one, 'v:textbox') === element);
    const frameStyle = styleOf(frame);
    const width = millimetres(frameStyle.get('width')) ?? null;
    const isFramed = isStroked(frame);
    if (content) boxes.push({ content, middle: vmlMiddle(frameStyle, width ?? 0, context), width, isFramed });
  }
  return { lines, boxes };
}

function isStroked(element: XmlElement | undefined): boolean {
  return !['f', 'false'].includes(attributeOf(element, 'stroked') ?? 't');
}

function styleOf(element: XmlElement | undefined): ReadonlyMap<string, string> {
  const declarations = (attributeOf(element, 'style') ?? '').split(';').map((one) => one.split(':', 2));
  return new Map(declarations.map(([name = '', value = '']) => [name.trim(), value.trim()]));
}

/** Bare numbers of VML are points here. */
function vmlLength(value: string | undefined): number {
  return millimetres(value !== undefined && /^-?[\d.]+$/u.test(value.trim()) ? `${value.trim()}pt` : value) ?? 0;
}

function vmlLine(
  element: XmlElement,
  style: ReadonlyMap<string, string>,
  context: DrawingContext,
): readonly DrawnLine[] {
  const point = (name: string): readonly [number, number] => {
    const [x = '0', y = '0'] = (attributeOf(element, name) ?? '0,0').split(',');
    return [vmlLength(x), vmlLength(y)];
  };
  const [[x1, y1], [x2, y2]] = [point('from'), point('to')];
  const length = Math.abs(x2 - x1);
  if (length < MIN_LINE_LENGTH || Math.abs(y2 - y1) > THICKEST_LINE) return [];
  const from = style.get('mso-position-horizontal-relative') ?? 'column';
  return [
    {
      by: 'drawing',
      length,
      middle: placed({ from, offset: Math.min(x1, x2), align: undefined, width: length }, context),
    },
  ];
}

function flatShape(style: ReadonlyMap<string, string>, context: DrawingContext): readonly DrawnLine[] {
  const [length, height] = [vmlLength(style.get('width')), vmlLength(style.get('height'))];
  if (length < MIN_LINE_LENGTH || height > THICKEST_LINE || !style.has('height')) return [];
  return [{ by: 'drawing', length, middle: vmlMiddle(style, length, context) }];
}

function vmlMiddle(style: ReadonlyMap<string, string>, width: number, context: DrawingContext): number | null {
  const from = style.get('mso-position-horizontal-relative') ?? 'column';
  const left = style.get('margin-left');
  const align = style.get('mso-position-horizontal');
  return placed({ from, offset: left === undefined ? undefined : vmlLength(left), align, width }, context);
}
