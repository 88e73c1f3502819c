import { textWidth } from './letter-widths.js';

/** Where a line may end: after a space, and after a hyphen that no digit follows. */
const BREAKS = /(?<= )|(?<=-)(?![\d ])/u;

/**
 * The lines of a text in a column, each with the space at its end, so that lines in a row give the text again. Anything that is no
 * printed letter is a space.
 *
 * @param width of the column, in points; greedy breaking in a narrower column never gives fewer lines than a wider one
 */
export function brokenLines(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of oneLine(text)
    .split(BREAKS)
    .flatMap((word) => fitting(word, width, size))) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line];
}

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cs}\p{Cn}]+/gu, ' ')
    .trim();
}

/** A word that is wider than its column is cut between letters. */
function fitting(word: string, width: number, size: number): readonly string[] {
  if (textWidth(word.trimEnd(), size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth((part + letter).trimEnd(), size) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
