import { DomainError } from '../../kernel/domain-error.js';
import type { CopiedPages } from '../ports/copy-pages.port.js';

/** @throws DomainError `pdf-not-copyable`, with why */
export function requireCopied(copied: CopiedPages): Extract<CopiedPages, { status: 'done' }> {
  if (copied.status === 'refused') throw new DomainError('pdf-not-copyable', { refusal: copied.refusal });
  return copied;
}
