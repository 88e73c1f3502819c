/** How feedback reaches the agency itself; what the hotline hands over keeps the hotline's own words for its channels. */
export const INTAKE_CHANNELS = ['call', 'visit', 'letter', 'mailbox', 'website', 'press'] as const;

export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/** A file may also bring what the hotline took while the exchange with it was down. */
export const IMPORT_CHANNELS = [...INTAKE_CHANNELS, 'hotline'] as const;

export type ImportChannel = (typeof IMPORT_CHANNELS)[number];

export const CHANNEL_WORDS: Readonly<Record<ImportChannel, string>> = {
  call: 'Điện thoại đến Sở',
  visit: 'Trực tiếp tại Sở',
  letter: 'Đơn thư',
  mailbox: 'Thư điện tử của Sở',
  website: 'Trang thông tin của Sở',
  press: 'Báo chí, mạng xã hội',
  hotline: 'Tổng đài 1022',
};

/** The hotline's own channels, by the words that its messages have for them, in small letters. */
export const HOTLINE_CHANNEL_WORDS: Readonly<Record<string, string>> = {
  web: 'Cổng 1022',
  portal: 'Cổng 1022',
  app: 'Ứng dụng 1022',
  phone: 'Điện thoại 1022',
  sms: 'Tin nhắn 1022',
  email: 'Thư điện tử',
  zalo: 'Zalo 1022',
  facebook: 'Facebook 1022',
};

/** Codes and words of every channel that has a name of its own; the hotline's tickets may name none, and then came from the hotline. */
const NAMED: readonly (readonly [code: string, words: string])[] = [
  ...Object.entries(CHANNEL_WORDS),
  ['', CHANNEL_WORDS.hotline],
  ...Object.entries(HOTLINE_CHANNEL_WORDS),
];

/** The channels to choose from, each once, by the first of the codes that are called so. */
export const CHANNEL_CHOICES: readonly (readonly [code: string, words: string])[] = NAMED.filter(
  ([, words], at) => NAMED.findIndex(([, other]) => other === words) === at,
);

/** Every code that is called as this one is: `web` and `portal` are one site. */
export function codesOfChannel(code: string): readonly string[] {
  const [, called] = NAMED.find(([known]) => known === code) ?? [];
  return NAMED.filter(([, words]) => words === called).map(([known]) => known);
}

/**
 * Who stands in the incoming register as author. The registers are open to the whole staff, so a citizen stands there by the way taken and never
 * by name.
 */
export const REGISTER_AUTHORS: Readonly<Record<IntakeChannel, string>> = {
  call: 'Tổ chức, cá nhân (gọi điện thoại)',
  visit: 'Tổ chức, cá nhân (đến trực tiếp)',
  letter: 'Tổ chức, cá nhân (gửi đơn, thư)',
  mailbox: 'Tổ chức, cá nhân (gửi thư điện tử)',
  website: 'Tổ chức, cá nhân (gửi qua trang thông tin)',
  press: 'Báo chí, mạng xã hội nêu',
};

/** How a letter says that feedback reached the agency, following `phản ánh của công dân`, before its day. */
const SOURCE_WORDS: Readonly<Record<IntakeChannel, string>> = {
  call: 'gửi qua điện thoại ngày',
  visit: 'phản ánh trực tiếp tại Sở ngày',
  letter: 'gửi bằng đơn, thư, nhận ngày',
  mailbox: 'gửi qua thư điện tử, nhận ngày',
  website: 'gửi qua trang thông tin điện tử của Sở, nhận ngày',
  press: 'nêu trên báo chí, mạng xã hội, ghi nhận ngày',
};

/**
 * `gửi bằng đơn thư, nhận ngày 12/3/2026`; null for what the hotline handed over, by whichever of its roads.
 *
 * @param ticket `channel` of a ticket that the hotline brought is the hotline's own word
 * @param day as a letter writes it
 */
export function sourceWords(
  { channel, hotlineCode }: { readonly channel: string; readonly hotlineCode: string | null },
  day: string,
): string | null {
  if (hotlineCode !== null) return null;
  const known = INTAKE_CHANNELS.find((one) => one === channel);
  return known === undefined ? `gửi đến Sở, nhận ngày ${day}` : `${SOURCE_WORDS[known]} ${day}`;
}
