/**
 * stored: raw bytes kept, nothing applied · registered: in the incoming register · noted: a status message, kept with its document ·
 * duplicate: a further delivery of a known document, nothing applied · refused: unreadable, told to the e-office ·
 * changed: a known document with other content, left for a clerk · task: a recall, update or replacement, left for a clerk.
 */
export const INBOX_STATES = ['stored', 'registered', 'noted', 'duplicate', 'refused', 'changed', 'task'] as const;

export type InboxState = (typeof INBOX_STATES)[number];
