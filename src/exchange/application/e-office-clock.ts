import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { skewOf, SKEW_TOLD_MS } from '../domain/reconciliation.js';
import { EOfficeClockEntity } from '../persistence/reconciliation.entities.js';
import { Mailroom } from '../ports/mailroom.port.js';

const NAME = 'e-office';
const LONGEST = { product: 200, contractVersion: 40 };

/**
 * Asks the e-office what time it is, and tells clerks and administrators, once a day, when its clock and ours are more than a minute apart. Nothing is
 * counted by it: periods begin with the instants that messages bear, and end by our clock.
 */
@Injectable()
export class EOfficeClock {
  constructor(
    private readonly mailroom: Mailroom,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  /** An e-office that does not say its time is not asked. @throws OutsideUnavailable · OutsideRefused */
  async executeIfOffered(): Promise<void> {
    if (this.mailroom.abilities.has('serviceInfo')) await this.execute();
  }

  /** @returns theirs against ours, in milliseconds @throws OutsideUnavailable · OutsideRefused */
  async execute(): Promise<number> {
    const asked = this.clock.now();
    const { product, contractVersion, serverTime } = await this.mailroom.serviceInfo();
    const askedAt = this.clock.now();
    const skewMs = Math.round(skewOf(asked, askedAt, serverTime));
    const told = Math.abs(skewMs) > SKEW_TOLD_MS ? await this.whoIsTold() : [];
    await this.uow.run(async (tx) => {
      const said = {
        ...{ askedAt, skewMs },
        product: product.slice(0, LONGEST.product),
        contractVersion: contractVersion.slice(0, LONGEST.contractVersion),
      };
      const { affected } = await tx.update(EOfficeClockEntity, { name: NAME }, said);
      if (affected !== 1) await tx.insert(EOfficeClockEntity, { name: NAME, ...said });
      const day = civilDateOf(askedAt);
      const words = wordsOf(skewMs);
      await this.notices.tell(
        tx,
        ...told.map((staffId) => ({
          ...{ key: `exchange.clock:${day}:${staffId}`, staffId, kind: 'news' as const, words },
        })),
      );
    });
    return skewMs;
  }

  private async whoIsTold(): Promise<readonly string[]> {
    const people = [
      ...(await this.staff.peopleWith('registryClerk')),
      ...(await this.staff.peopleWith('administrator')),
    ];
    return [...new Set(people.map(({ id }) => id))];
  }
}

function wordsOf(skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const apart = seconds < 120 ? `${String(seconds)} giây` : `${String(Math.round(seconds / 60))} phút`;
  const way = skewMs > 0 ? 'nhanh hơn' : 'chậm hơn';
  return `Đồng hồ của e-office ${way} đồng hồ của máy chủ ${apart}. Hạn của phiếu không đổi; báo quản trị chỉnh lại giờ.`;
}
