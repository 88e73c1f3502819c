const LOOK_ALIKES: Readonly<Record<string, string>> = { Ð: 'Đ', Ɖ: 'Đ', ð: 'đ', ɖ: 'đ' };

/** Text as we keep it: NFC, with the foreign letters that look like Đ mapped to Đ. Every door that takes text calls this. */
export function clean(text: string): string {
  return text.normalize('NFC').replace(/[ÐƉðɖ]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/**
 * The form in which text is searched: no marks, đ = d, lower case, single spaces, wide and joined signs as the plain ones they stand for
 * (`１２` = `12`, `ﬁ` = `fi`), no half of a surrogate pair, which databases keep in ways of their own. Equal on both databases because we make it.
 */
export function fold(text: string): string {
  return clean(text.normalize('NFKC'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Cs}/gu, ' ')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A word with its marks in one spelling: small letters, the tone mark behind the letters, for people set it over either vowel. `hoà` and `hòa` are one
 * word, `hoa` and `hoá` two others.
 */
export function spelling(word: string): string {
  const letters = clean(word.normalize('NFKC')).toLowerCase().normalize('NFD');
  return letters.replace(TONES, '').normalize('NFC') + (letters.match(TONES) ?? []).join('');
}

/** From this share of words with marks on, a text is written with them. */
const WITH_MARKS = 0.15;

/** Whether a text is written with its marks: many people leave them out on a telephone. */
export function bearsMarks(text: string): boolean {
  const words = text.split(/\s+/u);
  const marked = words.filter((word) => /[^\p{ASCII}]/u.test(word));
  return marked.length >= words.length * WITH_MARKS;
}

/** `Bùi Văn Khải` → `B. V. K.`: how a protected sender is named in lists. */
export function initials(fullName: string): string {
  return clean(fullName)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `${word.slice(0, 1).toUpperCase()}.`)
    .join(' ');
}

/** The last word of a Vietnamese name, by which a person is addressed: `Nguyễn Thị Hồng Ngọc` → `Ngọc`. */
export function givenName(fullName: string): string {
  return clean(fullName).split(/\s+/u).at(-1) ?? '';
}

const BY_LETTERS = new Intl.Collator('vi');

/**
 * The order of people in a list: by given name, then family name, then what stands between, by Vietnamese letters (a ă â, tones as ngang, huyền, hỏi,
 * ngã, sắc, nặng). Of two who are called alike neither comes first.
 */
export function byPersonName(one: string, other: string): number {
  const [first, second] = [nameParts(one), nameParts(other)];
  for (const [at, part] of first.entries()) {
    const order = BY_LETTERS.compare(part, second[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Given name, family name, the words between; each word in one spelling, for `Hoá` and `Hóa` are one name. */
function nameParts(fullName: string): readonly string[] {
  const words = fullName
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(spelling);
  return [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : '', words.slice(1, -1).join(' ')];
}
