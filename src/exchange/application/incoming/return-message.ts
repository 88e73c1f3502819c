import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { Journal } from '../../../journal/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { Clock } from '../../../kernel/clock.js';
import { whyReturned, type CheckedFile } from '../../domain/incoming-check.js';
import { AgencyQueries } from '../../persistence/agency-queries.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import type { DocumentMessage } from '../../ports/message.js';
import { Dispatches } from '../outgoing/dispatches.js';
import { REASON_LONGEST } from './read-message.js';
import { RedactHotlineSubject } from './redact-hotline-subject.js';

/** Sends a document back to its sender, status 02, before it has a line in the register. Its bytes stay with us. */
@Injectable()
export class ReturnMessage {
  constructor(
    private readonly clock: Clock,
    private readonly dispatches: Dispatches,
    private readonly journal: Journal,
    private readonly settings: Settings,
    private readonly agencies: AgencyQueries,
    private readonly redactHotlineSubject: RedactHotlineSubject,
  ) {}

  /** Why a document goes back before it has a line; null when it can be entered. Feedback of the hotline never does. */
  async why(message: DocumentMessage, files: readonly CheckedFile[]): Promise<string | null> {
    if (this.redactHotlineSubject.isByHotline(message)) return null;
    const { code } = this.settings.agency;
    return whyReturned(message.to, [code, ...(await this.agencies.codesOf(code))], files);
  }

  /**
   * @param message in the state from which it goes back
   * @param reason for the sender, in Vietnamese
   */
  async return(
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
