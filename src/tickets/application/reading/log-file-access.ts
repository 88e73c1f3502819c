import { Injectable } from '@nestjs/common';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf, instantOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/**
 * Writes down who opened a sender's attachment, before it is handed out: a photographed page shows whose hand wrote it. Once for each person, file and
 * day, so that an officer who works on a ticket does not fill the journal by looking again.
 */
@Injectable()
export class LogFileAccess {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @param about the ticket or the document that it came with */
  async log(actor: Actor, fileId: string, about: Readonly<Record<string, string>>): Promise<void> {
    const morning = instantOf(civilDateOf(this.clock.now()), 0);
    const act = { action: 'ticket.fileRead', objectKind: 'citizenFile', objectId: fileId, detail: about } as const;
    await this.uow.run((tx) => this.journal.recordOnce(tx, actor, act, morning));
  }
}
