import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { LogHost } from '../ports/log-host.port.js';
import { digestOf } from './keep-digest.js';
import { TELL_LOG_HOST } from '../jobs/jobs.js';

/** Sends the digest of a day to the machine that keeps logs; told twice, it keeps the same message twice. */
@Injectable()
export class TellLogHost implements JobHandler<typeof TELL_LOG_HOST> {
  readonly job = TELL_LOG_HOST;

  constructor(
    private readonly database: Database,
    private readonly logHost: LogHost,
  ) {}

  async handle({ day }: PayloadOf<typeof TELL_LOG_HOST>): Promise<void> {
    const signed = await digestOf(this.database, day);
    if (signed === null || !this.logHost.isOn) return;
    await this.logHost.send({ at: new Date(signed.at), about: 'digest', text: JSON.stringify(signed) });
  }
}
