/** The few pieces of WordprocessingML that our letters are made of. Lengths are in millimetres, sizes in points, unless said otherwise. */

/** Twentieths of a point, in which Word measures pages. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * (1440 / 25.4));
}

/** English Metric Units, in which Word measures drawings. */
export function emu(millimetres: number): number {
  return Math.round(millimetres * 36_000);
}

export function escapeXml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

/** A stretch of text; template tags go in as they are. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function boldRun(text: string): string {
  return `<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph in a named style; plain text becomes one run. */
export function paragraph(style: string, content: string, properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
}

/** A line across the middle, drawn as the border of an empty paragraph that is only as wide as the line. */
export function rule(width: number, lineWidth: number, style = 'KeNgang'): string {
  const side = twips((width - lineWidth) / 2);
  return paragraph(style, '', `<w:ind w:left="${side}" w:right="${side}"/>`);
}

export interface Column {
  readonly width: number;
}

/** A borderless table without cell margins, for parts that stand side by side. A row never breaks across pages. */
export function layoutTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const total = twips(columns.reduce((sum, { width }) => sum + width, 0));
  const grid = columns.map(({ width }) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${rows.map((cells) => layoutRow(columns, cells)).join('')}</w:tbl>`
  );
}

function layoutRow(columns: readonly Column[], cells: readonly string[]): string {
  const body = cells.map((cell, index) => {
    const width = twips(columns[index]?.width ?? 0);
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${body.join('')}</w:tr>`;
}

/** A paragraph repeated for every item of a list; the lines with the tags themselves vanish when the letter is made. */
export function repeated(list: string, ...paragraphs: readonly string[]): string {
  return paragraph('DongLenh', `{#${list}}`) + paragraphs.join('') + paragraph('DongLenh', `{/${list}}`);
}

export interface TableColumn extends Column {
  readonly head: string;
  /** Paragraphs of a cell, as pairs of style and text. */
  readonly cell: readonly (readonly [style: string, text: string])[];
}

/** A table with lines whose second row is repeated for every item of a list. Its head comes again on every page; no row breaks across pages. */
export function dataTable(list: string, columns: readonly TableColumn[]): string {
  const total = twips(columns.reduce((sum, { width }) => sum + width, 0));
  const grid = columns.map(({ width }) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
  const head = columns.map((column) => dataCell(column, paragraph('BangDau', column.head)));
  const row = columns.map((column, at) => dataCell(column, cellOf(column, { list, at, last: columns.length - 1 })));
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>` +
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.join('')}</w:tr></w:tbl>`
  );
}

function dataCell({ width }: Column, content: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

/** The loop opens in the first cell and closes in the last: so it repeats the row. */
function cellOf(
  { cell }: TableColumn,
  { list, at, last }: { readonly list: string; readonly at: number; readonly last: number },
): string {
  return cell
    .map(([style, text], index) => {
      const opening = at === 0 && index === 0 ? `{#${list}}` : '';
      const closing = at === last && index === cell.length - 1 ? `{/${list}}` : '';
      return paragraph(style, `${opening}${text}${closing}`);
    })
    .join('');
}
