import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import type { DirectoryReading } from '../domain/directory/directory-person.js';
import { approvalNeeds, type ApprovalNeed } from '../domain/directory/sync-approval.js';
import type { SyncLine } from '../domain/directory/sync-line.js';
import { planHash, planSync, type SyncPlan } from '../domain/directory/sync-plan.js';
import { wantedAttributes } from '../domain/directory/sync-rules.js';
import { worded } from '../domain/directory/sync-words.js';
import type { DirectoryRunEntity } from '../persistence/directory-run.entity.js';
import { staffAndUnits } from '../persistence/sync-rows.js';
import { StaffSource } from '../ports/staff-source.port.js';
import { DirectoryRuns } from './directory-runs.js';

/** What a reading gave, and the plan made from it. */
export interface ReadPlan {
  readonly reading: DirectoryReading;
  readonly plan: SyncPlan;
  readonly hash: string;
  readonly needs: readonly ApprovalNeed[];
}

/** Reads the directory and makes the plan of a run. Changes no account. */
@Injectable()
export class ReadDirectory {
  constructor(
    private readonly source: StaffSource,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly runs: DirectoryRuns,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws OutsideUnavailable, OutsideRefused also for an answer without people, and for one that leaves out somebody who is still there;
   *   DomainError `changed-meanwhile`
   */
  async read(run: DirectoryRunEntity): Promise<ReadPlan> {
    const reading = await this.fetch(run);
    const read = await this.plan(reading);
    await this.requireGone(read.plan.lines);
    const { lines, untouched } = read.plan;
    await this.runs.moved(run, {
      plan: lines.map(worded),
      planHash: read.hash,
      needs: [...read.needs],
      mark: reading.mark,
      seen: reading.people.length,
      untouched,
      ...countsOf(lines),
    });
    return read;
  }

  /** The plan for a reading as staff stands now. */
  async plan(reading: DirectoryReading, manager = this.database.reader.manager): Promise<ReadPlan> {
    const rules = this.settings.directorySync;
    const { staff, units } = await staffAndUnits(manager, civilDateOf(this.clock.now()));
    const plan = planSync({ staff, units, rules, reading });
    return { reading, plan, hash: planHash(plan), needs: approvalNeeds(plan, staff, rules.sharePercent) };
  }

  private async fetch(run: DirectoryRunEntity): Promise<DirectoryReading> {
    const wish = {
      attributes: wantedAttributes(this.settings.directorySync),
      onPage: (seen: number) => this.runs.moved(run, { state: 'reading', seen }),
    };
    const mark = run.kind === 'delta' ? await this.runs.lastMark() : null;
    const reading = await (mark === null ? this.source.readAll(wish) : this.source.readSince(mark, wish));
    if (reading.complete && reading.people.length === 0) {
      throw new OutsideRefused('empty', 'Thư mục không trả về người nào; kiểm tra LDAP_BASE và LDAP_PEOPLE_FILTER.');
    }
    return reading;
  }

  private async requireGone(lines: readonly SyncLine[]): Promise<void> {
    const gone = lines.filter(({ act, reason }) => act === 'disable' && reason === 'gone');
    if (gone.length === 0) return;
    const there = await this.source.stillThere(gone.map(({ directoryId }) => directoryId));
    if (there.length === 0) return;
    throw new OutsideRefused(
      'cut',
      `Thư mục trả lời thiếu: ${String(there.length)} người không có trong danh sách nhưng vẫn còn trong thư mục. Chưa đổi gì.`,
    );
  }
}

type Counts = Pick<DirectoryRunEntity, 'added' | 'changed' | 'disabled' | 'refused'>;

function countsOf(lines: readonly SyncLine[]): Counts {
  const number = (...acts: readonly SyncLine['act'][]): number => lines.filter(({ act }) => acts.includes(act)).length;
  return {
    added: number('add'),
    changed: number('change', 'enable'),
    disabled: number('disable'),
    refused: number('refuse'),
  };
}
