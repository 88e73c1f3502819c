import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireAccessConfirmer } from '../domain/access-acts.js';
import { AccessChangeEntity } from '../persistence/access-change.entity.js';
import { JournalEntryEntity } from '../persistence/journal.entities.js';
import { SEALED_ACCESS_CHANGE } from '../persistence/sealed-access-changes.js';
import { Journal } from './journal.js';
import { noteTampers, sealRecords } from './seal-records.js';

const SHOWN = 100;

/** Changes of rights that nobody has confirmed yet, and their confirmation by somebody other than their author. */
@Injectable()
export class AccessChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** The journal's lines of those that wait, oldest first. */
  async waiting(): Promise<readonly JournalEntryEntity[]> {
    const waiting = cutList(
      { name: 'Thay đổi quyền chờ xác nhận', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.rows.findAndCount({ where: { confirmedAt: IsNull() }, order: { seq: 'ASC' }, take: SHOWN }),
    );
    return this.linesOf(await waiting);
  }

  /** Those that wait and of which nobody was told on that day. */
  async untold(day: CivilDate): Promise<readonly JournalEntryEntity[]> {
    const waiting = await this.rows.find({ where: { confirmedAt: IsNull() }, order: { seq: 'ASC' } });
    return this.linesOf(waiting.filter(({ toldOn }) => toldOn !== day).slice(0, SHOWN));
  }

  /** @throws DomainError `forbidden`, also for the author of the change; `not-found`; `changed-meanwhile` when it was confirmed already */
  async confirm(actor: Actor, seq: number): Promise<void> {
    await this.uow.run((tx) => this.confirmIn(tx, actor, seq));
  }

  /**
   * Several at once, each with its own line in the journal; all, or none of them.
   *
   * @throws DomainError as `confirm` does; `input-invalid` where none was chosen, or more than a page shows
   */
  async confirmAll(actor: Actor, seqs: readonly number[]): Promise<void> {
    const chosen = [...new Set(seqs)];
    if (chosen.length === 0 || chosen.length > SHOWN) {
      throw new DomainError('input-invalid', { field: 'seq', message: 'Chọn các dòng cần xác nhận rồi bấm lại.' });
    }
    await this.uow.run(async (tx) => {
      for (const seq of chosen) await this.confirmIn(tx, actor, seq);
    });
  }

  private async confirmIn(tx: EntityManager, actor: Actor, seq: number): Promise<void> {
    const line = await tx.findOneBy(JournalEntryEntity, { seq });
    if (!line || !(await tx.existsBy(AccessChangeEntity, { seq })))
      throw new DomainError('not-found', { what: 'accessChange' });
    requireAccessConfirmer(actor, line.actorId);
    const by = { confirmedAt: this.clock.now(), confirmedById: actor.id, confirmedByName: actor.name };
    await noteTampers(tx, SEALED_ACCESS_CHANGE, [String(seq)]);
    const { affected } = await tx.update(AccessChangeEntity, { seq, confirmedAt: IsNull() }, by);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'accessChange', seq });
    await sealRecords(tx, SEALED_ACCESS_CHANGE, [String(seq)]);
    const { action, objectKind, objectId } = line;
    await this.journal.record(tx, actor, {
      action: 'accessChange.confirm',
      objectKind: 'accessChange',
      objectId: String(seq),
      detail: { action, objectKind, objectId, madeBy: line.actorId },
    });
  }

  private async linesOf(changes: readonly AccessChangeEntity[]): Promise<readonly JournalEntryEntity[]> {
    if (changes.length === 0) return [];
    const seqs = In(changes.map(({ seq }) => seq));
    return this.database.reader.manager.find(JournalEntryEntity, { where: { seq: seqs }, order: { seq: 'ASC' } });
  }

  private get rows() {
    return this.database.reader.getRepository(AccessChangeEntity);
  }
}
