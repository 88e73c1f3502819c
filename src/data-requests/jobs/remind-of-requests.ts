import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { addDays, civilDateOf, instantOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { NotifyRegistry } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DataRequestEntity } from '../persistence/data-request.entity.js';
import { DataRequestQueries } from '../persistence/data-request-queries.js';

/** Each hour: tells the registry and the leaders of each request that ends today or is overdue, once a day until it is answered. */
@Injectable()
export class RemindOfRequests {
  constructor(
    private readonly clock: Clock,
    private readonly queries: DataRequestQueries,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns of how many requests somebody was told */
  async run(): Promise<number> {
    const now = this.clock.now();
    const today = civilDateOf(now);
    const owed = await this.queries.dueBy(instantOf(addDays(today, 1), 0));
    let told = 0;
    for (const request of owed.filter(({ toldOn }) => toldOn !== today)) told += await this.remind(request, now, today);
    return told;
  }

  private remind({ id, dueAt }: DataRequestEntity, now: Date, today: CivilDate): Promise<0 | 1> {
    const isLate = dueAt.getTime() < now.getTime();
    return this.uow.run(async (tx) => {
      const { affected } = await tx.update(DataRequestEntity, { id, answeredAt: IsNull() }, { toldOn: today });
      if (affected !== 1) return 0;
      const words = isLate
        ? 'Một yêu cầu về dữ liệu cá nhân đã quá hạn trả lời. Trả lời ngay ở trang Yêu cầu về dữ liệu cá nhân.'
        : 'Một yêu cầu về dữ liệu cá nhân phải trả lời trong hôm nay. Xem trang Yêu cầu về dữ liệu cá nhân.';
      const notice = { key: `data-request:${id}:${today}`, kind: isLate ? 'overdue' : 'reminder', words } as const;
      await this.notifyRegistry.notify(tx, notice, 'leader');
      return 1;
    });
  }
}
