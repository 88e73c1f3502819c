import { clean } from '../../../../kernel/vietnamese.js';
import { DOUBLE_SPACE, INVISIBLE, LOOK_ALIKE } from '../rules/letter-rules.js';
import type { FormatRule } from '../rules/rule-table.js';

/** What stands from one letter of a line up to another is replaced; nothing else of the line is touched. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Edits = (text: string) => readonly TextEdit[];

const LETTER_WITH_MARKS = /[^\p{M}]\p{M}*/gu;

/** How each rule of letters is corrected in a line, whatever the line says. */
const LETTER_EDITS: Partial<Readonly<Record<FormatRule, Edits>>> = {
  'text-double-space': (text) => editsOf(text, DOUBLE_SPACE, () => ' '),
  'text-invisible': (text) => editsOf(text, INVISIBLE, () => ''),
  'text-not-composed': (text) => editsOf(text, LETTER_WITH_MARKS, (letter) => letter.normalize('NFC')),
  'text-look-alike': (text) => editsOf(text, LOOK_ALIKE, clean),
};

/** @returns null where the rule is not about letters wherever they stand */
export function letterEdits(rule: FormatRule, text: string): readonly TextEdit[] | null {
  return LETTER_EDITS[rule]?.(text) ?? null;
}

function editsOf(text: string, pattern: RegExp, right: (found: string) => string): readonly TextEdit[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const replaced = right(found);
    return replaced === found ? [] : [{ from: index, to: index + found.length, text: replaced }];
  });
}

/**
 * The smallest edit that makes one line of another, blanks at its ends kept.
 *
 * @param before as the file holds it
 * @param shown the same as a reader sees it, on which `after` is built
 * @returns null where the file holds something else than is shown, such as capitals by format
 */
export function editBetween(before: string, shown: string, after: string): TextEdit | null {
  if (before.trim() !== shown) return null;
  const start = before.length - before.trimStart().length;
  let head = 0;
  while (head < Math.min(shown.length, after.length) && shown[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(shown.length, after.length) - head;
  while (tail < most && shown.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from: start + head, to: start + shown.length - tail, text: after.slice(head, after.length - tail) };
}
