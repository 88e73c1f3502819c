import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { UnkeptPromises } from '../../platform/outbox/unkept-promises.js';

/** Whether this person may have something tried again that the house has given up. */
export function mayTryAgain(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'administrator');
}

/** Has the house try again what it has given up, once its cause is out of the way. */
@Injectable()
export class TryAgain {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly unkept: UnkeptPromises,
    private readonly journal: Journal,
  ) {}

  /**
   * @param seq number of the promise
   * @throws DomainError `forbidden`, or `not-found` when no such promise is given up (any more)
   */
  async execute(actor: Actor, seq: number): Promise<void> {
    if (!mayTryAgain(actor)) throw new DomainError('forbidden');
    await this.uow.run(async (tx) => {
      const promise = await this.unkept.reopen(tx, seq);
      if (!promise) throw new DomainError('not-found', { seq });
      const { kind, attempts } = promise;
      await this.journal.record(tx, actor, {
        action: 'promise.reopen',
        objectKind: 'promise',
        objectId: String(seq),
        detail: { kind, attempts },
      });
    });
  }
}
