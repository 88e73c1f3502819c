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

/** A paragraph in a named style; plain text becomes one run. */
export function paragraph(style: string, content: string, properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
}

/** A line across the middle of a cell, drawn as the border of an empty paragraph that is only as wide as the line. */
export function rule(cellWidth: number, lineWidth: number): string {
  const side = twips((cellWidth - lineWidth) / 2);
  return paragraph('KeNgang', '', `<w:ind w:left="${side}" w:right="${side}"/>`);
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
