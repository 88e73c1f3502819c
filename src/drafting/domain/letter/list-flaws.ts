import type { FormatRule } from '../format/rules/rule-table.js';
import type { TextFlaw } from '../format/rules/finding.js';

const DASH = /^\s*[-–—−]\s*/u;
const END_MARK = /(?<![;.,:\s])[;.,:\s]+$/u;

/** An item of a list as typed, with its dash where it has one. */
export interface ListItem {
  readonly text: string;
  /** Its dash is printed by an automatic list. */
  readonly hasAutomaticDash: boolean;
}

export interface ItemFlaw extends TextFlaw {
  readonly item: number;
}

interface ListRules {
  readonly dash: FormatRule;
  readonly marks: FormatRule;
}

/**
 * Dashes and end marks of addressees and recipients: a dash before each, `;` behind each but the last.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9.
 */
export function listFlaws(items: readonly ListItem[], { dash, marks }: ListRules): readonly ItemFlaw[] {
  return items.flatMap((item, at): ItemFlaw[] => {
    const isLast = at === items.length - 1;
    const flaws: ItemFlaw[] = [];
    const text = item.text.trim();
    if (!item.hasAutomaticDash && !/^- \S/u.test(text)) {
      flaws.push({
        item: at,
        rule: dash,
        message: 'Dòng phải bắt đầu bằng gạch đầu dòng và một dấu cách: “- ”.',
        mended: `- ${text.replace(DASH, '')}`,
      });
    }
    if (!isLast && !text.endsWith(';')) {
      flaws.push({
        item: at,
        rule: marks,
        message: 'Cuối dòng phải là dấu chấm phẩy.',
        mended: `${text.replace(END_MARK, '')};`,
      });
    }
    return flaws;
  });
}

/** The last addressee closes with a full stop. */
export function lastAddresseeFlaw(items: readonly ListItem[]): readonly ItemFlaw[] {
  const text = items.at(-1)?.text.trim() ?? '.';
  if (text.endsWith('.')) return [];
  const message = 'Cuối dòng cuối cùng phải là dấu chấm.';
  return [{ item: items.length - 1, rule: 'address-marks', message, mended: `${text.replace(END_MARK, '')}.` }];
}

/**
 * The last recipient says who keeps the copy, and closes with a full stop: `- Lưu: VT, GDTrH.`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9.
 */
export function filingFlaws(items: readonly ListItem[]): readonly ItemFlaw[] {
  const at = items.length - 1;
  const last = items.at(-1)?.text.trim() ?? '';
  const bare = last.replace(DASH, '');
  if (!/^Lưu: VT(?![\p{L}\d])/u.test(bare)) {
    const message = 'Dòng cuối của Nơi nhận phải là “Lưu: VT” và chữ viết tắt của đơn vị soạn.';
    return [{ item: at, rule: 'filing-line', message }];
  }
  if (last.endsWith('.')) return [];
  return [
    {
      item: at,
      rule: 'filing-full-stop',
      message: 'Dòng cuối của Nơi nhận thiếu dấu chấm.',
      mended: `${last.replace(END_MARK, '')}.`,
    },
  ];
}
