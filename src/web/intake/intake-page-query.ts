import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { StaffDirectory } from '../../organisation/index.js';
import { TicketRules } from '../../tickets/index.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** Reads what the form of new feedback offers for choice. */
@Injectable()
export class IntakePageQuery {
  constructor(
    private readonly clock: Clock,
    private readonly rules: TicketRules,
    private readonly staff: StaffDirectory,
  ) {}

  async read(refused: RefusedAct | null) {
    const now = this.clock.now();
    const [policy, units] = await Promise.all([this.rules.policyAt(civilDateOf(now)), this.staff.handlingUnits()]);
    return { now, token: newId(), policy, units, refused };
  }
}

/** The data for the form of new feedback. */
export type IntakeReading = Awaited<ReturnType<IntakePageQuery['read']>>;
