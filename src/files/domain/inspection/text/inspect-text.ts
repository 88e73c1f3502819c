import { isUtf8 } from 'node:buffer';
import type { Findings } from '../inspection.js';
import type { ReasonCode } from '../reasons.js';

const MAX_JSON_DEPTH = 100;
/** A cell that calls a program when a spreadsheet opens the table: `=cmd|'/c calc'!A0`. */
const CALLING_CELL = /(?:^|[,;\t\n"'])\s*([=+\-@][^,;\t\r\n|]{0,60}\|[^!\r\n]{0,200}!)/u;
/** A page that a browser would run. */
const PAGE = /^<(?:!doctype\s+html|html|head|body|script|iframe|frameset)[\s>]/iu;
/** A piece of a page, which is one as well where the name does not say that it is XML. */
const PIECE = /^<(?:a|img|form|meta|link|object|embed|div|p|table|style|title|h1)[\s>]/iu;
const XML = /^<(?:\?xml\b|!doctype\s|[A-Za-z_][\w.:-]*[\s/>])/iu;
const SVG = /^<(?:\w+:)?svg[\s>]/iu;

interface LetterMark {
  readonly is: RegExp;
  readonly type: string;
  readonly refused: readonly [ReasonCode, string];
}

const XML_ENDINGS: ReadonlySet<string> = new Set(['xml', 'edxml']);
const ACTIVE_PAGE = { type: 'text/html', refused: ['type-active-page', ''] } as const;

/** Files of letters that a computer acts upon, by how they begin. */
const RUNNING: readonly LetterMark[] = [
  { is: /^\s*<(?:\?php|\?=|%@?)/iu, type: 'application/x-php', refused: ['type-runs', 'trang máy chủ'] },
  { is: /^#!/u, type: 'application/x-shellscript', refused: ['type-runs', 'tệp lệnh'] },
  { is: /^\s*@?echo\s+off/iu, type: 'application/x-bat', refused: ['type-runs', 'tệp lệnh Windows'] },
  { is: /^\s*\[internetshortcut\]/iu, type: 'application/x-url', refused: ['type-runs', 'lối tắt'] },
  { is: /^\s*\[desktop entry\]/iu, type: 'application/x-desktop', refused: ['type-runs', 'lối tắt'] },
  { is: /^\s*windows registry editor/iu, type: 'text/x-ms-regedit', refused: ['type-runs', 'sửa Registry'] },
  {
    is: /^(?:mime-version:|from:.*\r?\n.*content-type:\s*multipart)/iu,
    type: 'multipart/related',
    refused: ['type-active-page', ''],
  },
  {
    is: /^\s*<(?:\w+:)?(?:package|job|component)[\s>][\s\S]{0,2000}<script/iu,
    type: 'text/x-wsf',
    refused: ['type-runs', 'Windows Script'],
  },
];

/** What a file of letters is. */
export interface TextKind {
  readonly type: string;
  readonly refused?: readonly [ReasonCode, string];
}

/** What a file is by its letters; null when it is no text. */
export function textKind(content: Buffer, ending: string): TextKind | null {
  const text = beginningOf(content);
  if (text === null) return null;
  const running = RUNNING.find(({ is }) => is.test(text));
  if (running) return { type: running.type, refused: running.refused };
  const markup = behindPreamble(text);
  if (PAGE.test(markup) || (!XML_ENDINGS.has(ending) && PIECE.test(markup))) return ACTIVE_PAGE;
  if (SVG.test(markup)) return { type: 'image/svg+xml' };
  if (XML.test(markup) || XML.test(text.trimStart())) return { type: 'application/xml' };
  if (/^\s*begin:vcalendar/iu.test(text)) return { type: 'text/calendar' };
  return { type: 'text/plain' };
}

/** What stands behind an XML declaration, comments and blanks. */
function behindPreamble(text: string): string {
  let rest = text.trimStart();
  for (const [opening, closing] of [
    ['<?xml', '?>'],
    ['<!--', '-->'],
  ] as const) {
    while (rest.startsWith(opening)) {
      const end = rest.indexOf(closing, opening.length);
      if (end === -1) return '';
      rest = rest.slice(end + closing.length).trimStart();
    }
  }
  return rest;
}

/** The head of a file as text; null where control characters show that it is binary. */
function beginningOf(content: Buffer): string | null {
  const head = content.subarray(0, 8192);
  const wide = wideLabel(content);
  const text = (
    wide ? new TextDecoder(wide).decode(head.subarray(0, head.length & ~1)) : head.toString('utf8')
  ).replace(/^\ufeff/u, '');
  return /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text) || (wide && text.includes('\0')) ? null : text;
}

function wideLabel(content: Buffer): 'utf-16le' | 'utf-16be' | null {
  const first = content.length < 2 ? 0 : content.readUInt16BE(0);
  if (first === 0xfffe || (content[1] === 0 && content[3] === 0 && content[0] !== 0)) return 'utf-16le';
  return first === 0xfeff || (content[0] === 0 && content[2] === 0 && content[1] !== 0) ? 'utf-16be' : null;
}

/** Rules for plain text, tables in text and JSON. */
export function inspectText(content: Buffer, type: string, findings: Findings): void {
  const wide = wideLabel(content);
  if (wide === null && content.includes(0)) {
    findings.add('text-zero-byte');
    return;
  }
  if (wide === null && !isUtf8(content)) findings.add('text-encoding');
  if (type === 'application/json') inspectDepth(content, findings);
  if (type === 'text/csv')
    inspectCells(wide ? new TextDecoder(wide).decode(content) : content.toString('utf8'), findings);
}

/** Brackets within brackets; what stands in quotes does not count. */
function inspectDepth(content: Buffer, findings: Findings): void {
  let depth = 0;
  for (let at = 0; at < content.length && depth <= MAX_JSON_DEPTH; at += 1) {
    const byte = content[at];
    if (byte === QUOTE) at = endOfString(content, at);
    else if (byte === OPEN_BRACKET || byte === OPEN_BRACE) depth += 1;
    else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) depth -= 1;
  }
  if (depth > MAX_JSON_DEPTH) findings.add('text-too-deep');
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where the quote stands that closes the string, or the end of the file. */
function endOfString(content: Buffer, from: number): number {
  for (let at = from + 1; at < content.length; at += 1) {
    if (content[at] === BACKSLASH) at += 1;
    else if (content[at] === QUOTE) return at;
  }
  return content.length;
}

function inspectCells(text: string, findings: Findings): void {
  const cell = CALLING_CELL.exec(text)?.[1];
  if (cell !== undefined) findings.add('text-formula', cell);
}
