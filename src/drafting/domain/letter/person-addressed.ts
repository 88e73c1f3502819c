import { fold } from '../../../kernel/vietnamese.js';

/** A title with which a line begins that names a person. */
const TITLED = /^(?:ông\s*\/\s*bà|ông|bà|cô|chị|anh)\s/iu;

/** Words with which names of organisations and groups begin. */
const OF_MANY =
  /^(?:hội|chi hội|ban|tập thể|nhóm|công ty|doanh nghiệp|hợp tác xã|trường|trung tâm|câu lạc bộ|văn phòng|tổ|đoàn|chi đoàn|ubnd|ủy ban)\s/iu;

/** Of these, those that are families, too: each word of a person's name has a capital. */
const FAMILIES: ReadonlySet<string> = new Set(['đoàn', 'ban']);

const ADDRESS = /,\s*địa chỉ\s*:.*$/isu;

/**
 * `Ông/Bà Nguyễn Văn A, địa chỉ: số 5 Lạch Tray`: to whom the reply to a person is addressed. The address is left out where it is empty: then the letter is fetched.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.a (nơi nhận để giải quyết, tên cá nhân).
 */
export function personAddressed(name: string, { address }: { readonly address: string }): string {
  const addressee = personNamed(name);
  return address === '' ? addressee : `${addressee}, địa chỉ: ${address}`;
}

/** `Ông/Bà Nguyễn Văn A`; a title that was written stays, and an organisation has none. */
export function personNamed(name: string): string {
  return TITLED.test(name) || (OF_MANY.test(name) && !isOfFamily(name)) ? name : `Ông/Bà ${name}`;
}

function isOfFamily(name: string): boolean {
  const [family = '', ...others] = name.trim().split(/\s+/u);
  return FAMILIES.has(family.toLocaleLowerCase('vi')) && others.every((word) => /^\p{Lu}/u.test(word));
}

/**
 * Whether an addressee stands there by name or with where they live.
 *
 * @param senders names that say so by themselves: an organisation, or what was typed without a title, has no form of its own
 */
export function isAddressedByName(line: string, senders: readonly string[] = []): boolean {
  return TITLED.test(line) || ADDRESS.test(line) || senders.some((name) => holds(line, name));
}

function holds(line: string, name: string): boolean {
  const words = wordsOf(name);
  return words !== '' && ` ${wordsOf(line)} `.includes(` ${words} `);
}

function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `Ông/Bà`, `Bà`: how the text of a letter calls the person to whom it is addressed; null where it is addressed to none. */
export function titleAddressed(lines: readonly string[]): string | null {
  const [title] = lines.flatMap((line) => TITLED.exec(line)?.[0].trim() ?? []);
  return title === undefined ? null : `${title.slice(0, 1).toLocaleUpperCase('vi')}${title.slice(1)}`;
}

/** `Ông/Bà Nguyễn Văn A` of `Ông/Bà Nguyễn Văn A, địa chỉ: số 5 Lạch Tray`. */
export function withoutAddress(name: string): string {
  return name.replace(ADDRESS, '');
}
