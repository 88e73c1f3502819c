import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { safetyChecks } from '../domain/safety-checks.js';
import type { SafetyCheck } from '../domain/safety-rule.js';
import { readSafetyFacts } from './read-safety-facts.js';

/** What is on, what is weak, and how to correct it, as of now. */
@Injectable()
export class ReviewSafety {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async review(): Promise<readonly SafetyCheck[]> {
    return safetyChecks(await readSafetyFacts(this.settings, this.database, this.clock.now()));
  }
}
