import { writeXlsx } from '../sheet/sheet-threads.js';

const WIDTH = 24;

/** An empty list with its headings and one line that shows how it is filled in; what is typed over it stays text. */
export function listSample(columns: readonly { readonly heading: string; readonly sample: string }[]): Promise<Buffer> {
  return writeXlsx({
    head: columns.map(({ heading }) => heading),
    rows: [columns.map(({ sample }) => sample)],
    widths: columns.map(() => WIDTH),
    wraps: 'none',
    landscape: false,
    sticksHead: false,
    isForm: true,
  });
}
