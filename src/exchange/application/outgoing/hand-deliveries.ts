import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { incomingWords } from '../../../documents/domain/arrival/arrival-number.js';
import { CITIZENS } from '../../../documents/domain/correspondent.js';
import { printedCode } from '../../../documents/domain/register.js';
import {
  HandDeliveryEntity,
  type IncomingDocumentEntity,
  type OutgoingDocumentEntity,
} from '../../../documents/index.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { NotifyRegistry } from '../../../notices/index.js';

type Letter = Pick<OutgoingDocumentEntity, 'id' | 'number' | 'notation'>;
type Answered = Pick<IncomingDocumentEntity, 'id' | 'senderCode' | 'senderName' | 'arrivalNumber'>;

/** Letters that clerks owe to people whom no code of the exchange leads to. */
@Injectable()
export class HandDeliveries {
  constructor(
    private readonly clock: Clock,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  /** From now on the registry owes the letter to the senders of these documents, and hears so; owed twice, it is owed once. */
  async owe(tx: EntityManager, letter: Letter, answered: readonly Answered[]): Promise<void> {
    const code = printedCode(letter.number, letter.notation);
    for (const document of answered) {
      const { id: incomingDocumentId, senderCode, senderName } = document;
      const one = { outgoingDocumentId: letter.id, incomingDocumentId };
      if (await tx.existsBy(HandDeliveryEntity, one)) continue;
      await tx.insert(HandDeliveryEntity, {
        ...one,
        id: newId(),
        receiver: `${senderName}, ${incomingWords(document)}`,
        owedSince: this.clock.now(),
        way: null,
        sentOn: null,
        envelopes: null,
        receivedOn: null,
        note: null,
        doneAt: null,
        doneByName: null,
      });
      await this.notifyRegistry.notify(tx, {
        key: `letter.byHand:${letter.id}:${incomingDocumentId}`,
        kind: 'news',
        words: `Văn bản số ${code} đã đóng dấu, chờ gửi cho ${senderCode === CITIZENS ? 'người phản ánh' : senderName} (${incomingWords(document)}); gửi xong, ghi cách gửi ở trang văn bản.`,
      });
    }
  }

  /** What nobody has sent yet is owed no longer: the letter goes to nobody. */
  async drop(tx: EntityManager, outgoingDocumentId: string): Promise<void> {
    await tx.delete(HandDeliveryEntity, { outgoingDocumentId, doneAt: IsNull() });
  }
}
