import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/telemetry/log.js';
import { WriteDigests } from '../application/write-digests.js';
import { Mailer } from '../ports/mailer.port.js';

/** Looks each minute whether the mails of the day are to be written; says once where no mail server is set. */
@Injectable()
export class DailyMail {
  private toldOfNoServer = false;

  constructor(
    private readonly writeDigests: WriteDigests,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    if (this.mailer.available) {
      const written = await this.writeDigests.write();
      if (written > 0) this.log.info('mail.written', { written });
      return;
    }
    if (!this.toldOfNoServer) this.log.info('mail.no-server', { setting: 'SMTP_URL' });
    this.toldOfNoServer = true;
  }
}
