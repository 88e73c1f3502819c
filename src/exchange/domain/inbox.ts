/**
 * stored: raw bytes kept, nothing applied · registered: in the incoming register · noted: a status message, kept with its document ·
 * refused: unreadable, told to the e-office · changed: a known document with other content, left for a clerk.
 */
export const INBOX_STATES = ['stored', 'registered', 'noted', 'refused', 'changed'] as const;

export type InboxState = (typeof INBOX_STATES)[number];
