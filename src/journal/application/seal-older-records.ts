import { setImmediate as otherWork } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ALL_SEALED } from '../domain/record-seal.js';
import { JournalEntryEntity } from '../persistence/journal.entities.js';
import type { SealedRecords } from '../persistence/sealed-records.js';
import { Journal } from './journal.js';
import { sealRecords } from './seal-records.js';
import { recordIdsAfter, RECORDS_A_PAGE, unsealedAmong } from './unsealed-records.js';

/** One turn; the next goes on. */
const PAGES_A_TURN = 1000;

/**
 * Seals what was there before seals were kept, once, some at a time. Then the journal says of each kind that all its records have seals: whatever is
 * there without one later did not come by the program.
 */
export class SealOlderRecords {
  private left: readonly SealedRecords[];
  private after: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    sealed: readonly SealedRecords[],
  ) {
    this.left = sealed;
  }

  /** @param signal ends the turn between two pages */
  async seal(signal?: AbortSignal): Promise<void> {
    for (let page = 0; page < PAGES_A_TURN && signal?.aborted !== true; page += 1) {
      const [of] = this.left;
      if (of === undefined) return;
      if (!(await isAllSealed(this.database.reader.manager, of.kind))) await this.sealPage(of);
      else [this.left, this.after] = [this.left.slice(1), null];
      await otherWork();
    }
  }

  private async sealPage(of: SealedRecords): Promise<void> {
    this.after = await this.uow.run(async (tx) => {
      const ids = await recordIdsAfter(tx, of, this.after);
      await sealRecords(tx, of, await unsealedAmong(tx, of.kind, ids));
      if (ids.length < RECORDS_A_PAGE)
        await this.journal.record(tx, SYSTEM, { action: ALL_SEALED, objectKind: 'recordSeal', objectId: of.kind });
      return ids.at(-1) ?? this.after;
    });
  }
}

/** Whether the journal says that every record of a kind has a seal. */
export function isAllSealed(rows: EntityManager, kind: string): Promise<boolean> {
  return rows.existsBy(JournalEntryEntity, { objectKind: 'recordSeal', objectId: kind, action: ALL_SEALED });
}
