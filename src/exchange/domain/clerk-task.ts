import type { IncomingAmendment } from '../../documents/domain/register.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { requireReason } from './recall.js';

/**
 * What another agency wants done to a document that it has sent us, or a message whose sender is in doubt. Nothing of it is ever applied by itself.
 * revoke, update, replace: document messages of QCVN 102:2016/BTTTT (BussinessDocType 1, 2, 3) · askedBack: its status 13 · doubtfulSender: the
 * message names another agency than the e-office that handed it over.
 */
export const TASK_KINDS = ['revoke', 'update', 'replace', 'askedBack', 'doubtfulSender'] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

/** agreed: done as asked, answered 15; a doubtful message is taken for true · refused: answered 16; a doubtful message is returned, 02. */
export const TASK_DECISIONS = ['agreed', 'refused'] as const;

export type TaskDecision = (typeof TASK_DECISIONS)[number];

export function mayDecideTask(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/**
 * The reason of a decision. A clerk who refuses owes one to the sender; a clerk who accepts a doubtful message says on what grounds.
 *
 * @returns null where none was given and none is owed
 * @throws DomainError `input-invalid` beside the field `reason`
 */
export function reasonOf(kind: TaskKind, decision: TaskDecision, given: string): string | null {
  if (decision === 'agreed' && kind !== 'doubtfulSender' && given.trim() === '') return null;
  return requireReason(given);
}

/** What an agreed update or replacement is in the register; null for what enters no document. */
export function amendmentOf(kind: TaskKind): IncomingAmendment | null {
  if (kind === 'update') return 'update';
  return kind === 'replace' ? 'replacement' : null;
}

/** What a message of another agency says of the documents it speaks of. */
export interface Speaking {
  readonly documentId: string;
  readonly responseFor: readonly { readonly documentId: string; readonly code: string }[];
  readonly businessDetail?: {
    readonly documentId?: string;
    readonly replaces?: readonly { readonly documentId: string }[];
  };
}

/**
 * The names by which a revocation, an update or a replacement may mean a document that we have, the surest first: the one it says it is about, those
 * it replaces, those it answers, and its own, for a sender names what it takes back once more.
 */
export function namesMeant({ documentId, responseFor, businessDetail: detail = {} }: Speaking): readonly string[] {
  const { documentId: about = '', replaces = [] } = detail;
  const others = [...replaces, ...responseFor].map((one) => one.documentId);
  return [...new Set([about, ...others, documentId])].filter((name) => name !== '');
}
