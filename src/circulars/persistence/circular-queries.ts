import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, MoreThan, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { StaffEntity } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { instantText } from '../../platform/database/sql.js';
import type { ReceiptState } from '../domain/circular.js';
import { CircularEntity, CircularReceiptEntity, CircularUnitEntity } from './circulars.entities.js';

/** Where a page of circulars begins: after the one of that moment and id. */
export interface CircularCursor {
  readonly createdAt: Date;
  readonly id: string;
}

/** How many have which standing. */
export type ReceiptCounts = Readonly<Record<ReceiptState, number>>;

/** Somebody to whom a circular may go, as the database knows them. */
export interface StaffRow {
  readonly id: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
}

/** Somebody who has not acknowledged, as a list names them. */
export interface OpenReceipt {
  readonly seq: number;
  readonly staffId: string;
  readonly unitId: string;
  readonly readAt: Date | null;
}

/** What somebody has to read, with the circular. */
export interface HeldCircular {
  readonly circular: CircularEntity;
  readonly receipt: CircularReceiptEntity;
}

const NONE: ReceiptCounts = { open: 0, acknowledged: 0, lapsed: 0 };

/** Named reads of circulars, of who has read them, and of the units that were told. */
@Injectable()
export class CircularQueries {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<CircularEntity | null> {
    return this.reader.findOneBy(CircularEntity, { id });
  }

  /** Newest first. */
  page(after: CircularCursor | null, size: number): Promise<CircularEntity[]> {
    const query = this.reader
      .createQueryBuilder(CircularEntity, 'circular')
      .orderBy('circular.createdAt', 'DESC')
      .addOrderBy('circular.id', 'DESC')
      .take(size);
    if (after === null) return query.getMany();
    const place = { at: instantText(after.createdAt), id: after.id };
    return query.where('circular.createdAt < :at OR (circular.createdAt = :at AND circular.id < :id)', place).getMany();
  }

  /** Those that hold on a day. */
  inForce(today: CivilDate): Promise<CircularEntity[]> {
    return this.holding(this.reader.createQueryBuilder(CircularEntity, 'circular'), today)
      .orderBy('circular.createdAt', 'ASC')
      .getMany();
  }

  receipt(circularId: string, staffId: string): Promise<CircularReceiptEntity | null> {
    return this.reader.findOneBy(CircularReceiptEntity, { circularId, staffId });
  }

  /** What somebody has still to acknowledge, soonest due first. */
  async owedBy(staffId: string, today: CivilDate, size: number): Promise<readonly HeldCircular[]> {
    const receipts = await this.holding(
      this.reader
        .createQueryBuilder(CircularReceiptEntity, 'receipt')
        .innerJoin(CircularEntity, 'circular', 'circular.id = receipt.circularId')
        .where({ staffId, state: 'open' }),
      today,
    )
      .orderBy('circular.dueOn', 'ASC')
      .addOrderBy('receipt.seq', 'ASC')
      .limit(size)
      .getMany();
    return this.withCirculars(receipts);
  }

  /** What somebody has acknowledged, handed out last first. @param before number of the last of the page before */
  async acknowledgedBy(staffId: string, before: number | null, size: number): Promise<readonly HeldCircular[]> {
    const query = this.reader
      .createQueryBuilder(CircularReceiptEntity, 'receipt')
      .where({ staffId, state: 'acknowledged' })
      .orderBy('receipt.seq', 'DESC')
      .limit(size);
    if (before !== null) query.andWhere('receipt.seq < :before', { before });
    return this.withCirculars(await query.getMany());
  }

  /** How many have acknowledged each circular, by its id. */
  async counts(circularIds: readonly string[]): Promise<ReadonlyMap<string, ReceiptCounts>> {
    return this.countedBy('circularId', { circularId: In([...circularIds]) });
  }

  /** How many of each unit have acknowledged a circular, by the unit's id. */
  async countsOfUnits(circularId: string, unitIds?: readonly string[]): Promise<ReadonlyMap<string, ReceiptCounts>> {
    return this.countedBy('unitId', { circularId, ...(unitIds && { unitId: In([...unitIds]) }) });
  }

  unit(circularId: string, unitId: string): Promise<CircularUnitEntity | null> {
    return this.reader.findOneBy(CircularUnitEntity, { circularId, unitId });
  }

  /** Units addressed, in the order of their codes; `onlyOwing`: where people, or the head's word, are missing. */
  units(circularId: string, wish: { after: number; size: number; onlyOwing: boolean }): Promise<CircularUnitEntity[]> {
    const query = this.reader
      .createQueryBuilder(CircularUnitEntity, 'unit')
      .where({ circularId, seq: MoreThan(wish.after) })
      .orderBy('unit.seq', 'ASC')
      .limit(wish.size);
    if (wish.onlyOwing) query.andWhere(new Brackets((one) => one.where('unit.confirmedAt IS NULL').orWhere(HAS_OPEN)));
    return query.getMany();
  }

  /** How many units are addressed, and how many heads have said that theirs was told. */
  async unitCounts(circularId: string): Promise<{ readonly all: number; readonly confirmed: number }> {
    const [all, open] = await Promise.all([
      this.reader.countBy(CircularUnitEntity, { circularId }),
      this.reader.countBy(CircularUnitEntity, { circularId, confirmedAt: IsNull() }),
    ]);
    return { all, confirmed: all - open };
  }

