import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Log } from '../../platform/telemetry/log.js';
import { UNDER_WAY, type RunKind } from '../domain/directory/directory-run.js';
import { dueRun } from '../domain/directory/sync-schedule.js';
import { DirectoryRunEntity } from '../persistence/directory-run.entity.js';
import { SyncDirectory } from '../application/sync-directory.js';
import { TELL_OF_DIRECTORY } from './jobs.js';

/** Brings staff up to date at set times; a plan that needs a person's word is left waiting, and administrators are told. */
@Injectable()
export class SyncOnSchedule {
  constructor(
    private readonly sync: SyncDirectory,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @returns whether a run was made */
  async run(): Promise<boolean> {
    if (!this.sync.isOffered) return false;
    const kind = dueRun(this.settings.directorySync, await this.past(), this.clock.now());
    if (kind === null || (await this.last({ state: In([...UNDER_WAY]) })) !== null) return false;
    const { id, state, planHash, added, changed, disabled, reason } = await this.sync.now(SYSTEM, {
      kind,
      isDry: false,
      approvedHash: null,
    });
    this.log.info('directory.synced', { kind, state, added, changed, disabled, reason });
    if (state === 'planned' && !(await this.waitsAlready(kind, planHash, id))) await this.tell(id);
    return true;
  }

  /** Whether the run before found the same plan: administrators know. A plan that comes back after others is told again. */
  private async waitsAlready(kind: RunKind, planHash: string | null, id: string): Promise<boolean> {
    const [before] = await this.database.reader.manager.find(DirectoryRunEntity, {
      where: { kind, id: Not(id), state: Not('failed') },
      order: { startedAt: 'DESC' },
      take: 1,
    });
    return before?.state === 'planned' && before.planHash === planHash;
  }

  private tell(run: string): Promise<void> {
    return this.uow.run((tx) => this.outbox.enqueue(tx, TELL_OF_DIRECTORY.of({ run })));
  }

  private async past(): Promise<Parameters<typeof dueRun>[1]> {
    const came = In(['planned', 'approved', 'applied']);
    return {
      lastFull: await this.last({ kind: 'full', state: came }),
      lastAny: await this.last({ state: came }),
      lastFailed: await this.last({ state: 'failed', byId: SYSTEM.id }),
    };
  }

  private async last(where: object): Promise<Date | null> {
    const run = await this.database.reader.manager.findOne(DirectoryRunEntity, {
      select: { id: true, startedAt: true },
      where,
      order: { startedAt: 'DESC' },
    });
    return run?.startedAt ?? null;
  }
}
