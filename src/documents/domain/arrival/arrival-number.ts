/**
 * A line of the incoming register whose book the e-office owns stands in it before its number is known: until then a number below 1 keeps its place, -1 the
 * first that came, -2 the next, and no two lines share one. No page, paper or answer to a program shows it.
 */
interface Numbered {
  readonly arrivalNumber: number;
}

/** What stands where the number of a line will stand. */
export const AWAITED = 'chờ số';

/** Whether the e-office has yet to give the line its number. */
export function awaitsNumber({ arrivalNumber }: Numbered): boolean {
  return arrivalNumber < 1;
}

/** For sorting: by year and number; in each year what waits for its number comes last, in the order in which it came. */
export function byArrival(one: Numbered & { readonly year: number }, other: typeof one): number {
  return (
    one.year - other.year ||
    Number(awaitsNumber(one)) - Number(awaitsNumber(other)) ||
    Math.abs(one.arrivalNumber) - Math.abs(other.arrivalNumber)
  );
}

/** The place of the next line that waits. @param lowest the lowest number of the year's lines; null where it has none */
export function nextWaitingPlace(lowest: number | null): number {
  return Math.min(lowest ?? 0, 0) - 1;
}

/** `12`, `chờ số` */
export function arrivalNumberWords(arrivalNumber: number): string {
  return awaitsNumber({ arrivalNumber }) ? AWAITED : String(arrivalNumber);
}

/** `số đến 12`, `chờ số đến` */
export function arrivalWords({ arrivalNumber }: Numbered): string {
  return awaitsNumber({ arrivalNumber }) ? 'chờ số đến' : `số đến ${String(arrivalNumber)}`;
}

/** `văn bản đến số 12`, `văn bản đến chờ số` */
export function incomingWords({ arrivalNumber }: Numbered): string {
  return awaitsNumber({ arrivalNumber }) ? `văn bản đến ${AWAITED}` : `văn bản đến số ${String(arrivalNumber)}`;
}

/** `, 3 văn bản chờ số`: behind the counts of a book; empty where none waits. */
export function awaitingWords(awaiting = 0): string {
  return awaiting === 0 ? '' : `, ${String(awaiting)} văn bản ${AWAITED}`;
}

/** The file of the slip that goes round with the document. */
export function slipFile(arrivalNumber: number): string {
  const number = awaitsNumber({ arrivalNumber }) ? 'cho-so-den' : `so-den-${String(arrivalNumber)}`;
  return `phieu-giai-quyet-${number}.docx`;
}

/** What of the number a search finds; nothing while it is awaited. */
export function arrivalTerms({ arrivalNumber }: Numbered): readonly string[] {
  return awaitsNumber({ arrivalNumber }) ? [] : [String(arrivalNumber)];
}
