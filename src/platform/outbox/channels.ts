/** What is kept side by side, so that a peer that hangs holds up only what needs it. */
export const CHANNELS = ['exchange', 'signing', 'pages', 'mail', 'archive', 'house'] as const;
export type Channel = (typeof CHANNELS)[number];

const BY_PREFIX: readonly (readonly [prefix: string, channel: Channel])[] = [
  ['exchange.register', 'house'],
  ['exchange.', 'exchange'],
  ['signing.', 'signing'],
  ['drafting.', 'pages'],
  ['registers.print', 'pages'],
  ['notices.mail', 'mail'],
  ['records.', 'archive'],
];

/** Calls to the mailroom, calls to the signing desk, the making of pages, the mail server, the putting together of files, and what touches our own database only. */
export function channelOf(kind: string): Channel {
  return BY_PREFIX.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? 'house';
}
