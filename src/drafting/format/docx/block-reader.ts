import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../files/domain/xml/xml-tree.js';
import type { Block, Cell, DrawnLine, Paragraph, Row, Table, TextBox } from '../../domain/format/page/page-model.js';
import { readDrawings, type DrawingContext } from './drawings.js';
import type { ListCounter } from './numbering.js';
import { millimetres } from './measures.js';
import { shapeOf, type LineHeight, type Shape } from './paragraph-shape.js';
import { readRuns, type ReadPiece } from './runs.js';
import type { Styles } from './styles.js';

/** Where blocks stand while they are read. */
export interface ReadingContext extends DrawingContext {
  readonly part: string;
  /** How wide a line may be. */
  readonly room: number;
  readonly tableStyle: string | undefined;
  /** Room at both sides of the cells of the table around. */
  readonly cellMargins?: number | undefined;
}

/** A paragraph with the element it was read from, so that it can be corrected. */
export interface ReadParagraph extends Paragraph {
  readonly pieces: readonly ReadPiece[];
  readonly source: XmlElement;
  readonly fields: readonly string[];
  /** Properties of the section that ends with it. */
  readonly section: XmlElement | undefined;
}

/** Word sets lines of Times New Roman 1.15 times as high as its letters. */
export const SINGLE_LINE = 1.15;
/** Room at both sides of a cell together, where nothing says otherwise. */
const USUAL_CELL_MARGINS = 3.8;

/** Reads the blocks of one document; counts its paragraphs and its automatic lists. */
export class BlockReader {
  trackedChanges = 0;
  hiddenText = 0;
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly styles: Styles,
    private readonly lists: ListCounter,
  ) {}

  read(parent: XmlElement, context: ReadingContext): readonly Block[] {
    const blocks: Block[] = [];
    for (const child of childrenOf(parent)) {
      if (child.name === 'w:p') blocks.push(this.readParagraph(child, context));
      else if (child.name === 'w:tbl') blocks.push(this.readTable(child, context));
      else if (WRAPPERS.has(child.name)) blocks.push(...this.read(child, context));
    }
    return blocks;
  }

  private readParagraph(element: XmlElement, context: ReadingContext): ReadParagraph {
    const properties = childOf(element, 'w:pPr');
    const styleId = attributeOf(childOf(properties, 'w:pStyle'), 'w:val');
    const styled = this.styles.paragraphLayers(styleId, context.tableStyle);
    const own = properties ? [properties] : [];
    const mark = this.lists.next([...styled, ...own]);
    const shape = shapeOf([...styled, ...(mark.properties ? [mark.properties] : []), ...own]);
    const runs = readRuns(element, (direct) =>
      this.styles.look({ paragraphStyle: styleId, tableStyle: context.tableStyle, direct }),
    );
    this.trackedChanges += runs.trackedChanges;
    this.hiddenText += runs.hiddenText;
    const drawn = readDrawings(runs.drawings, context);
    const room = context.room - shape.indent.left - shape.indent.right;
    return {
      kind: 'paragraph',
      place: { part: context.part, number: this.count(context.part) },
      label: mark.label,
      pieces: runs.pieces,
      alignment: shape.alignment,
      indent: shape.indent,
      spacing: { ...shape.spacing, lines: linesOf(shape.spacing.line, runs.pieces) },
      closesUp: shape.closesUp ? this.styles.nameOf(styleId) : null,
      tabStops: shape.tabStops,
      room,
      lines: [...borderLines(shape, room), ...drawn.lines],
      boxes: drawn.boxes.map((box): TextBox => {
        const inside = { ...context, part: 'hộp chữ', room: box.width ?? context.room, isInside: true };
        return { blocks: this.read(box.content, inside), middle: box.middle, isFramed: box.isFramed };
      }),
      startsPage: shape.startsPage || runs.endsPage,
      source: element,
      fields: runs.fields,
      section: childOf(properties, 'w:sectPr'),
    };
  }

  private readTable(element: XmlElement, context: ReadingContext): Table {
    const properties = childOf(element, 'w:tblPr');
    const tableStyle = attributeOf(childOf(properties, 'w:tblStyle'), 'w:val');
    const grid = childrenOf(childOf(element, 'w:tblGrid') ?? element)
      .filter(({ name }) => name === 'w:gridCol')
      .map((column) => millimetres(attributeOf(column, 'w:w')) ?? 0);
    const inside = { ...context, tableStyle, isInside: true, cellMargins: cellMargins(properties, 'w:tblCellMar') };
    const rows = rowsOf(element).map((row) => this.readRow(row, grid, inside));
    return { kind: 'table', rows, isRuled: isRuled(properties, tableStyle) };
  }

  private readRow(element: XmlElement, grid: readonly number[], context: ReadingContext): Row {
    const cells: Cell[] = [];
    let column = Number(attributeOf(childOf(childOf(element, 'w:trPr'), 'w:gridBefore'), 'w:val') ?? 0);
    for (const cell of cellsOf(element)) {
      const properties = childOf(cell, 'w:tcPr');
      const span = Number(attributeOf(childOf(properties, 'w:gridSpan'), 'w:val') ?? 1);
      const planned = grid.slice(column, column + span).reduce((sum, width) => sum + width, 0);
      const width = cellWidth(properties) ?? (planned > 0 ? planned : null);
      const margins = cellMargins(properties, 'w:tcMar') ?? context.cellMargins ?? USUAL_CELL_MARGINS;
      const room = width === null ? context.room : width - margins;
      const blocks = this.read(cell, { ...context, room });
      cells.push({ blocks, width, line: cellLine(properties, width) });
      column += span;
    }
    return { cells };
  }

  private count(part: string): number {
    const next = (this.counts.get(part) ?? 0) + 1;
    this.counts.set(part, next);
    return next;
  }
}

