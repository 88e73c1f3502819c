/** A title with which a line begins that names a person. */
const TITLED = /^(?:ông\s*\/\s*bà|ông|bà|cô|chị|anh)\s/iu;

/** Words with which names of organisations and groups begin. */
const OF_MANY =
  /^(?:hội|chi hội|ban|tập thể|nhóm|công ty|doanh nghiệp|hợp tác xã|trường|trung tâm|câu lạc bộ|văn phòng|tổ|đoàn|chi đoàn|ubnd|ủy ban)\s/iu;

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
  return TITLED.test(name) || OF_MANY.test(name) ? name : `Ông/Bà ${name}`;
}

/** Whether an addressee stands there by name or with where they live. */
export function isAddressedByName(line: string): boolean {
  return TITLED.test(line) || ADDRESS.test(line);
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
