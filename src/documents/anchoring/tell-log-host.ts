import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Payload, JobHandler } from '../../platform/outbox/outbox.js';
import { LogHost } from '../ports/log-host.port.js';
import { digestOf } from './keep-digest.js';

export const TELL_LOG_HOST = 'journal.tellLogHost';

/** Sends the digest of a day to the machine that keeps logs; told twice, it keeps the same message twice. */
@Injectable()
export class TellLogHost implements JobHandler {
  readonly kind = TELL_LOG_HOST;

  constructor(
    private readonly database: Database,
    private readonly logHost: LogHost,
  ) {}

  async handle({ day = '' }: Payload): Promise<void> {
    const signed = await digestOf(this.database, day);
    if (signed === null || !this.logHost.isOn) return;
    await this.logHost.send({ at: new Date(signed.at), about: 'digest', text: JSON.stringify(signed) });
  }
}
