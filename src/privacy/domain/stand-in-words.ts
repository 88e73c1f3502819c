import { FINDING_KINDS, REPLACEMENTS, type FindingKind } from './finding.js';

/** What stands for a private detail in running text: words, never a mark that somebody must still replace. */
export const PLAIN_WORDS: Readonly<Record<FindingKind, string>> = {
  phone: 'số điện thoại đã cung cấp',
  email: 'thư điện tử đã cung cấp',
  citizenId: 'số giấy tờ đã cung cấp',
  passport: 'số giấy tờ đã cung cấp',
  personalCode: 'mã số đã cung cấp',
  taxCode: 'mã số thuế đã cung cấp',
  bankAccount: 'tài khoản đã cung cấp',
  licencePlate: 'phương tiện đã nêu',
  profile: 'trang cá nhân đã nêu',
  address: 'địa chỉ đã cung cấp',
  childName: 'học sinh',
  personName: 'người liên quan',
  schoolWithClass: 'một lớp',
  birthDate: 'ngày sinh đã cung cấp',
};

/** `[lớp]` → `một lớp`: a text that was masked, as it may stand in a letter. Other brackets stay: only their writer knows what they mean. */
export function inPlainWords(masked: string): string {
  return FINDING_KINDS.reduce((text, kind) => text.replaceAll(REPLACEMENTS[kind], PLAIN_WORDS[kind]), masked);
}

/** Brackets, tags and masks. An unclosed bracket counts; dots and underlines do not, forms have them. */
const MARK =
  /\[[^[\]\n]{0,80}\]|\{[^{}\n]{0,80}\}|«[^«»\n]{0,80}»|<[\p{L}/][^<>\n]{0,80}>|[[\]{}«»]|[•*█]{2,}|\d[xX*•]{3,}/gu;

/** Brackets of other keyboards and fonts, `［lớp］`, `【…】`, `〔…〕`: each is read as the one that it looks like. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...Array.from('［【〔〖〚⟦⁅❲﹝⦗「『').map((sign) => [sign, '['] as const),
  ...Array.from('］】〕〗〛⟧⁆❳﹞⦘」』').map((sign) => [sign, ']'] as const),
  ...Array.from('｛﹛❴⦃').map((sign) => [sign, '{'] as const),
  ...Array.from('｝﹜❵⦄').map((sign) => [sign, '}'] as const),
  ...Array.from('‹⟪《〈⟨').map((sign) => [sign, '«'] as const),
  ...Array.from('›⟫》〉⟩').map((sign) => [sign, '»'] as const),
  ...Array.from('＜﹤').map((sign) => [sign, '<'] as const),
  ...Array.from('＞﹥').map((sign) => [sign, '>'] as const),
]);
const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'gu');

/** Brackets, template tags and masks that were left in a text, as they stand in it, each once; `<` alone is a sign like others. */
export function leftOverMarks(text: string): readonly string[] {
  // Each of these signs is as long as the one it stands for: places stay.
  const read = text.replace(LOOKALIKE, (sign) => LOOKALIKES.get(sign) ?? sign);
  const marks = [...read.matchAll(MARK)].map(({ 0: mark, index }) => text.slice(index, index + mark.length));
  return [...new Set(marks)];
}
