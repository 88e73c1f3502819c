import { DomainError } from '../../kernel/domain-error.js';
import type { PetitionParty } from './petition-access.js';
import type { Petition, PetitionState, Way } from './petition.js';

/** One row of the table of what may be done with a petition. */
interface PetitionRule {
  /** As a person names it. */
  readonly words: string;
  readonly moves: Readonly<Partial<Record<PetitionState, PetitionState>>>;
  readonly by: readonly PetitionParty[];
  /** The ways that were decided with which it is possible; all by default. */
  readonly ways?: readonly Way[];
}

const RULES = {
  screen: {
    words: 'Đề xuất cách xử lý đơn',
    moves: { received: 'screened', screened: 'screened' },
    by: ['clerk', 'leader'],
  },
  decide: { words: 'Quyết định cách xử lý đơn', moves: { screened: 'decided' }, by: ['leader'] },
  giveBack: { words: 'Trả lại đề xuất xử lý đơn', moves: { screened: 'received' }, by: ['leader'] },
  accept: {
    words: 'Thụ lý đơn',
    moves: { decided: 'accepted' },
    by: ['clerk', 'leader', 'charged'],
    ways: ['accept'],
  },
  carryOut: {
    words: 'Ghi đã thực hiện cách xử lý đơn',
    moves: { decided: 'closed' },
    by: ['clerk', 'leader', 'charged'],
    ways: ['inform', 'guide', 'forward', 'file'],
  },
  extend: { words: 'Kéo dài thời hạn giải quyết đơn', moves: { accepted: 'accepted' }, by: ['leader'] },
  settle: { words: 'Ghi kết quả giải quyết đơn', moves: { accepted: 'settled' }, by: ['leader'] },
  close: { words: 'Kết thúc đơn', moves: { settled: 'closed' }, by: ['clerk', 'leader', 'charged'] },
} as const satisfies Readonly<Record<string, PetitionRule>>;

export type PetitionAct = keyof typeof RULES;

/**
 * Everything that may be done with a petition: from where to where, and by whom. The clerk proposes, a leader decides.
 *
 * Source: Thông tư 05/2021/TT-TTCP (unconfirmed).
 */
export const PETITION_ACTS: Readonly<Record<PetitionAct, PetitionRule>> = RULES;

export const PETITION_ACT_NAMES = Object.keys(RULES) as readonly PetitionAct[];

type Acted = Pick<Petition, 'state' | 'way'>;

/** Whether an act is possible in these capacities. */
export function mayAct(act: PetitionAct, petition: Acted, parties: readonly PetitionParty[]): boolean {
  return barrierOf(act, petition, parties) === null;
}

/** @returns the state the act leads to @throws DomainError `petition-act-barred` from another state, `forbidden` */
export function requireAct(act: PetitionAct, petition: Acted, parties: readonly PetitionParty[]): PetitionState {
  const barrier = barrierOf(act, petition, parties);
  const target = PETITION_ACTS[act].moves[petition.state];
  if (barrier === 'party') throw new DomainError('forbidden', { act });
  if (barrier !== null || target === undefined) throw new DomainError('petition-act-barred', { act });
  return target;
}

function barrierOf(
  act: PetitionAct,
  { state, way }: Acted,
  parties: readonly PetitionParty[],
): 'state' | 'party' | null {
  const { moves, by, ways } = PETITION_ACTS[act];
  if (moves[state] === undefined) return 'state';
  if (ways !== undefined && (way === null || !ways.includes(way))) return 'state';
  return by.some((party) => parties.includes(party)) ? null : 'party';
}
