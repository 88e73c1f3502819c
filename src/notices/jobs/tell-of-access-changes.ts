import { Injectable } from '@nestjs/common';
import { AccessChanges, AccessChangeEntity, type JournalEntryEntity } from '../../journal/index.js';
import { ACCESS_CONFIRMERS } from '../../journal/domain/access-acts.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notices } from '../application/notices.js';

/** Each minute: tells those who may confirm a change of rights, at once and then once a day until somebody else than its maker has confirmed it. */
@Injectable()
export class TellOfAccessChanges {
  constructor(
    private readonly clock: Clock,
    private readonly changes: AccessChanges,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns of how many changes somebody was told */
  async run(): Promise<number> {
    const today = civilDateOf(this.clock.now());
    const untold = await this.changes.untold(today);
    if (untold.length === 0) return 0;
    const people = (await Promise.all(ACCESS_CONFIRMERS.map((role) => this.staff.peopleWith(role)))).flat();
    for (const line of untold) await this.tell(line, today, new Set(people.map(({ id }) => id)));
    return untold.length;
  }

  private async tell(
    { seq, actorId, actorName }: JournalEntryEntity,
    today: CivilDate,
    people: ReadonlySet<string>,
  ): Promise<void> {
    const others = [...people].filter((id) => id !== actorId);
    const words = `Quyền đã bị thay đổi (${actorName}, dòng nhật ký ${String(seq)}). Xem ở trang Nhật ký; đúng thì xác nhận, sai thì sửa lại ngay.`;
    await this.uow.run(async (tx) => {
      await tx.update(AccessChangeEntity, { seq }, { toldOn: today });
      await this.notices.tellEach(tx, others, { key: `access-change:${String(seq)}:${today}`, kind: 'news', words });
    });
  }
}