const WRAPPERS: ReadonlySet<string> = new Set(
  'w:sdt w:sdtContent w:customXml w:ins w:moveTo w:txbxContent w:smartTag'.split(' '),
);

function rowsOf(table: XmlElement): readonly XmlElement[] {
  return childrenOf(table).flatMap((child) =>
    child.name === 'w:tr' ? [child] : WRAPPERS.has(child.name) ? rowsOf(child) : [],
  );
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return childrenOf(row).flatMap((child) =>
    child.name === 'w:tc' ? [child] : WRAPPERS.has(child.name) ? cellsOf(child) : [],
  );
}

function cellWidth(properties: XmlElement | undefined): number | null {
  const element = childOf(properties, 'w:tcW');
  const isLength = (attributeOf(element, 'w:type') ?? 'dxa') === 'dxa';
  const width = isLength ? millimetres(attributeOf(element, 'w:w')) : undefined;
  return width === undefined || width === 0 ? null : width;
}

/** Room at both sides together; undefined where it is not said. */
function cellMargins(properties: XmlElement | undefined, name: 'w:tblCellMar' | 'w:tcMar'): number | undefined {
  const element = childOf(properties, name);
  if (!element) return undefined;
  const side = (...names: readonly string[]): number => {
    const found = names.map((one) => childOf(element, one)).find((one) => one !== undefined);
    return millimetres(attributeOf(found, 'w:w')) ?? USUAL_CELL_MARGINS / 2;
  };
  return side('w:left', 'w:start') + side('w:right', 'w:end');
}

function isDrawn(borders: XmlElement | undefined, side: string): boolean {
  return !['nil', 'none', undefined].includes(attributeOf(childOf(borders, side), 'w:val'));
}

function cellLine(properties: XmlElement | undefined, width: number | null): DrawnLine | null {
  const isLine = isDrawn(childOf(properties, 'w:tcBorders'), 'w:bottom');
  return isLine && width !== null ? { by: 'cell', length: width, middle: null } : null;
}

/** Ruled by its own borders, or by a style that is there for its borders. */
function isRuled(properties: XmlElement | undefined, style: string | undefined): boolean {
  const borders = childOf(properties, 'w:tblBorders');
  if (borders) return isDrawn(borders, 'w:insideH') || isDrawn(borders, 'w:top');
  return style !== undefined && /grid|list|lưới/iu.test(style);
}

function borderLines({ borders }: Shape, room: number): readonly DrawnLine[] {
  return borders.top || borders.bottom ? [{ by: 'paragraph', length: room, middle: null }] : [];
}

/** The height of lines as times a single line of the paragraph's own letters. */
function linesOf(height: LineHeight, pieces: readonly ReadPiece[]): number | null {
  if (height.rule === 'auto') return height.times;
  const largest = Math.max(0, ...pieces.map(({ look }) => look.size ?? 0));
  if (largest === 0) return null;
  const times = height.points / (largest * SINGLE_LINE);
  return height.rule === 'atLeast' ? Math.max(1, times) : times;
}
