import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Settings } from '../../config/settings.js';
import { MakeReport } from '../application/make-report.js';
import { ReportHistory } from '../application/report-history.js';
import { lastPeriodBefore, periodName, type ReportPeriod } from '../domain/period.js';
import { isSettled, REPORT_KEEPERS } from '../domain/report.js';
import { ReportQueries } from '../persistence/report-queries.js';

/** Each hour: the draft of every period that is over and is reported by the agency's plan, once; a person looks at it and freezes it. */
@Injectable()
export class DraftDueReports {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly history: ReportHistory,
    private readonly reports: ReportQueries,
    private readonly make: MakeReport,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  /** @returns how many drafts were made */
  async run(): Promise<number> {
    const today = civilDateOf(this.clock.now());
    let made = 0;
    for (const { kind, cutOff } of this.settings.reports.scheduled) {
      const period = lastPeriodBefore(kind, cutOff, today);
      if (!(await this.isOwed(period))) continue;
      const keepers = await this.keepers();
      await this.make.of(SYSTEM, period, (tx, id) => this.tell(tx, keepers, { id, period }));
      made += 1;
    }
    return made;
  }

  /** A period that ended before there was any ticket has nothing to report. */
  private async isOwed(period: ReportPeriod): Promise<boolean> {
    if (!isSettled(period.lastDay, this.clock.now())) return false;
    const begins = await this.history.begins();
    if (begins === null || civilDateOf(begins) > period.lastDay) return false;
    return !(await this.reports.isMade(period));
  }

  private async keepers(): Promise<readonly string[]> {
    const people = (await Promise.all(REPORT_KEEPERS.map((role) => this.staff.peopleWith(role)))).flat();
    return people.map(({ id }) => id);
  }

  private async tell(
    tx: EntityManager,
    keepers: readonly string[],
    { id, period }: { readonly id: string; readonly period: ReportPeriod },
  ): Promise<void> {
    const words = `Đã lập dự thảo báo cáo ${periodName(period)}. Xem số liệu, viết nhận xét rồi chốt ở trang Báo cáo.`;
    await this.notices.tellEach(tx, keepers, { key: `reports.draft:${id}`, kind: 'reminder', words });
  }
}
