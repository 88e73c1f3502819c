import { Injectable } from '@nestjs/common';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { requireText } from '../../kernel/required-text.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { dutiesOnReceipt, forwardingDuty, type CountedDuty } from '../domain/petition-clocks.js';
import { petitionName, type Competence, type PetitionKind, type Way } from '../domain/petition.js';
import { requireWay } from '../domain/ways.js';
import type { PetitionEntity } from '../persistence/petition.entities.js';
import { Petitions } from './petitions.js';

export const AGENCY_LENGTHS = { shortest: 0, longest: 200 } as const;
export const REASON_LENGTHS = { shortest: 10, longest: 1000 } as const;

export interface ScreenPetitionCommand {
  readonly id: string;
  readonly seen?: number;
  readonly kind: PetitionKind;
  readonly anonymous: boolean;
  readonly competence: Competence;
  /** By name, where it is not the department. */
  readonly competentAgency: string;
  readonly way: Way;
  readonly reason: string;
  /** Before whom it is laid. */
  readonly leaderId: string;
}

/** The clerk says what a petition is, who is competent, and what is to be done, and lays it before a leader. */
@Injectable()
export class ScreenPetition {
  constructor(
    private readonly petitions: Petitions,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile`, `deadline-calendar-missing` */
  async screen(actor: Actor, { id, seen, leaderId, ...given }: ScreenPetitionCommand): Promise<void> {
    const { kind, anonymous, competence, way } = given;
    requireWay(way, { kind, anonymous, competence });
    const shortest = way === 'forward' || way === 'guide' ? 5 : 0;
    const competentAgency = requireText('competentAgency', given.competentAgency, { ...AGENCY_LENGTHS, shortest });
    const wayReason = withoutPeople(requireText('reason', given.reason, REASON_LENGTHS));
    const leader = await this.leader(leaderId);
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id, seen);
      await this.petitions.perform(tx, actor, petition, {
        ...(await this.duties(petition, given)),
        act: 'screen',
        change: { kind, anonymous, competence, competentAgency, way, wayReason, leaderId: leader.id },
        text: wayReason,
      });
      await this.notices.tell(tx, {
        key: `petition.screened:${id}:${String(petition.version)}:${leader.id}`,
        staffId: leader.id,
        kind: 'news',
        words: `${petitionName(petition)} chờ quyết định cách xử lý. Mở Sổ tiếp nhận đơn để xem.`,
      });
    });
  }

  /** What is owed by what it turned out to be: of another kind, all is counted again; a denunciation of others' competence is handed on in its own time. */
  private async duties(petition: PetitionEntity, { kind, way }: Pick<ScreenPetitionCommand, 'kind' | 'way'>) {
    const counting = await this.petitions.counting(petition.receivedOn);
    const isOther = petition.kind !== kind;
    const anew = isOther ? dutiesOnReceipt(kind, counting).filter(({ duty }) => duty !== 'screen') : [];
    const handingOn = way === 'forward' ? forwardingDuty(kind, counting) : null;
    const owed: readonly CountedDuty[] = handingOn === null ? anew : [...anew, handingOn];
    const dropped = isOther ? (['protect', 'accept', 'forward'] as const) : (['forward'] as const);
    return { owed, dropped, met: ['screen'] as const };
  }

  private async leader(id: string) {
    const message = 'Chọn lãnh đạo quyết định.';
    const refused = new DomainError('input-invalid', { field: 'leaderId', message });
    const person = await this.staff.person(id).catch(() => {
      throw refused;
    });
    if (!hasRole(person.actor, 'leader')) throw refused;
    return person;
  }
}
