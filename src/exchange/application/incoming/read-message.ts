import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import type { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import type { OutlineOutcome } from '../../ports/message-codec.port.js';
import { whyNotRegistrable } from './register-fit.js';
import { beginningOf } from '../../../kernel/beginning-of.js';

/** Length of the reason that an inbox entry keeps. */
export const REASON_LONGEST = 1000;
const WARNINGS_KEPT = 50;

/** What the inbox keeps of a message that was read: where it goes from here, and why it goes no further. */
export function readingOf(
  outcome: OutlineOutcome,
): Pick<InboxMessageEntity, 'state' | 'documentId' | 'reason' | 'warnings'> {
  const warnings = outcome.warnings.map(({ message }) => message).slice(0, WARNINGS_KEPT);
  if (outcome.message === null) {
    const reasons = outcome.errors.map(({ message }) => message).join(' ');
    return { state: 'refused', documentId: null, reason: beginningOf(reasons, REASON_LONGEST), warnings };
  }
  const { message } = outcome;
  if (message.kind === 'status') {
    const documentId = beginningOf(message.responseFor.documentId, REGISTER_LENGTHS.documentId);
    return { state: 'noted', documentId, reason: null, warnings };
  }
  const reason = whyNotRegistrable(message);
  if (reason !== null) return { state: 'refused', documentId: null, reason, warnings };
  return { state: 'stored', documentId: message.documentId, reason: null, warnings };
}
