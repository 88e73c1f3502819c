import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { RateAnswer, ticketOfHotline, WithdrawTicket } from '../../tickets/index.js';
import { judgeWebhook, type WebhookHead } from '../domain/standard-webhook.js';
import type { HotlineMessage } from '../domain/read-message.js';
import { WebhookEndpointEntity } from '../persistence/hotline.entities.js';
import { HotlineInbox, type HotlineCall, type Receipt } from './hotline-inbox.js';
import { ReceiveReport } from './receive-report.js';
import { ReceiveUpdate } from './receive-update.js';
import { WebhookSecrets } from './webhook-secrets.js';

/** A message as received. */
export interface CameWebhook {
  readonly head: WebhookHead;
  readonly raw: Buffer;
}

/** Takes what the hotline tells by webhook, once it has shown that it is the hotline and that it is now. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: WebhookSecrets,
    private readonly inbox: HotlineInbox,
    private readonly receiveReport: ReceiveReport,
    private readonly receiveUpdate: ReceiveUpdate,
    private readonly withdrawTicket: WithdrawTicket,
    private readonly rateAnswer: RateAnswer,
  ) {}

  /**
   * @throws DomainError `webhook-forged`, `webhook-out-of-window`: nothing is kept of those
   */
  async require({ head, raw }: CameWebhook): Promise<HotlineCall> {
    const now = this.clock.now();
    const callers = await this.database.reader.manager.findBy(WebhookEndpointEntity, {
      direction: 'in' as const,
      disabledAt: IsNull(),
    });
    for (const caller of callers) {
      const verdict = judgeWebhook([await this.secrets.keyOf(caller)], head, { body: raw, now });
      if (verdict === 'genuine') return { door: 'webhook', sourceId: caller.id, onceId: head.id, raw };
      if (verdict === 'outOfWindow') throw new DomainError('webhook-out-of-window', { field: 'webhook-timestamp' });
    }
    throw new DomainError('webhook-forged', { field: 'webhook-signature' });
  }

  /**
   * Once for each id; sent again within the window, it is answered again and not done again.
   *
   * @throws DomainError as the act that it tells of
   */
  receive(call: HotlineCall, message: HotlineMessage): Promise<Receipt> {
    if (message.type === 'request.created') return this.receiveReport.receive(SYSTEM, call, message.fields);
    if (message.type === 'request.updated') return this.receiveUpdate.receive(call, message.about, message.words);
    return this.inbox.receive(call, async (tx) => {
      const { id, code, hotlineCode } = await ticketOfHotline(tx, message.about);
      if (message.type === 'request.withdrawn') await this.withdrawTicket.withdraw(SYSTEM, id, message.reason);
      else await this.rateAnswer.rate(SYSTEM, id, { stars: message.stars, comment: message.comment });
      return { ticketId: id, ticketCode: code, hotlineCode, saidHash: null, outcome: 'taken' };
    });
  }
}
