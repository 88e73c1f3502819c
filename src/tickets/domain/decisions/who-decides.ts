import type {
  DecidedMatter,
  DecidingOffice,
  DecisionAuthority,
  DecisionPowers,
} from '../../../delegation/domain/decision-authority.js';
import { hasHandIn, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Attempt } from '../guards.js';
import type { Party } from '../identity/parties.js';
import { isForSupervision } from '../deadlines/cycle.js';
import { barrierOf, type Barrier } from '../deadlines/policy.js';
import { TICKET_ACTS, type ActName } from '../ticket-acts.js';

/** An act that a leader decides. */
export interface Decision {
  readonly matter: DecidedMatter;
  /** Whether the handlers propose it to the leader; otherwise a request already waits for the leader. */
  readonly isProposed: boolean;
  readonly source: string;
}

const HANDED_ON = 'Nghị định 20/2008/NĐ-CP, Điều 9';
const DIRECTED = 'Nghị định 30/2020/NĐ-CP, Điều 23 khoản 2';
const PERIODS = 'Nghị định 154/2026/NĐ-CP, Điều 4 (unconfirmed)';
const PUBLISHED = 'Nghị định 20/2008/NĐ-CP, Điều 19';

/**
 * Acts that say no to a citizen, send them elsewhere, have them wait longer, go to the public, or assign work against the standing table: by
 * law those of a leader of the department, or of whom the department has authorised in writing.
 */
export const DECISIONS = {
  reject: { matter: 'reject', isProposed: true, source: HANDED_ON },
  rejectUnfounded: { matter: 'reject', isProposed: true, source: `${HANDED_ON}, Điều 14` },
  return: { matter: 'return', isProposed: true, source: HANDED_ON },
  assign: { matter: 'assign', isProposed: true, source: DIRECTED },
  grantExtension: { matter: 'extend', isProposed: false, source: PERIODS },
  refuseExtension: { matter: 'extend', isProposed: false, source: PERIODS },
  approvePublication: { matter: 'publish', isProposed: false, source: PUBLISHED },
  declinePublication: { matter: 'publish', isProposed: false, source: PUBLISHED },
} as const satisfies Partial<Readonly<Record<ActName, Decision>>>;

export type DecidedAct = keyof typeof DECISIONS;

export const PROPOSED_ACTS = ['reject', 'rejectUnfounded', 'return', 'assign'] as const satisfies readonly DecidedAct[];

export type ProposedAct = (typeof PROPOSED_ACTS)[number];

export function decisionOf(act: ActName): Decision | null {
  return isDecided(act) ? DECISIONS[act] : null;
}

export function isDecided(act: ActName): act is DecidedAct {
  return Object.hasOwn(DECISIONS, act);
}

export function isProposed(act: ActName): act is ProposedAct {
  return isDecided(act) && DECISIONS[act].isProposed;
}

/** By what right a decision is made: as a leader, as authorised, by the standing table of routing, within the own unit, or as the rules say by themselves. */
export type DecisionGround =
  | { readonly as: 'leader' | 'unit' | 'rule' }
  | { readonly as: 'authorised'; readonly authority: Pick<DecisionAuthority, 'id' | 'basis' | 'personId'> }
  | { readonly as: 'table'; readonly basis: string };

/** By what right the actor decides an act; null where the decision is another's. */
export function groundOf(act: DecidedAct, parties: readonly Party[], powers: DecisionPowers): DecisionGround | null {
  if (parties.includes('leader')) return { as: 'leader' };
  const authority = powers
    .get(DECISIONS[act].matter)
    ?.find(({ office }) => office === null || isParty(office, act, parties));
  return authority === undefined ? null : { as: 'authorised', authority };
}

const OFFICE_PARTIES: Readonly<Record<DecidingOffice, Party>> = {
  registryClerk: 'registry',
  supervisor: 'supervisor',
  unitHead: 'unitHead',
};

/** An office decides only acts that are in its hands, about tickets to which it is a party: a unit's head not what lies at the desk or in another unit. */
function isParty(office: DecidingOffice, act: DecidedAct, parties: readonly Party[]): boolean {
  const party = OFFICE_PARTIES[office];
  return parties.includes(party) && TICKET_ACTS[act].by.includes(party);
}

