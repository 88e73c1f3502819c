/** Ways by which a person's own paper comes to the registry. */
export const WRITING_WAYS = ['post', 'inPerson', 'email'] as const;

export type WritingWay = (typeof WRITING_WAYS)[number];

export const WRITING_WORDS: Readonly<Record<WritingWay, string>> = {
  post: 'gửi qua bưu điện',
  inPerson: 'nộp trực tiếp',
  email: 'gửi qua thư điện tử',
};

/** A person, not an agency, who wrote: by which way, and where a reply reaches them. */
export interface WritingPerson {
  readonly wroteBy: WritingWay;
  /** Empty where the reply is fetched. */
  readonly address: string;
}

const TITLED = /^(?:ông|bà|cô|chị|anh)\s/iu;

/**
 * `Ông/Bà Nguyễn Văn A, địa chỉ: số 5 Lạch Tray`: to whom the reply to a person is addressed.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.a (nơi nhận để giải quyết, tên cá nhân).
 */
export function personAddressed(name: string, { address }: WritingPerson): string {
  const addressee = personNamed(name);
  return address === '' ? addressee : `${addressee}, địa chỉ: ${address}`;
}

/** `Ông/Bà Nguyễn Văn A`; a title that was written stays. */
export function personNamed(name: string): string {
  return TITLED.test(name) ? name : `Ông/Bà ${name}`;
}

export function isWritingWay(text: string): text is WritingWay {
  return WRITING_WAYS.some((way) => way === text);
}
