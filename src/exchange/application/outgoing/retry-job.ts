import { Injectable } from '@nestjs/common';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobControl } from '../../../platform/outbox/job-control.js';
import { requireTendsExchange } from '../../domain/policy.js';

/** Has the app try again what it has given up, once its cause is out of the way. */
@Injectable()
export class RetryJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly control: JobControl,
    private readonly journal: Journal,
  ) {}

  /**
   * @param seq number of the job
   * @throws DomainError `forbidden`, or `not-found` when no such job is given up (any more)
   */
  async retry(actor: Actor, seq: number): Promise<void> {
    requireTendsExchange(actor);
    await this.uow.run(async (tx) => {
      const { kind, attempts } = await this.control.reopen(tx, seq);
      await this.journal.record(tx, actor, {
        action: 'promise.reopen',
        objectKind: 'promise',
        objectId: String(seq),
        detail: { kind, attempts },
      });
    });
  }
}
