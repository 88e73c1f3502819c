import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { TicketRules } from '../../tickets/index.js';

/** What the hotline may report: a category of the policy in force. */
export interface HotlineService {
  readonly code: string;
  readonly name: string;
}

/** The services that the door offers: the department's categories, under the names of the policy of today. */
@Injectable()
export class HotlineServices {
  constructor(
    private readonly clock: Clock,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `policy-missing` */
  async all(): Promise<readonly HotlineService[]> {
    const { categories } = await this.rules.policyAt(civilDateOf(this.clock.now()));
    return Object.entries(categories).map(([code, { name }]) => ({ code, name }));
  }
}
