/** What is done side by side, so that a peer that hangs holds up only what needs it. */
export const CHANNELS = ['exchange', 'looking', 'signing', 'pages', 'mail', 'archive', 'webhooks', 'internal'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels that call a peer outside the app: their tries are written down, and each has a circuit. */
export const OUTSIDE_CHANNELS = ['exchange', 'signing', 'mail'] as const satisfies readonly Channel[];
export type OutsideChannel = (typeof OUTSIDE_CHANNELS)[number];

/** How many jobs of a channel one worker does at the same time. The e-office takes two calls at once, and its queue is the long one. */
export const AT_ONCE: Readonly<Record<Channel, number>> = {
  exchange: 2,
  looking: 1,
  signing: 1,
  pages: 1,
  mail: 1,
  archive: 1,
  webhooks: 4,
  internal: 1,
};

const BY_PREFIX: readonly (readonly [prefix: string, channel: Channel])[] = [
  ['exchange.register', 'internal'],
  ['exchange.release', 'internal'],
  ['exchange.holdBack', 'internal'],
  ['exchange.heedStatus', 'internal'],
  ['exchange.look', 'looking'],
  ['exchange.', 'exchange'],
  ['signing.', 'signing'],
  ['copies.seal', 'signing'],
  ['drafting.', 'pages'],
  ['registers.print', 'pages'],
  ['reports.document', 'pages'],
  ['notices.mail', 'mail'],
  ['records.', 'archive'],
  ['journal.', 'archive'],
  ['webhooks.', 'webhooks'],
];

/**
 * Calls to the message transport, looks for messages there, which last long when there are many, calls to the signing desk, the making of pages, the mail server,
 * the putting together of files and what is brought out of the agency to be kept, messages to endpoints that others chose, each of which waits by itself, and what touches our own database only.
 */
export function channelOf(kind: string): Channel {
  return BY_PREFIX.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? 'internal';
}

/** Whose circuit a channel heeds: its own, or for looks that of the message transport, which they ask too. @returns null for what calls nobody */
export function circuitHeededBy(channel: Channel): OutsideChannel | null {
  return channel === 'looking' ? 'exchange' : (OUTSIDE_CHANNELS.find((one) => one === channel) ?? null);
}

/** @returns null for what calls nobody */
export function outsideChannelOf(kind: string): OutsideChannel | null {
  const channel = channelOf(kind);
  return OUTSIDE_CHANNELS.find((one) => one === channel) ?? null;
}
