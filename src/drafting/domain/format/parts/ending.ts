import { fold } from '../../../../kernel/vietnamese.js';
import type { TextLine } from '../page/text-lines.js';
import type { Ending, Signer } from './document-parts.js';
import { isUpperCase, namesPosition } from './words.js';

/** A line of a list: typed or automatic dash, or the mark that closes an item. */
export function isListed({ text, paragraph, isFirst }: TextLine): boolean {
  return /^[-–—+•*]/u.test(text) || (isFirst && /^[-–—+•*]$/u.test(paragraph.label));
}

const FILING = /^[-–—+•*]?\s*luu\b/u;
const MAX_NAME_LENGTH = 60;

export function opensRecipients({ text }: TextLine): boolean {
  return /^noi nhan\b/u.test(fold(text)) && text.length <= 20;
}

/** @param lines from the first one that the body does not hold, empty ones left out */
export function readEnding(lines: readonly TextLine[]): { readonly ending: Ending; readonly end: number } {
  const at = lines.findIndex(opensRecipients);
  const recipients = at === -1 ? [] : recipientsAfter(lines, at);
  const listed = new Set([...recipients, ...(at === -1 ? [] : lines.slice(at, at + 1))]);
  const end = endOf(lines, at, recipients.at(-1));
  const rest = lines.slice(0, end).filter((line) => !listed.has(line));
  return {
    end,
    ending: {
      recipientsOpening: lines[at] ?? null,
      recipients,
      signers: [
        ...signersIn(rest.filter(({ half }) => half !== 'left')),
        ...signersIn(rest.filter(({ half }) => half === 'left')),
      ],
    },
  };
}

/** Where the ending stops: with the block that holds its last line. */
function endOf(lines: readonly TextLine[], at: number, last: TextLine | undefined): number {
  if (at === -1) return lines.length;
  const anchor = last ?? lines[at];
  let end = lines.findLastIndex(({ section, block }) => section === anchor?.section && block <= anchor.block);
  // A signature may stand under the recipients, in paragraphs of its own.
  for (let next = lines[end + 1]; next && isSignatureLine(next, lines[end]); next = lines[end + 1]) end += 1;
  return end + 1;
}

function isSignatureLine(line: TextLine, before: TextLine | undefined): boolean {
  const isNear = before?.section === line.section && !line.paragraph.startsPage;
  if (!isNear || line.text.length > MAX_NAME_LENGTH || /^phu luc\b/u.test(fold(line.text))) return false;
  return line.half === 'right' || namesPosition(line.text);
}

function recipientsAfter(lines: readonly TextLine[], at: number): readonly TextLine[] {
  const [opening, ...behind] = lines.slice(at);
  const list: TextLine[] = [];
  if (!opening) return list;
  for (const line of behind) {
    if (line.half === 'right' && opening.half !== 'right') continue;
    if (!goesOn(line, opening) || isUpperCase(line.text)) break;
    list.push(line);
    // Beneath a list that stands in no cell, what follows the copy that is kept is something else.
    if (opening.table === null && FILING.test(fold(line.text))) break;
  }
  return list;
}

function goesOn(line: TextLine, opening: TextLine): boolean {
  const isInside = opening.table !== null && line.table === opening.table && line.half === opening.half;
  const isItem = isListed(line) || !line.isFirst || line.text.endsWith(';') || FILING.test(fold(line.text));
  return isInside || isItem;
}

/** Ô 13: where the agency is found, at the foot of its first page. */
const CONTACT = /^(?:dia chi|dien thoai|dt|email|e-mail|thu dien tu|website|trang thong tin dien tu|fax)\s*:/u;

/** Lines above a name say by what power it signs. */
function signersIn(lines: readonly TextLine[]): readonly Signer[] {
  const spoken = lines.filter(
    ({ text }) => !/^\(|^\[/u.test(text) && !CONTACT.test(fold(text)) && text.length <= MAX_NAME_LENGTH + 60,
  );
  if (!spoken.some(({ text }) => namesPosition(text))) return [];
  const begin = spoken.findIndex(({ text }) => namesPosition(text) || isUpperCase(text));
  const own = spoken.slice(begin);
  const name = own.findLastIndex(({ text }) => !namesPosition(text) && text.length <= MAX_NAME_LENGTH);
  if (name <= 0) return [{ authority: own, name: null }];
  return [{ authority: own.slice(0, name), name: own[name] ?? null }];
}
