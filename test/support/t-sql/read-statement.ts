/** A statement as it is sent: its text, and how many values go with it. */
export interface Captured {
  readonly text: string;
  readonly values: number;
}

const TOKEN = /N?'(?:[^']|'')*'|"(?:[^"]|"")*"|\[[^\]]*\]|@\w+|\w+|\|\||<>|<=|>=|!=|\S/gu;

/** The words, names, literals and signs of a statement, in their order. */
export function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

export function isLiteral(token: string): boolean {
  return token.endsWith("'");
}

/** A name without its quotes. */
export function nameIn(token: string | undefined): string {
  return (token ?? '').replaceAll(/^["[]|["\]]$/gu, '');
}

/** Words as they are written in capitals; names in quotes and literals stay. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).map((token) => (/^[A-Za-z_]\w*$/u.test(token) ? token.toUpperCase() : token));
}

/** The table that a statement writes; null where it only reads. */
export function writtenTable(text: string): string | null {
  const words = wordsOf(text);
  const start = words.findIndex((word) => ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(word));
  if (start < 0 || words.slice(0, start).includes('SELECT')) return null;
  const target = words.slice(start + 1).find((word) => word !== 'INTO' && word !== 'FROM');
  return target?.startsWith('"') ? nameIn(target) : null;
}
