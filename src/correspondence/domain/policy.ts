import { CITIZENS } from '../../documents/domain/correspondent.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { deskOf, hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { seesEveryUnit } from '../../tickets/domain/deadlines/policy.js';
import type { HandlingState } from './handling.js';

/** What the rules of access need to know of a document that is handled without a ticket. */
export interface HandlingInView {
  readonly state: HandlingState;
  readonly leadUnitId: string | null;
  /** Whom the lead unit has named; null where it is for any of its officers. */
  readonly officerId: string | null;
  readonly coordinators: readonly string[];
}

/** What an actor may do with one document; sent to the page with the record. */
export interface HandlingAbilities {
  readonly see: boolean;
  /** Give it to a lead unit and coordinating units, or to others. */
  readonly route: boolean;
  /** Name who handles it in the lead unit. */
  readonly assign: boolean;
  /** Give the opinion of a coordinating unit. */
  readonly advise: boolean;
  readonly settle: boolean;
  /** Begin a document that answers it. */
  readonly answer: boolean;
}

/** Who enters documents that come on paper. */
export const REGISTRARS: readonly Role[] = ['registryClerk'];

/** Who routes: a leader by his own direction, the registry by the direction that a leader gave. */
export const ROUTERS: readonly Role[] = ['registryClerk', 'leader'];

/** Whether a document of this sender is handled as a ticket: the hotline's, and what citizens bring. */
export function isOfTickets(senderCode: string, hotlineCode: string): boolean {
  return senderCode === hotlineCode || senderCode === CITIZENS;
}

/**
 * The registry and leaders route, the head of the lead unit names who handles it, that person or the head settles or answers it, coordinating units give
 * their opinion.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 23 and 24.
 */
export function handlingAbilities(actor: Actor, handling: HandlingInView): HandlingAbilities {
  const { state, leadUnitId, coordinators } = handling;
  const ofLead = isOf(actor, leadUnitId);
  const isOpen = state !== 'settled';
  const handles = isOpen && ofLead && isHandler(actor, handling);
  return {
    see: seesEveryUnit(actor) || ofLead || coordinators.some((unitId) => isOf(actor, unitId)),
    route: isOpen && hasRole(actor, ...ROUTERS),
    assign: state === 'routed' && ofLead && hasRole(actor, 'unitHead'),
    advise: state === 'routed' && coordinators.some((unitId) => isOf(actor, unitId)) && hasRole(actor, ...DRAFTERS),
    settle: handles,
    answer: handles,
  };
}

function isOf(actor: Actor, unitId: string | null): boolean {
  return unitId !== null && actor.unitId === unitId;
}

function isHandler(actor: Actor, { officerId }: HandlingInView): boolean {
  if (hasRole(actor, 'unitHead')) return true;
  return hasRole(actor, ...DRAFTERS) && (officerId === null || officerId === deskOf(actor));
}

/** Who may begin a document that stands by itself: those who draft, in the name of their unit. */
export function mayBeginOwn(actor: Actor): actor is Actor & { readonly unitId: string } {
  return actor.unitId !== null && hasRole(actor, ...DRAFTERS);
}
