import type { ItemFlaw, ListItem } from '../../letter/list-flaws.js';
import type { TextLine } from '../page/text-lines.js';
import { isListed } from '../parts/ending.js';
import { flawsOfText, type Flaw } from './finding.js';

/** An item of a list on a page, which may run over several lines. */
export interface PageItem extends ListItem {
  readonly lines: readonly TextLine[];
}

/** Lines gathered to items: an item begins with a dash, or with a paragraph of its own. */
export function itemsOf(lines: readonly TextLine[]): readonly PageItem[] {
  const items: PageItem[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    const begins = isListed(line) || line.isFirst || /[;.]$/u.test(last?.text ?? ';');
    if (last && !begins)
      items[items.length - 1] = { ...last, text: `${last.text} ${line.text}`, lines: [...last.lines, line] };
    else
      items.push({
        text: line.text,
        lines: [line],
        hasAutomaticDash: line.isFirst && /^[-–]$/u.test(line.paragraph.label),
      });
  }
  return items;
}

/** What is corrected at the end of an item is corrected in its last line, what at its beginning in its first. */
export function flawsOfItems(part: string, items: readonly PageItem[], flaws: readonly ItemFlaw[]): readonly Flaw[] {
  return flaws.flatMap(({ item, ...flaw }) => {
    const lines = items[item]?.lines ?? [];
    const isDash = /dash|several/u.test(flaw.rule);
    const line = isDash ? lines[0] : lines.at(-1);
    if (!line) return [];
    const isWhole = lines.length === 1;
    return flawsOfText(part, line, [isWhole ? flaw : { rule: flaw.rule, message: flaw.message }]);
  });
}
