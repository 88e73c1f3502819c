const OPENED = /<((?:[^ \t\r\n<>:/]*:)?(?:Password|Token|accountName|accountPass|appCode|appPass))(?=[ \t\r\n>/])/gu;
const TAG_MARK = /["'<>]/gu;
/** What stands between these is no tag, whatever it looks like. */
const NO_TAGS = [
  { begin: '<!--', end: '-->' },
  { begin: '<![CDATA[', end: ']]>' },
  { begin: '<?', end: '?>' },
] as const;

/** At most so many bytes of a refused message are kept as evidence. */
export const EVIDENCE_BYTES = 64 * 1024;

/**
 * The message with every WS-Security password or digest, and every token and account field of vendors, redacted: it can be kept, not replayed. What
 * is cut off or is no XML loses more rather than less. Takes time in proportion to its length.
 */
export function redactSecrets(raw: Buffer): Buffer {
  // Byte for byte as latin1, so that nothing but the secrets changes.
  const text = raw.toString('latin1');
  // UTF-16, perhaps in one part of many: what shows a secret is kept without its zero bytes.
  const narrow = text.replaceAll('\0', '');
  return next(OPENED, narrow, 0) === null ? raw : Buffer.from(redacted(narrow), 'latin1');
}

/** The first 64 KiB of a message, secrets redacted. */
export function evidenceOf(raw: Buffer): Buffer {
  return redactSecrets(raw.subarray(0, EVIDENCE_BYTES));
}

function redacted(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = next(OPENED, text, 0); open !== null; open = next(OPENED, text, from)) {
    const [tag, name = ''] = open;
    kept.push(text.slice(from, open.index), `<${name}>***</${name}>`);
    from = afterElement(text, name, open.index + tag.length);
  }
  return kept.join('') + text.slice(from);
}

/** @param at behind the name in the element's first tag @returns where the element is over; the end of the text when it never is */
function afterElement(text: string, name: string, at: number): number {
  let from = afterTag(text, at);
  let depth = depthOf(text, from);
  while (depth > 0) {
    const tag = text.indexOf('<', from);
    if (tag === -1) return text.length;
    from = afterNoTags(text, tag) ?? afterTag(text, tag + 1);
    if (isNamed(text, tag + 1, `/${name}`)) depth -= 1;
    else if (isNamed(text, tag + 1, name)) depth += depthOf(text, from);
  }
  return from;
}

/** @param from behind a first tag @returns 0 for an element that is empty by its tag */
function depthOf(text: string, from: number): 0 | 1 {
  return text.endsWith('/>', from) ? 0 : 1;
}

function isNamed(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && ' \t\r\n>/'.includes(text.charAt(at + name.length));
}

function afterNoTags(text: string, at: number): number | null {
  const found = NO_TAGS.find(({ begin }) => text.startsWith(begin, at));
  return found === undefined ? null : behind(text, found.end, at + found.begin.length);
}

/** Where a tag is over: behind its `>`, before the `<` of another; quoted values are passed over. */
function afterTag(text: string, at: number): number {
  let from = at;
  for (let mark = next(TAG_MARK, text, from); mark !== null; mark = next(TAG_MARK, text, from)) {
    if (mark[0] === '>') return mark.index + 1;
    if (mark[0] === '<') return mark.index;
    from = behind(text, mark[0], mark.index + 1);
  }
  return text.length;
}

/** @returns the end of the text when it holds none */
function behind(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at + what.length;
}

/** @param pattern with the flag `g` */
function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
