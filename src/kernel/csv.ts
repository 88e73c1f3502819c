/** The mark by which Excel takes a file for UTF-8. */
const MARK = '\uFEFF';

/** A line of CSV by RFC 4180; a value that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** What a file of CSV begins with. */
export function csvHead(headings: readonly string[]): string {
  return `${MARK}${csvLine(headings)}`;
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
