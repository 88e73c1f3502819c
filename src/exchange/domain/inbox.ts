import { createHash } from 'node:crypto';

/**
 * stored: raw bytes kept, nothing applied · registered: in the incoming register · noted: kept with its document: a status, or what a clerk has answered ·
 * duplicate: a further delivery of a known document, nothing applied · refused: unreadable, told to the e-office, or never handed over, or
 * returned to its sender with a reason ·
 * changed: a known document with other content, left for a clerk · task: a recall, update, replacement or doubtful sender, left for a clerk.
 */
export const INBOX_STATES = ['stored', 'registered', 'noted', 'duplicate', 'refused', 'changed', 'task'] as const;

export type InboxState = (typeof INBOX_STATES)[number];

/** The sha256 of no bytes: kept for a message that the e-office lists and will not hand over. It is never acknowledged. */
export const NO_BYTES = createHash('sha256').update('').digest('hex');

/**
 * Whether what is listed under a known name may be another content: by its hash, else by its size. Who lists neither is assumed to give what it gave.
 */
export function mayBeOther(
  listed: { readonly size?: number; readonly sha256?: string },
  known: { readonly size: number; readonly sha256: string },
): boolean {
  if (listed.sha256 !== undefined) return listed.sha256 !== known.sha256;
  return listed.size !== undefined && listed.size > 0 && listed.size !== known.size;
}
