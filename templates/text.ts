import { z } from 'zod';
import { clean } from '../src/kernel/vietnamese.js';

// Control characters XML cannot hold, half characters, and marks that are never seen but change what is read.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Nothing of the above, no carriage return, no half of a character: nearly every text, found out in one go. */
const SOUND =
  /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]*$/;

/** Text as a page may carry it: NFC, without control characters, invisible marks and half characters. */
export function printable(text: string): string {
  return clean(SOUND.test(text) ? text : withoutUnprintable(text));
}

function withoutUnprintable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(UNPRINTABLE, '')
    .replace(LONE_SURROGATE, '');
}

/** Runs of white space as one space each, none at the ends. */
function inOneLine(text: string): string {
  return (/[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}

/** One line of text, never empty; breaks and runs of spaces become one space. `max` in UTF-16 units. */
export function line(max = 500): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) => inOneLine(printable(text)))
    .pipe(z.string().min(1).max(max));
}

/** Running text, never empty; a line break begins a new paragraph of the letter. */
export function prose(max = 20_000): z.ZodType<string, string> {
  return proseOrNothing(max).pipe(z.string().min(1));
}

/** Running text that may be left out or left empty, as a form sends what nobody filled in. */
export function optionalProse(max = 20_000): z.ZodType<string, string | undefined> {
  return proseOrNothing(max).optional().default('');
}

function proseOrNothing(max: number): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) => paragraphsOf(text).join('\n'))
    .pipe(z.string().max(max));
}

export function paragraphsOf(text: string): readonly string[] {
  return printable(text)
    .split('\n')
    .map(inOneLine)
    .filter((paragraph) => paragraph !== '');
}

/** Lines of a list, each never empty; at least one. */
export function lines(most = 50, longest = 500): z.ZodArray<z.ZodType<string, string>> {
  return z.array(line(longest)).min(1).max(most);
}

/** One line that may be left out or left empty. */
export function optionalLine(max = 500): z.ZodType<string, string | undefined> {
  return z
    .string()
    .optional()
    .default('')
    .transform((text) => inOneLine(printable(text)))
    .pipe(z.string().max(max));
}

/** Lines of a list with their end marks: `;` closes each, `.` the last. */
export function closedLines(items: readonly string[]): readonly string[] {
  return items.map((item, at) => `${item.replace(/(?<![;.,\s])[;.,\s]+$/u, '')}${at < items.length - 1 ? ';' : '.'}`);
}
