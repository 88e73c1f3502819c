import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { NotifyRegistry } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { skewOf, SKEW_TOLD_MS } from '../domain/comparison-window.js';
import { skewWords } from '../domain/reconciliation-words.js';
import { EOfficeClockEntity } from '../persistence/reconciliation.entities.js';
import { MessageTransport } from '../ports/message-transport.port.js';

const NAME = 'e-office';
const MAX_LENGTH = { product: 200, contractVersion: 40 };

/**
 * Asks the e-office what time it is, and tells clerks and administrators, once a day, when its clock and ours are more than a minute apart. Nothing is
 * counted by it: periods begin with the instants that messages bear, and end by our clock.
 */
@Injectable()
export class EOfficeClock {
  constructor(
    private readonly transport: MessageTransport,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  /** An e-office that does not say its time is not asked. @throws OutsideUnavailable · OutsideRefused */
  async checkIfOffered(): Promise<void> {
    if (!this.transport.abilities.has('serviceInfo')) return;
    const asked = this.clock.now();
    const { product, contractVersion, serverTime } = await this.transport.serviceInfo();
    const askedAt = this.clock.now();
    const skewMs = Math.round(skewOf(asked, askedAt, serverTime));
    await this.uow.run(async (tx) => {
      const said = {
        askedAt,
        skewMs,
        product: product.slice(0, MAX_LENGTH.product),
        contractVersion: contractVersion.slice(0, MAX_LENGTH.contractVersion),
      };
      const { affected } = await tx.update(EOfficeClockEntity, { name: NAME }, said);
      if (affected !== 1) await tx.insert(EOfficeClockEntity, { name: NAME, ...said });
      if (Math.abs(skewMs) <= SKEW_TOLD_MS) return;
      const words = `Đồng hồ của hệ thống quản lý văn bản ${skewWords(skewMs)} so với máy chủ. Hạn của phiếu không đổi; báo quản trị chỉnh lại giờ.`;
      const notice = { key: `exchange.clock:${civilDateOf(askedAt)}`, kind: 'news' as const, words };
      await this.notifyRegistry.notify(tx, notice, 'administrator');
    });
  }
}