/** Whether what waits for the leaders is laid before a person besides, authorised by name in any matter. */
export function isAuthorisedByName(powers: DecisionPowers): boolean {
  return [...powers.values()].flat().some(({ office }) => office === null);
}

/** The actor's capacities in an act: a person authorised by name decides in a leader's place. */
export function partiesTo(act: ActName, parties: readonly Party[], powers: DecisionPowers): readonly Party[] {
  const matter = decisionOf(act)?.matter;
  const isByName = matter !== undefined && powers.get(matter)?.some(({ office }) => office === null) === true;
  return isByName ? [...parties, 'leader'] : parties;
}

/**
 * What stands in the way of an act, also that a leader decides it; null when nothing does. Whether a ticket is assigned within the own unit, or as the
 * standing table says, is seen from the unit that was chosen: until then those who assign may try. What came back too often is supervision's (rule 16).
 */
export function barrierToAct(act: ActName, attempt: Attempt, powers: DecisionPowers): Barrier | 'decision' | null {
  const parties = partiesTo(act, attempt.parties, powers);
  const barrier = barrierOf(act, { ...attempt, parties });
  if (barrier !== null || !isDecided(act)) return barrier;
  if (groundOf(act, attempt.parties, powers) !== null || parties.includes('system')) return null;
  return act === 'assign' && parties.some((party) => handsOut(party, attempt)) ? null : 'decision';
}

function handsOut(party: Party, { ticket }: Attempt): boolean {
  return party === 'registry' || party === 'unitHead' || (party === 'supervisor' && isForSupervision(ticket));
}

/** Whether the actor may propose an act to a leader, who could then do it: what supervision alone hands out (rule 16) is proposed to nobody. */
export function mayPropose(act: ActName, attempt: Attempt, powers: DecisionPowers): act is ProposedAct {
  if (!isProposed(act) || groundOf(act, attempt.parties, powers) !== null) return false;
  if (barrierOf(act, { ...attempt, parties: ['leader'] }) !== null) return false;
  return attempt.parties.some((party) => proposes(party, act)) && barrierOf(act, attempt) === null;
}

/** The proposer may withdraw a proposal, and so may those who propose such acts. */
export function mayWithdraw(
  actor: Actor,
  parties: readonly Party[],
  { act, proposedById }: { readonly act: ProposedAct; readonly proposedById: string },
): boolean {
  return hasHandIn(actor, proposedById) || parties.some((party) => proposes(party, act));
}

/** A unit's head assigns within the unit, and proposes no other unit. */
function proposes(party: Party, act: ProposedAct): boolean {
  if (party === 'leader' || (party === 'unitHead' && act === 'assign')) return false;
  return TICKET_ACTS[act].by.includes(party);
}

const OF_LEADER = 'Việc này do lãnh đạo Sở, hoặc người được ủy quyền bằng văn bản, quyết định.';

/** What those are told who may not decide an act; of what units ask for, there is nothing to propose. */
export function decisionWords(act: ActName): string {
  return isProposed(act) ? `${OF_LEADER} Mở phiếu, bấm “Đề xuất” để trình lãnh đạo.` : OF_LEADER;
}

/** @throws DomainError `decision-of-leader` */
export function requireGround(act: DecidedAct, ground: DecisionGround | null): DecisionGround {
  if (ground === null) throw new DomainError('decision-of-leader', { act, message: decisionWords(act) });
  return ground;
}

/** The right to decide as the journal keeps it; nothing for what is no decision. */
export function groundDetail(ground: DecisionGround | undefined): Readonly<Record<string, string>> {
  if (ground === undefined) return {};
  if (ground.as === 'authorised') return { decidedAs: ground.as, authorityId: ground.authority.id };
  return ground.as === 'table' ? { decidedAs: ground.as, basis: ground.basis } : { decidedAs: ground.as };
}

/** The document on which the right rests; null where it is the office itself. */
export function basisOf(ground: DecisionGround): string | null {
  if (ground.as === 'authorised') return ground.authority.basis;
  return ground.as === 'table' ? ground.basis : null;
}
