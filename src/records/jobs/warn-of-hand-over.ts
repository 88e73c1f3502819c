import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { addDays, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Log } from '../../platform/telemetry/log.js';
import { TicketReader } from '../../tickets/index.js';
import { WARNED_DAYS_BEFORE } from '../domain/retention.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { RecordFileEntity } from '../persistence/records.entities.js';

/** Files per run; the rest follow in the next runs. */
const BATCH = 200;

/** Runs every hour: tells the officer, the head of the unit and the registry that a file must be handed over within thirty days, once for each due day (rule 57). */
@Injectable()
export class WarnOfHandOver {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly queries: RecordQueries,
    private readonly tickets: TicketReader,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly journal: Journal,
    private readonly log: Log,
  ) {}

  /** @returns the number of files that people were told about */
  async run(): Promise<number> {
    const horizon = addDays(civilDateOf(this.clock.now()), WARNED_DAYS_BEFORE);
    let told = 0;
    for (const file of await this.queries.unwarned(horizon, BATCH)) told += await this.warn(file);
    return told;
  }

  /** A failure is logged and does not keep the other files from being told about. */
  private async warn(file: RecordFileEntity): Promise<0 | 1> {
    const { id, handOverBy, version } = file;
    if (handOverBy === null) return 0;
    try {
      const ticket = file.ticketId === null ? null : await this.tickets.one(SYSTEM, file.ticketId);
      const people = await this.audience(file, ticket?.officerId ?? null);
      return await this.uow.run(async (tx) => {
        const { affected } = await tx.update(RecordFileEntity, { id, version }, { warnedFor: handOverBy });
        if (affected !== 1) return 0;
        await this.notices.tellEach(tx, people, {
          key: `hand-over:${id}:${handOverBy}`,
          kind: 'reminder',
          ...(ticket === null ? {} : { ticket: { id: ticket.id, code: ticket.code } }),
          words: wordsOf(file.notation, handOverBy),
        });
        await this.journal.record(tx, SYSTEM, {
          action: 'file.warn',
          objectKind: 'recordFile',
          objectId: id,
          detail: { notation: file.notation, handOverBy, people },
        });
        return 1;
      });
    } catch (error) {
      this.log.warn('file.not-warned', { fileId: id, error });
      return 0;
    }
  }

  /** The officer who had the ticket, where there is one, the head of the unit, and the registry. */
  private async audience({ unitId }: RecordFileEntity, officerId: string | null): Promise<readonly string[]> {
    const [officers, heads, clerks] = await Promise.all([
      unitId === null ? [] : this.staff.contactOfficers(unitId),
      unitId === null ? [] : this.staff.peopleWith('unitHead', unitId),
      this.staff.peopleWith('registryClerk'),
    ]);
    const own = officers.filter(({ id }) => id === officerId);
    return [...new Set([...own, ...heads, ...clerks].map(({ id }) => id))];
  }
}

function wordsOf(notation: string, due: CivilDate): string {
  const day = due.split('-').toReversed().join('/');
  return `Hồ sơ ${notation} phải nộp lưu chậm nhất ${day}. Xem lại mục lục rồi nộp, hoặc ghi văn bản đồng ý cho giữ lại.`;
}
