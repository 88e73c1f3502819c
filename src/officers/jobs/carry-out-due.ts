import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { refusalSentence } from '../../platform/http/wording.js';
import { Log } from '../../platform/telemetry/log.js';
import { ApplyOfficerChange } from '../application/apply-officer-change.js';
import { TellOfChange } from '../application/tell-of-change.js';
import { OfficerChangeEntity } from '../persistence/officers.entities.js';

/** At most so many a turn; the next turn goes on. */
const BATCH = 100;

/** Does confirmed changes when their day begins, a day off or not. Several workers may run it: each change is done by one of them. */
@Injectable()
export class CarryOutDue {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly applyOfficerChange: ApplyOfficerChange,
    private readonly tell: TellOfChange,
    private readonly journal: Journal,
    private readonly log: Log,
  ) {}

  /** @returns how many this worker did */
  async run(): Promise<number> {
    const due = await this.database.reader.getRepository(OfficerChangeEntity).find({
      where: { state: 'waiting', validFrom: LessThanOrEqual(civilDateOf(this.clock.now())) },
      order: { validFrom: 'ASC', id: 'ASC' },
      take: BATCH,
    });
    let done = 0;
    for (const change of due) done += await this.one(change);
    return done;
  }

  /** What time may cure is tried again with the next turn; what it may not, the Office hears of. */
  private async one(change: OfficerChangeEntity): Promise<0 | 1> {
    const { id, version } = change;
    try {
      await this.uow.run((tx) => this.applyOfficerChange.apply(tx, whoConfirmed(change), change));
      return 1;
    } catch (error) {
      this.log.warn('officers.not-changed', { changeId: id, error });
      if (!(error instanceof DomainError) || error.code === 'changed-meanwhile') return 0;
      const problem = refusalSentence(error);
      await this.uow.run(async (tx) => {
        const { affected } = await tx.update(OfficerChangeEntity, { id, version }, { state: 'failed', problem });
        if (affected !== 1) return;
        await this.tell.failed(tx, change, problem);
        const detail = { code: error.code };
        await this.journal.record(tx, SYSTEM, {
          action: 'officer.fail',
          objectKind: 'officerChange',
          objectId: id,
          detail,
        });
      });
      return 0;
    }
  }
}

/** The change is made in the name of the person who confirmed it. */
function whoConfirmed({ confirmedById, confirmedByName }: OfficerChangeEntity): Actor {
  return { ...SYSTEM, id: confirmedById ?? SYSTEM.id, name: confirmedByName ?? SYSTEM.name };
}
