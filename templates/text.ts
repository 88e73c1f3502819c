import { z } from 'zod';
import { clean } from '../src/kernel/vietnamese.js';

// Control characters XML cannot hold, half characters, and marks that are never seen but change what is read.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Text as a page may carry it: NFC, without control characters, invisible marks and half characters. */
export function printable(text: string): string {
  return clean(
    text
      .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
      .replace(UNPRINTABLE, '')
      .replace(LONE_SURROGATE, ''),
  );
}

/** One line of text, never empty; breaks and runs of spaces become one space. `max` in UTF-16 units. */
export function line(max = 500): z.ZodType<string, string> {
  return z
    .string()
    .transform((text) => printable(text).replace(/\s+/gu, ' ').trim())
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
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
