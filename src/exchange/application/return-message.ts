import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beginningOf } from '../../documents/domain/register-lengths.js';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { InboxMessageEntity } from '../persistence/exchange.entities.js';
import { Dispatches } from './dispatches.js';
import { REASON_LONGEST } from './read-message.js';

/** Sends a document back to its sender, status 02, before it has a line in the register. Its bytes stay with us. */
@Injectable()
export class ReturnMessage {
  constructor(
    private readonly clock: Clock,
    private readonly dispatches: Dispatches,
    private readonly journal: Journal,
  ) {}

  /**
   * @param message in the state from which it goes back
   * @param reason for the sender, in Vietnamese
   */
  async execute(
    tx: EntityManager,
    { id, state }: Pick<InboxMessageEntity, 'id' | 'state'>,
    reason: string,
  ): Promise<void> {
    const change = { state: 'refused' as const, reason: beginningOf(reason, REASON_LONGEST) };
    const claimed = await tx.update(InboxMessageEntity, { id, state }, { ...change, returnedAt: this.clock.now() });
    if (claimed.affected !== 1) return;
    await this.dispatches.status(tx, { id }, { status: '02', description: reason, key: '02' });
    await this.journal.record(tx, SYSTEM, { action: 'message.return', objectKind: 'inboxMessage', objectId: id });
  }
}
