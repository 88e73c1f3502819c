/** What is done side by side, so that a peer that hangs holds up only what needs it; and what the console and the command line call it. */
export const CHANNEL_WORDS = {
  /** The message transport. */
  exchange: 'Hệ thống QLVB: văn thư',
  /** Looks for messages there, which last long when there are many. */
  looking: 'Hệ thống QLVB: tìm tin mới',
  signing: 'Hệ thống QLVB: trình ký',
  pages: 'Tạo bản PDF',
  mail: 'Máy chủ thư',
  /** The putting together of files, and what is brought out of the agency to be kept. */
  archive: 'Hồ sơ lưu',
  /** Messages to endpoints that others chose, each of which waits by itself. */
  webhooks: 'Gửi tin tới phần mềm khác',
  /** Readings of the directory of people, which may be slow. */
  staff: 'Thư mục nhân sự',
  /** What touches our own database only. */
  internal: 'Việc trong Sở',
} as const;
export type Channel = keyof typeof CHANNEL_WORDS;

/** How many jobs of a channel one worker does at the same time. The e-office takes two calls at once, and its queue is the long one. */
export const AT_ONCE: Readonly<Record<Channel, number>> = {
  exchange: 2,
  looking: 1,
  signing: 1,
  pages: 1,
  mail: 1,
  archive: 1,
  webhooks: 4,
  staff: 1,
  internal: 1,
};
export const CHANNELS = Object.keys(AT_ONCE) as readonly Channel[];

/** Channels whose tries are written down, and each of which has a circuit. */
export const OUTSIDE_CHANNELS = ['exchange', 'signing', 'mail'] as const satisfies readonly Channel[];
export type OutsideChannel = (typeof OUTSIDE_CHANNELS)[number];

/** The channel where it has a circuit of its own; null for others. */
export function outsideChannel(channel: Channel): OutsideChannel | null {
  return OUTSIDE_CHANNELS.find((one) => one === channel) ?? null;
}

/** The circuit that a channel uses: its own, or for polls that of the message transport. @returns null where there is none */
export function circuitHeededBy(channel: Channel): OutsideChannel | null {
  return channel === 'looking' ? 'exchange' : outsideChannel(channel);
}
