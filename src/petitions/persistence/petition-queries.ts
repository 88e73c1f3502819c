import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, Not, type FindOptionsWhere } from 'typeorm';
import { deskOf, type Actor } from '../../kernel/actor.js';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { seesRegister } from '../domain/petition-access.js';
import type { PetitionKind, PetitionState } from '../domain/petition.js';
import { PetitionDutyEntity, PetitionEntity, PetitionStepEntity, PetitionYearEntity } from './petition.entities.js';

export interface PetitionFilter {
  readonly year: number;
  readonly kind: PetitionKind | null;
  /** Only those of which something is still owed or to be done. */
  readonly open: boolean;
}

const SHOWN = 200;
const BATCH = 100;
const OVER: readonly PetitionState[] = ['closed', 'struck'];

/** Reads the register of petitions. Who reads what is decided above: nothing here is shown as it stands. */
@Injectable()
export class PetitionQueries {
  constructor(private readonly database: Database) {}

  /** Soonest due first; of those who do not keep the register, what they are charged with. */
  async list(actor: Actor, { year, kind, open }: PetitionFilter): Promise<readonly PetitionEntity[]> {
    const where: FindOptionsWhere<PetitionEntity> = {
      year,
      ...(kind === null ? {} : { kind }),
      ...(open ? { state: Not(In([...OVER])) } : {}),
      ...(seesRegister(actor) ? {} : { chargedId: deskOf(actor) }),
    };
    const rows = await cutList(
      { name: 'Sổ tiếp nhận đơn', how: 'Lọc theo loại đơn, tình trạng hoặc xuất Excel để xem đủ.' },
      this.rows.findAndCount({ where, order: { dueAt: 'ASC', number: 'ASC' }, take: SHOWN }),
    );
    return [...rows.filter(({ dueAt }) => dueAt !== null), ...rows.filter(({ dueAt }) => dueAt === null)];
  }

  /** A whole year, in the order of its numbers. */
  year(year: number): Promise<PetitionEntity[]> {
    return this.rows.find({ where: { year }, order: { number: 'ASC' } });
  }

  /** The years of which there is a register, newest first. */
  async years(): Promise<readonly number[]> {
    const found = await this.reader
      .getRepository(PetitionYearEntity)
      .find({ where: { last: MoreThan(0) }, order: { year: 'DESC' } });
    return found.map(({ year }) => year);
  }

  byId(id: string): Promise<PetitionEntity | null> {
    return this.rows.findOneBy({ id });
  }

  ofTicket(ticketId: string): Promise<PetitionEntity | null> {
    return this.rows.findOneBy({ ticketId });
  }

  /** The petitions that those tickets were entered as. @param ticketIds few */
  ofTickets(ticketIds: readonly string[]): Promise<PetitionEntity[]> {
    return this.rows.find({ where: { ticketId: In([...ticketIds]) } });
  }

  /** Every duty as it was counted, soonest due first. */
  dutiesOf(petitionId: string): Promise<PetitionDutyEntity[]> {
    const order = { dueAt: 'ASC', duty: 'ASC' } as const;
    return this.reader.getRepository(PetitionDutyEntity).find({ where: { petitionId, supersededAt: IsNull() }, order });
  }

  /** Newest first. */
  stepsOf(petitionId: string): Promise<PetitionStepEntity[]> {
    const order = { at: 'DESC', id: 'ASC' } as const;
    return this.reader.getRepository(PetitionStepEntity).find({ where: { petitionId }, order });
  }

  /** What is owed and ends by that moment. */
  dueBy(moment: Date): Promise<PetitionDutyEntity[]> {
    const where = { metAt: IsNull(), supersededAt: IsNull(), legalEndAt: LessThanOrEqual(moment) };
    return this.reader
      .getRepository(PetitionDutyEntity)
      .find({ where, order: { legalEndAt: 'ASC', id: 'ASC' }, take: BATCH });
  }

  private get rows() {
    return this.reader.getRepository(PetitionEntity);
  }

  private get reader() {
    return this.database.reader;
  }
}
