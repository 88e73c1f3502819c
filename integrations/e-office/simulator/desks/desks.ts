import type { Office } from '../office.js';
import { HotlineDesk } from './hotline-desk.js';
import { LeaderDesk } from './leader-desk.js';
import { RecallDesk } from './recall-desk.js';
import type { Switchboard } from '../misbehaviour/switchboard.js';
import type { Pens } from './pens.js';
import { RegistryDesk } from './registry-desk.js';

/** The places where people act, and the office that they share. */
export interface Desks {
  readonly office: Office;
  readonly pens: Pens;
  /** What is to go wrong at them. */
  readonly board: Switchboard;
  readonly leader: LeaderDesk;
  readonly registry: RegistryDesk;
  readonly hotline: HotlineDesk;
  readonly recalls: RecallDesk;
}

export function setUpDesks(office: Office, pens: Pens, board: Switchboard): Desks {
  const recalls = new RecallDesk(office);
  return {
    office,
    pens,
    board,
    leader: new LeaderDesk(office, pens),
    registry: new RegistryDesk(office, pens),
    hotline: new HotlineDesk(office, recalls),
    recalls,
  };
}
