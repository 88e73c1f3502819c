/** One sheet: a bold first row, and rows of plain values. Text stays text, whatever it looks like: no cell is a formula, and no code loses its noughts. */
export interface Sheet {
  /** Left out where it is the only one. */
  readonly name?: string;
  readonly head: readonly string[];
  readonly rows: readonly SheetRow[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Whether long texts are broken into lines: in the whole sheet, in its first row, or nowhere. */
  readonly wraps: 'all' | 'head' | 'rows' | 'none';
  readonly landscape: boolean;
  /** Whether the first row stays in sight. */
  readonly sticksHead: boolean;
  /** Whether it is to be filled in: what is typed into a cell stays text then, and a code keeps its noughts. */
  readonly isForm?: boolean;
}

export type SheetRow = readonly (string | number)[];

/** As spreadsheets name the format of a cell that is text, whatever it looks like. */
const TEXT = '@';

/** Puts a workbook together, all at once: what is long belongs into a thread. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets.map(written)).toBuffer();
}

function written({ name, head, rows, widths, wraps, landscape, sticksHead, isForm }: Sheet, at: number) {
  const [headWrap, rowWrap] = [wraps === 'all' || wraps === 'head', wraps === 'all' || wraps === 'rows'];
  const first = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: headWrap }));
  const body = rows.map((row) =>
    row.map((value) =>
      typeof value === 'number'
        ? { value, type: Number }
        : { value, type: String, wrap: rowWrap, ...(isForm === true && { format: TEXT }) },
    ),
  );
  return {
    sheet: name ?? `Sheet${String(at + 1)}`,
    data: [first, ...body],
    columns: widths.map((width) => ({ width })),
    ...(landscape && { orientation: 'landscape' as const }),
    ...(sticksHead && { stickyRowsCount: 1 }),
  };
}
