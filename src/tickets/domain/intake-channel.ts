/** How feedback reaches the house itself; what the hotline hands over keeps the hotline's own words for its channels. */
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

/**
 * Who stands in the incoming register as author. The registers are open to the whole staff, so a citizen stands there by the way taken and never
 * by name.
 */
export const REGISTER_AUTHORS: Readonly<Record<IntakeChannel, string>> = {
  call: 'Công dân gọi điện thoại',
  visit: 'Công dân đến trực tiếp',
  letter: 'Công dân gửi đơn thư',
  mailbox: 'Công dân gửi thư điện tử',
  website: 'Công dân gửi qua trang thông tin',
  press: 'Báo chí, mạng xã hội nêu',
};
