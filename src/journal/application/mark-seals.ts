import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { MARK } from '../domain/record-seal.js';
import { JournalEntryEntity, JournalHeadEntity } from '../persistence/journal.entities.js';
import { Journal } from './journal.js';
import { SEAL_HEAD } from '../persistence/heads.js';

/** Lets the journal, and with it its anchors and digests, vouch for the seals. */
@Injectable()
export class MarkSeals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** Writes a line of the journal where records were sealed since the last one. */
  async mark(): Promise<void> {
    await this.uow.run(async (tx) => {
      const head = await tx.findOneBy(JournalHeadEntity, SEAL_HEAD);
      if (head === null) return;
      const objectId = String(head.seq);
      if (await tx.existsBy(JournalEntryEntity, { objectKind: 'recordSeal', objectId, action: MARK })) return;
      await this.journal.record(tx, SYSTEM, {
        action: MARK,
        objectKind: 'recordSeal',
        objectId,
        detail: { hash: head.hash },
      });
    });
  }
}
