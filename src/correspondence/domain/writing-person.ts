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

export function isWritingWay(text: string): text is WritingWay {
  return WRITING_WAYS.some((way) => way === text);
}
