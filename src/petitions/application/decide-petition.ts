import { Injectable } from '@nestjs/common';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { deskOf, hasHandIn, hasRole, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { requireText } from '../../kernel/required-text.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { PETITION_READERS } from '../domain/petition-access.js';
import { COMPETENCE_WORDS, petitionName, WAY_WORDS, type Way } from '../domain/petition.js';
import { requireWay } from '../domain/ways.js';
import { Petitions } from './petitions.js';

export const DIRECTION_LENGTHS = { shortest: 0, longest: 1000 } as const;

export interface DecidePetitionCommand {
  readonly id: string;
  readonly seen?: number;
  readonly way: Way;
  readonly direction: string;
  /** Who is to look into it; null for none. */
  readonly chargedId: string | null;
}

/** A leader decides what is done with a petition, as proposed or otherwise, and who looks into it. */
@Injectable()
export class DecidePetition {
  constructor(
    private readonly clock: Clock,
    private readonly petitions: Petitions,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `petition-act-barred`, `changed-meanwhile` */
  async decide(actor: Actor, { id, seen, way, chargedId, ...given }: DecidePetitionCommand): Promise<void> {
    const direction = withoutPeople(requireText('direction', given.direction, DIRECTION_LENGTHS));
    const charged = chargedId === null ? null : await this.charged(chargedId);
    if (way === 'accept' && charged === null)
      throw new DomainError('input-invalid', { field: 'chargedId', message: 'Chọn người được giao xác minh.' });
    await this.uow.run(async (tx) => {
      const petition = await this.petitions.forActor(tx, actor, id, seen);
      const { kind, anonymous, competence, takenById } = petition;
      this.petitions.require(actor, petition, 'decide');
      requireWay(way, { kind, anonymous, competence: competence ?? 'unclear' });
      await this.petitions.perform(tx, actor, petition, {
        act: 'decide',
        change: { way, leaderId: deskOf(actor), chargedId, decidedAt: this.clock.now() },
        title: `Quyết định: ${WAY_WORDS[way].toLocaleLowerCase('vi')}; thẩm quyền: ${COMPETENCE_WORDS[competence ?? 'unclear']}`,
        text: direction,
        met: ['protect'],
      });
      const told = [takenById, ...(charged === null ? [] : [charged.id])].filter((one) => !hasHandIn(actor, one));
      await this.notices.tellEach(tx, told, {
        key: `petition.decided:${id}:${String(petition.version)}`,
        kind: 'news',
        words: `${petitionName(petition)} đã có quyết định xử lý. Mở Sổ tiếp nhận đơn để làm tiếp.`,
      });
    });
  }

  private async charged(id: string) {
    const refused = new DomainError('input-invalid', { field: 'chargedId', message: 'Chọn người được giao xác minh.' });
    const person = await this.staff.person(id).catch(() => {
      throw refused;
    });
    if (!hasRole(person.actor, ...PETITION_READERS)) throw refused;
    return person;
  }
}
