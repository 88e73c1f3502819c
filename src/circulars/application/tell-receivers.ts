import { Injectable } from '@nestjs/common';
import { Notices } from '../../notices/index.js';
import type { NoticeKind } from '../../notices/domain/notice.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { isLateStep } from '../domain/circular.js';
import { CircularQueries, type OpenReceipt } from '../persistence/circular-queries.js';
import type { CircularEntity } from '../persistence/circulars.entities.js';
import { owingUnitWords, reminderWords, withdrawnWords } from './circular-words.js';
import { TELL_RECEIVERS } from '../jobs/jobs.js';

const BATCH = 200;

/** Tells those whom a circular concerns: everybody that it was withdrawn, those who owe it that they do, and the heads how many of theirs. */
@Injectable()
export class TellReceivers implements JobHandler<typeof TELL_RECEIVERS> {
  readonly job = TELL_RECEIVERS;

  constructor(
    private readonly queries: CircularQueries,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ circularId, what }: PayloadOf<typeof TELL_RECEIVERS>): Promise<void> {
    const circular = await this.queries.byId(circularId);
    if (!circular) return;
    if (what === 'withdrawn') await this.withdrawn(circular);
    else await this.remind(circular, what);
  }

  /** @param step names the reminder: each is told once. @returns how many people owe it */
  async remind(circular: CircularEntity, step: string): Promise<number> {
    const { id, title, dueOn } = circular;
    const kind: NoticeKind = isLateStep(step) ? 'overdue' : 'reminder';
    const notice = { key: `circular.${step}:${id}`, kind, words: reminderWords(title, dueOn, step) };
    const told = await this.inBatches(notice, (after) => this.queries.open(id, { unitId: null, after, size: BATCH }));
    await this.tellHeads(circular, step, kind);
    return told;
  }

  private async withdrawn({ id, title }: CircularEntity): Promise<void> {
    const notice = { key: `circular.withdrawn:${id}`, kind: 'news' as const, words: withdrawnWords(title) };
    await this.inBatches(notice, (after) => this.queries.receivers(id, after, BATCH));
  }

  private async inBatches(
    notice: { readonly key: string; readonly kind: NoticeKind; readonly words: string },
    next: (after: number) => Promise<readonly OpenReceipt[]>,
  ): Promise<number> {
    let told = 0;
    for (let some = await next(0); some.length > 0; some = await next(some.at(-1)?.seq ?? 0)) {
      const people = some.map(({ staffId }) => staffId);
      await this.uow.run((tx) => this.notices.tellEach(tx, people, notice));
      told += people.length;
    }
    return told;
  }

  private async tellHeads({ id, title }: CircularEntity, step: string, kind: NoticeKind): Promise<void> {
    const [counts, heads] = await Promise.all([this.queries.countsOfUnits(id), this.staff.peopleWith('unitHead')]);
    await this.uow.run(async (tx) => {
      for (const { id: staffId, unitId } of heads) {
        const open = counts.get(unitId)?.open ?? 0;
        const words = owingUnitWords(title, open, step);
        if (open > 0)
          await this.notices.tell(tx, { key: `circular.unit.${step}:${id}:${staffId}`, staffId, kind, words });
      }
    });
  }
}
