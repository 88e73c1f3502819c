import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { addDays, civilDateOf, instantOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { PETITION_DUTY_WORDS } from '../../law/index.js';
import { Notices } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { petitionName } from '../domain/petition.js';
import { PetitionDutyEntity, PetitionEntity } from '../persistence/petition.entities.js';
import { PetitionQueries } from '../persistence/petition-queries.js';

/** Each hour: tells those who handle a petition, and nobody else, what of it ends within a day or is overdue, once a day until it is done. */
@Injectable()
export class RemindOfPetitions {
  constructor(
    private readonly clock: Clock,
    private readonly queries: PetitionQueries,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns of how many duties people were told */
  async run(): Promise<number> {
    const now = this.clock.now();
    const today = civilDateOf(now);
    const owed = await this.queries.dueBy(instantOf(addDays(today, 2), 0));
    let told = 0;
    for (const duty of owed.filter(({ toldOn }) => toldOn !== today)) told += await this.remind(duty, now, today);
    return told;
  }

  private remind(
    { id, petitionId, duty, legalEndAt }: PetitionDutyEntity,
    now: Date,
    today: CivilDate,
  ): Promise<0 | 1> {
    const isLate = legalEndAt.getTime() < now.getTime();
    return this.uow.run(async (tx) => {
      const open = { id, metAt: IsNull(), supersededAt: IsNull() };
      if ((await tx.update(PetitionDutyEntity, open, { toldOn: today })).affected !== 1) return 0;
      const petition = await tx.findOneByOrFail(PetitionEntity, { id: petitionId });
      const { takenById, leaderId, chargedId } = petition;
      const what = PETITION_DUTY_WORDS[duty].toLocaleLowerCase('vi');
      const words = isLate
        ? `${petitionName(petition)} đã quá hạn: ${what}. Mở Sổ tiếp nhận đơn để làm ngay.`
        : `${petitionName(petition)} sắp đến hạn: ${what}. Mở Sổ tiếp nhận đơn để xem.`;
      await this.notices.tellEach(
        tx,
        [takenById, leaderId, chargedId].filter((one) => one !== null),
        {
          key: `petition:${id}:${today}`,
          kind: isLate ? 'overdue' : 'reminder',
          words,
        },
      );
      return 1;
    });
  }
}
