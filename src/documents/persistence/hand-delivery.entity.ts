import { Check, Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { DELIVERY_WAYS, type DeliveryWay } from '../domain/delivery/hand-delivery.js';

/** A letter that a clerk sends by post, by e-mail or hands over, to the sender of a document whom no code of the exchange leads to. Rows are never deleted. */
@Entity('hand_delivery')
@Index('uq_hand_delivery_letter', ['outgoingDocumentId', 'incomingDocumentId'], { unique: true })
@Index('ix_hand_delivery_done', ['doneAt', 'owedSince'])
@Index('ix_hand_delivery_sent', ['sentOn', 'id'])
@Check('ck_hand_delivery_way', `"way" in (${DELIVERY_WAYS.map((way) => `'${way}'`).join(', ')})`)
export class HandDeliveryEntity {
  @KeyColumn({ text: 36 }, 'pk_hand_delivery')
  id!: string;

  @KindColumn({ text: 36 })
  outgoingDocumentId!: string;

  /** The document whose sender gets it. */
  @KindColumn({ text: 36 })
  incomingDocumentId!: string;

  /** As the incoming register names that sender: by the way taken, never by name. */
  @KindColumn({ text: 300 })
  receiver!: string;

  @KindColumn('instant')
  owedSince!: Date;

  /** Null while it has not left. */
  @KindColumn({ text: 20 }, { nullable: true })
  way!: DeliveryWay | null;

  @KindColumn('day', { nullable: true })
  sentOn!: CivilDate | null;

  /** Null for what left before they were counted: one. */
  @KindColumn('integer', { nullable: true })
  envelopes!: number | null;

  @KindColumn('day', { nullable: true })
  receivedOn!: CivilDate | null;

  @KindColumn({ text: 200 }, { nullable: true })
  note!: string | null;

  @KindColumn('instant', { nullable: true })
  doneAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  doneByName!: string | null;
}
