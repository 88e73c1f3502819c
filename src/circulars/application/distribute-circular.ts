import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { Notices } from '../../notices/index.js';
import { OrganisationQueries, type UnitEntity } from '../../organisation/index.js';
import { isInForce } from '../../organisation/domain/unit-tree.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { isAddressed, isUnitAddressed } from '../domain/audience.js';
import { standingOf } from '../domain/circular.js';
import { CircularQueries, type StaffRow } from '../persistence/circular-queries.js';
import { CircularReceiptEntity, CircularUnitEntity, type CircularEntity } from '../persistence/circulars.entities.js';
import { newCircularWords } from './circular-words.js';
import { HAND_OUT } from '../jobs/jobs.js';

/** People in one transaction: others must get their turn to write. */
const BATCH = 200;

type Units = ReadonlyMap<string, UnitEntity>;

/**
 * Gives a circular to everybody whom it addresses and who does not have it: all when it is sent, later those who are new in a unit. A person who has left,
 * or now works where it is not addressed, no longer owes a receipt. Safe to repeat, and to be interrupted between two batches.
 */
@Injectable()
export class DistributeCircular implements JobHandler<typeof HAND_OUT> {
  readonly job = HAND_OUT;

  constructor(
    private readonly clock: Clock,
    private readonly queries: CircularQueries,
    private readonly organisation: OrganisationQueries,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ circularId }: PayloadOf<typeof HAND_OUT>): Promise<void> {
    const circular = await this.queries.byId(circularId);
    if (circular) await this.distribute(circular);
  }

  /** @returns how many people got it now */
  async distribute(circular: CircularEntity): Promise<number> {
    const today = civilDateOf(this.clock.now());
    if (standingOf(circular, today) !== 'inForce') return 0;
    const units = new Map(
      (await this.organisation.units()).filter((unit) => isInForce(unit, today)).map((unit) => [unit.id, unit]),
    );
    await this.addUnits(circular, units);
    await this.followMoves(circular, units);
    const people = (await this.queries.withoutReceipt(circular.id))
      .filter((person) => this.concerns(circular, person, units))
      .sort((one, other) => byPlace(one, other, units));
    for (let from = 0; from < people.length; from += BATCH) await this.give(circular, people.slice(from, from + BATCH));
    return people.length;
  }

  private async addUnits({ id: circularId, audience }: CircularEntity, units: Units): Promise<void> {
    const known = await this.queries.unitIds(circularId);
    const fresh = [...units.values()].filter((unit) => isUnitAddressed(audience, unit) && !known.has(unit.id));
    if (fresh.length === 0) return;
    await this.uow.run(async (tx) => {
      const already = await this.queries.unitIds(circularId, tx);
      for (const { id: unitId } of fresh.filter(({ id }) => !already.has(id)))
        await tx.insert(CircularUnitEntity, { ...UNCONFIRMED, circularId, unitId });
    });
  }

  private async followMoves(circular: CircularEntity, units: Units): Promise<void> {
    const moved = await this.queries.moved(circular.id);
    if (moved.length === 0) return;
    await this.uow.run(async (tx) => {
      for (const { seq, staff } of moved) {
        const owes = staff !== null && this.concerns(circular, staff, units);
        const change = owes ? { unitId: staff.unitId } : { state: 'lapsed' as const };
        await tx.update(CircularReceiptEntity, { seq, state: 'open' }, change);
      }
    });
  }

  private async give({ id: circularId, title, dueOn }: CircularEntity, people: readonly StaffRow[]): Promise<void> {
    const handedAt = this.clock.now();
    await this.uow.run(async (tx) => {
      const staffIds = people.map(({ id }) => id);
      const had = await tx.findBy(CircularReceiptEntity, { circularId, staffId: In(staffIds) });
      for (const { id: staffId, unitId } of people) {
        const before = had.find((receipt) => receipt.staffId === staffId);
        if (before?.state === 'lapsed')
          await tx.update(CircularReceiptEntity, { seq: before.seq }, { state: 'open', unitId, handedAt });
        if (before === undefined)
          await tx.insert(CircularReceiptEntity, { ...UNREAD, circularId, staffId, unitId, handedAt });
      }
      const words = newCircularWords(title, dueOn);
      await this.notices.tellEach(tx, staffIds, { key: `circular.new:${circularId}`, kind: 'news', words });
    });
  }

  private concerns({ audience }: CircularEntity, { id, unitId, roles }: StaffRow, units: Units): boolean {
    const unit = units.get(unitId);
    return unit !== undefined && isAddressed(audience, { id, unitId, unitKind: unit.kind, roles });
  }
}

const UNREAD = { state: 'open', readAt: null, acknowledgedAt: null } as const;

const UNCONFIRMED = {
  peopleTold: null,
  toldOn: null,
  note: null,
  minutesName: null,
  minutesSha256: null,
  confirmedAt: null,
  confirmedById: null,
  confirmedByName: null,
};

/** By code of the unit, then as Vietnamese names are ordered. */
function byPlace(one: StaffRow, other: StaffRow, units: Units): number {
  const [code = '', otherCode = ''] = [units.get(one.unitId)?.code, units.get(other.unitId)?.code];
  if (code !== otherCode) return code < otherCode ? -1 : 1;
  return byPersonName(one.fullName, other.fullName) || (one.id < other.id ? -1 : 1);
}
