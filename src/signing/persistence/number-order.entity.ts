import { Check, Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { NUMBER_PROBLEM_LENGTH } from '../../documents/domain/given-number.js';
import { NUMBER_ORDER_STATES, type NumberOrderState } from '../domain/number-order.js';

/** That the e-office was asked to number a letter, and what stands against its answer. The number itself stands in the register. */
@Entity('number_order')
@Check('ck_number_order_state', `"state" in (${NUMBER_ORDER_STATES.map((state) => `'${state}'`).join(', ')})`)
export class NumberOrderEntity {
  @KeyColumn({ text: 36 }, 'pk_number_order')
  requestId!: string;

  @KindColumn({ text: 20 })
  state!: NumberOrderState;

  @KindColumn({ text: 36 })
  askedById!: string;

  @KindColumn({ text: 100 })
  askedByName!: string;

  /** When it was last asked, and how often. */
  @KindColumn('instant')
  askedAt!: Date;

  @KindColumn('integer')
  times!: number;

  /** Why it stopped, for people. */
  @KindColumn({ text: NUMBER_PROBLEM_LENGTH }, { nullable: true })
  problem!: string | null;

  @KindColumn('instant', { nullable: true })
  stoppedAt!: Date | null;
}
