import { Check, Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';
import type { OutsideChannel } from './channels.js';
import type { Circuit } from './circuit.js';

/** The circuit of one channel to the outside, the same for all workers; one row each, made by the migration. */
@Entity('circuit')
@Check('ck_circuit_state', `"state" in ('closed', 'open', 'probing')`)
export class CircuitEntity implements Circuit {
  @KeyColumn({ text: 20 }, 'pk_circuit')
  channel!: OutsideChannel;

  @KindColumn({ text: 10 })
  state!: Circuit['state'];

  @KindColumn('integer')
  outages!: number;

  @KindColumn('instant', { nullable: true })
  failingSince!: Date | null;

  @KindColumn('integer')
  probes!: number;

  @KindColumn('instant', { nullable: true })
  nextProbeAt!: Date | null;

  /** What the last outage was, in Vietnamese. */
  @KindColumn({ text: 1000 }, { nullable: true })
  reason!: string | null;

  /** Raised by each change: two workers never build on the same state. */
  @KindColumn('integer')
  version!: number;
}
