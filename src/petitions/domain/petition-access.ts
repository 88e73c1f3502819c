import { deskOf, hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isSecret, type PetitionKind } from './petition.js';

/** Who takes petitions in, and who decides what is done with them. */
export const PETITION_KEEPERS: readonly Role[] = ['registryClerk', 'leader'];

/** Who may have a petition to look into; which, each petition says. */
export const PETITION_READERS: readonly Role[] = [...PETITION_KEEPERS, 'contactOfficer', 'unitHead'];

/** Who handles one petition. */
export interface PetitionCircle {
  /** The member of staff who entered it. */
  readonly takenById: string;
  /** The leader before whom it was laid; null until then, and any leader may take it up. */
  readonly leaderId: string | null;
  /** The member of staff who is to look into it; null until a leader says. */
  readonly chargedId: string | null;
}

/** In what capacities a person meets a petition. */
export const PETITION_PARTIES = ['clerk', 'leader', 'charged'] as const;
export type PetitionParty = (typeof PETITION_PARTIES)[number];

export type ReadPetition = PetitionCircle & { readonly kind: PetitionKind };

/**
 * In what capacities a person may act on a petition. With a secret one it is the clerk who took it and the leader before whom it lies, nobody else
 * of their office.
 *
 * Source: Luật Tố cáo 2018, Điều 8, 56 (unconfirmed).
 */
export function partiesOf(actor: Actor, petition: ReadPetition): readonly PetitionParty[] {
  const { takenById, leaderId, chargedId } = petition;
  const desk = deskOf(actor);
  const secret = isSecret(petition);
  const held: Readonly<Record<PetitionParty, boolean>> = {
    clerk: takenById === desk || (!secret && hasRole(actor, 'registryClerk')),
    leader: hasRole(actor, 'leader') && (leaderId === null || leaderId === desk),
    charged: chargedId === desk,
  };
  return PETITION_PARTIES.filter((party) => held[party]);
}

/** Whether a person may read a petition: those who handle it; of a complaint every clerk of the registry and every leader. */
export function readsPetition(actor: Actor, petition: ReadPetition): boolean {
  if (partiesOf(actor, petition).length > 0) return true;
  return !isSecret(petition) && hasRole(actor, 'leader');
}

/** Whether the register shows a person every number; others find what they are charged with. */
export function seesRegister(actor: Actor): boolean {
  return hasRole(actor, ...PETITION_KEEPERS);
}

/** @throws DomainError `forbidden` */
export function requireRegistry(actor: Actor): void {
  if (!hasRole(actor, 'registryClerk')) throw new DomainError('forbidden', { act: 'petition' });
}
