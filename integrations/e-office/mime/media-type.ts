/** A content type (RFC 2045). */
export interface MediaType {
  /** In lower case; empty when none is named. */
  readonly type: string;
  /** By name in lower case, without the quotes around them. */
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/gu;

/** Parses a content type; whatever is malformed is skipped. */
export function readMediaType(written: string): MediaType {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of written.matchAll(PARAMETER)) {
    parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/gu, '$1') ?? bare ?? '');
  }
  return { type: (written.split(';')[0] ?? '').trim().toLowerCase(), parameters };
}

/** Whether the charset is one that we accept in XML: UTF-8, UTF-16 or US-ASCII. A missing one means UTF-8. */
export function isUnicode({ parameters }: MediaType): boolean {
  return /^(?:utf-?(?:8|16(?:le|be)?)|us-ascii)?$/iu.test(parameters.get('charset') ?? '');
}
