import { isAddressedByName, withoutAddress } from './person-addressed.js';

/** How `Kính gửi` stands on the page: one name on the same line, or several on lines of their own. */
export type AddresseeForm =
  | { readonly kind: 'inline'; readonly name: string }
  /** Ready lines without their dash: `;` closes each, `.` the last. */
  | { readonly kind: 'list'; readonly lines: readonly string[] };

/**
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9 (ô số 9a).
 *
 * @throws RangeError when nobody is addressed
 */
export function addresseeForm(names: readonly string[]): AddresseeForm {
  const [only, ...others] = names.map(withoutEndMark);
  if (only === undefined) throw new RangeError('A letter is addressed to somebody');
  if (others.length === 0) return { kind: 'inline', name: only };
  const all = [only, ...others];
  return { kind: 'list', lines: all.map((name, index) => `${name}${index < all.length - 1 ? ';' : '.'}`) };
}

/** Whom the register of a reply must not name, and what it says instead. */
export interface Unnamed {
  readonly words: string;
  /** Names of those who sent what is answered. */
  readonly senders: readonly string[];
}

/** The sender of feedback, addressed by the code that they were told. */
export function senderByCode(code: string): string {
  return `Tổ chức, cá nhân có phản ánh số ${code}`;
}

/** The last of the recipients: who keeps the copy. `Lưu: VT, GDTrH.` (ô số 9b). */
export function filingLine(draftingUnit?: string): string {
  return draftingUnit === undefined ? 'Lưu: VT.' : `Lưu: VT, ${draftingUnit}.`;
}

/** Recipients as they stand under `Nơi nhận`, without their dashes: `;` closes each but the last, which stays as it was typed. */
export function recipientLines(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index < lines.length - 1 ? `${withoutEndMark(line)};` : line.trim()));
}

/**
 * Who gets a document, as the register of outgoing documents names them: those addressed; where nobody is, those under `Nơi nhận` without the reason and
 * without the copy that stays. Where a person lives is never among it.
 *
 * @param unnamed what the register shows in place of a person addressed by name; null where it may show the name
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9; Phụ lục IV, cột “Nơi nhận văn bản”.
 */
export function receiversNamed(
  { kinh_gui, noi_nhan }: { readonly kinh_gui: readonly string[]; readonly noi_nhan: readonly string[] },
  unnamed: Unnamed | null = null,
): readonly string[] {
  if (kinh_gui.length > 0)
    return kinh_gui.map((line) =>
      unnamed !== null && isAddressedByName(line, unnamed.senders) ? unnamed.words : withoutAddress(line),
    );
  const named = noi_nhan.filter((line) => !/^(Lưu\s*:|Như\s)/u.test(line.trim()));
  return named.map((line) => withoutEndMark(withoutAddress(line).replace(/(?<!\s)\s*\([^()]*\)(?=[;.,\s]*$)/u, '')));
}

function withoutEndMark(text: string): string {
  return text
    .trim()
    .replace(/^[-–]\s*/u, '')
    .replace(/(?<![;.,\s])[;.,\s]+$/u, '');
}
