import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { dutiesOnReceipt } from '../domain/petition-clocks.js';
import type { PetitionState } from '../domain/petition.js';
import { PetitionEntity } from '../persistence/petition.entities.js';
import { EnterPetition, type PetitionFacts } from './enter-petition.js';
import { Petitions } from './petitions.js';

/** A ticket as the desk has judged it. */
export interface JudgedTicket extends Omit<PetitionFacts, 'kind' | 'ticket'> {
  readonly ticket: { readonly id: string; readonly code: string };
  /** Null where its words are no petition. */
  readonly kind: 'complaint' | 'denunciation' | null;
}

/** Before a leader has decided, another judgement makes the petition another. */
const UNDECIDED: readonly PetitionState[] = ['received', 'screened', 'struck'];

/** Keeps the register in step with what the desk judges a ticket to be, in the transaction of the judgement: one entry for each ticket, however often it is judged. */
@Injectable()
export class PetitionOfTicket {
  constructor(
    private readonly enter: EnterPetition,
    private readonly petitions: Petitions,
  ) {}

  /** @throws DomainError `deadline-calendar-missing`, `changed-meanwhile` */
  async follow(tx: EntityManager, actor: Actor, { kind, ticket, ...facts }: JudgedTicket): Promise<void> {
    const known = await tx.findOneBy(PetitionEntity, { ticketId: ticket.id });
    if (known === null) {
      if (kind !== null) await this.enter.open(tx, actor, { ...facts, kind, ticket });
      return;
    }
    if (!UNDECIDED.includes(known.state)) return;
    if (kind === null) return this.strike(tx, actor, known);
    if (known.state === 'struck' || isOtherKind(known, kind)) await this.begin(tx, actor, known, kind);
  }

  private async strike(tx: EntityManager, actor: Actor, petition: PetitionEntity): Promise<void> {
    if (petition.state === 'struck') return;
    await this.petitions.write(tx, actor, petition, {
      action: 'petition.strike',
      title: 'Phiếu được phân loại lại, không phải đơn',
      dropped: 'all',
      change: { state: 'struck' },
    });
  }

  private async begin(
    tx: EntityManager,
    actor: Actor,
    petition: PetitionEntity,
    kind: 'complaint' | 'denunciation',
  ): Promise<void> {
    await this.petitions.write(tx, actor, petition, {
      action: 'petition.reclassify',
      title: 'Phiếu được phân loại lại',
      dropped: 'all',
      change: { state: 'received', kind, competence: null, way: null, wayReason: '' },
      owed: dutiesOnReceipt(kind, await this.petitions.counting(petition.receivedOn)),
    });
  }
}

/** A request for protection came as a denunciation. */
function isOtherKind(petition: PetitionEntity, kind: 'complaint' | 'denunciation'): boolean {
  return (petition.kind === 'complaint') !== (kind === 'complaint');
}