  /** Circulars in force of which a unit's head has not said that the unit was told, soonest due first. */
  briefingsOwed(unitId: string, today: CivilDate): Promise<CircularEntity[]> {
    return this.holding(
      this.reader
        .createQueryBuilder(CircularEntity, 'circular')
        .innerJoin(CircularUnitEntity, 'unit', 'unit.circularId = circular.id AND unit.confirmedAt IS NULL')
        .where('unit.unitId = :unitId', { unitId }),
      today,
    )
      .orderBy('circular.dueOn', 'ASC')
      .getMany();
  }

  /** Who has not acknowledged, by unit and name. @param unitId of one unit alone; null for all */
  async open(
    circularId: string,
    wish: { unitId: string | null; after: number; size: number },
  ): Promise<readonly OpenReceipt[]> {
    const { unitId, after: seq, size } = wish;
    return this.reader.find(CircularReceiptEntity, {
      where: { circularId, ...(unitId !== null && { unitId }), state: 'open', seq: MoreThan(seq) },
      select: { seq: true, staffId: true, unitId: true, readAt: true },
      order: { seq: 'ASC' },
      take: size,
    });
  }

  /** Everybody whom a circular still concerns, some at a time. */
  receivers(circularId: string, after: number, size: number): Promise<readonly OpenReceipt[]> {
    return this.reader.find(CircularReceiptEntity, {
      where: { circularId, state: In(['open', 'acknowledged']), seq: MoreThan(after) },
      select: { seq: true, staffId: true, unitId: true, readAt: true },
      order: { seq: 'ASC' },
      take: size,
    });
  }

  /** Those who work here and do not have a circular to read; `lapsed` among them those who had it once. */
  async withoutReceipt(circularId: string): Promise<readonly StaffRow[]> {
    const held = this.reader
      .createQueryBuilder(CircularReceiptEntity, 'receipt')
      .select('1')
      .where('receipt.staffId = staff.id AND receipt.circularId = :circularId')
      .andWhere(`receipt.state <> 'lapsed'`);
    return this.reader
      .createQueryBuilder(StaffEntity, 'staff')
      .select(['staff.id', 'staff.fullName', 'staff.unitId', 'staff.roles'])
      .where({ active: true })
      .andWhere(`NOT EXISTS (${held.getQuery()})`, { circularId })
      .getMany();
  }

  /** Those who have not acknowledged and have left, or work in another unit than when it was handed out. */
  async moved(circularId: string): Promise<readonly { readonly seq: number; readonly staff: StaffRow | null }[]> {
    const receipts = await this.reader
      .createQueryBuilder(CircularReceiptEntity, 'receipt')
      .innerJoin(StaffEntity, 'staff', 'staff.id = receipt.staffId')
      .where({ circularId, state: 'open' })
      .andWhere(
        new Brackets((one) =>
          one.where('staff.active = :active', { active: false }).orWhere('staff.unitId <> receipt.unitId'),
        ),
      )
      .getMany();
    const ids = receipts.map(({ staffId }) => staffId);
    const staff = await inPieces(ids, (some) => this.reader.findBy(StaffEntity, { id: In(some), active: true }));
    const byId = new Map(staff.map((one) => [one.id, one]));
    return receipts.map(({ seq, staffId }) => ({ seq, staff: byId.get(staffId) ?? null }));
  }

  /** Units that a circular addresses already. */
  async unitIds(circularId: string, tx: EntityManager = this.reader): Promise<ReadonlySet<string>> {
    const rows = await tx.find(CircularUnitEntity, { where: { circularId }, select: { unitId: true } });
    return new Set(rows.map(({ unitId }) => unitId));
  }

  private holding<Row extends object>(query: SelectQueryBuilder<Row>, today: CivilDate): SelectQueryBuilder<Row> {
    return query
      .andWhere(`circular.state = 'sent' AND circular.replacedById IS NULL`)
      .andWhere('(circular.validTo IS NULL OR circular.validTo >= :today)', { today });
  }

  private async withCirculars(receipts: readonly CircularReceiptEntity[]): Promise<readonly HeldCircular[]> {
    const ids = receipts.map(({ circularId }) => circularId);
    const found = ids.length === 0 ? [] : await this.reader.findBy(CircularEntity, { id: In(ids) });
    const byId = new Map(found.map((circular) => [circular.id, circular]));
    return receipts.flatMap((receipt) => {
      const circular = byId.get(receipt.circularId);
      return circular === undefined ? [] : [{ circular, receipt }];
    });
  }

  private async countedBy(key: 'circularId' | 'unitId', where: object): Promise<ReadonlyMap<string, ReceiptCounts>> {
    const rows = await this.reader
      .createQueryBuilder(CircularReceiptEntity, 'receipt')
      .select(`receipt.${key}`, 'key')
      .addSelect('receipt.state', 'state')
      .addSelect('COUNT(*)', 'counted')
      .where(where)
      .groupBy(`receipt.${key}`)
      .addGroupBy('receipt.state')
      .getRawMany<{ key: string; state: ReceiptState; counted: number }>();
    const counts = new Map<string, ReceiptCounts>();
    for (const { key: of, state, counted } of rows) counts.set(of, { ...(counts.get(of) ?? NONE), [state]: counted });
    return counts;
  }

  private get reader(): EntityManager {
    return this.database.reader.manager;
  }
}

const HAS_OPEN =
  `EXISTS (SELECT 1 FROM "circular_receipt" "r" WHERE "r"."circularId" = "unit"."circularId" ` +
  `AND "r"."unitId" = "unit"."unitId" AND "r"."state" = 'open')`;
