import { Injectable } from '@nestjs/common';
import { isBeforeClosing } from '../../calendar/domain/working-calendar.js';
import { Calendars } from '../../calendar/index.js';
import { Settings } from '../../config/settings.js';
import { type CivilDate, civilDateOf, minuteOfDay } from '../../kernel/civil-date.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { digestLetter, hasWords, partInPlace } from '../domain/digest.js';
import type { MailLetter, MailPart } from '../domain/mail-letter.js';
import { StandIns } from '../../substitution/index.js';
import { NoticeQueries, type DigestReader } from '../persistence/notice-queries.js';
import { MailDigestEntity } from '../persistence/notices.entities.js';
import { Mailer } from '../ports/mailer.port.js';
import { DigestSources } from './digest-sources.js';
import { SEND_DIGEST } from '../jobs/jobs.js';

const NOTHING: MailLetter = { subject: '', text: '', html: '' };

/**
 * Writes each person's mail of the day, once, and enqueues the job that sends it: on working days, from the set minute until the office closes. Late is
 * better than not at all, but nobody is written to in the evening.
 */
@Injectable()
export class WriteDigests {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly calendars: Calendars,
    private readonly queries: NoticeQueries,
    private readonly sources: DigestSources,
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
    private readonly standIns: StandIns,
  ) {}

  /** @returns how many people were written to @throws DomainError `deadline-calendar-missing` */
  async write(): Promise<number> {
    const now = this.clock.now();
    const day = civilDateOf(now);
    if (!this.mailer.available || !(await this.isTime(now))) return 0;
    let written = 0;
    for (const reader of await this.queries.readersWithoutDigest(day)) {
      if (await this.writeFor(reader, day, now)) written += 1;
    }
    return written;
  }

  private async isTime(now: Date): Promise<boolean> {
    if (minuteOfDay(now) < this.settings.mail.digestMinute) return false;
    return isBeforeClosing(now, await this.calendars.current());
  }

  /** What waits for a person, and for those in whose place this one acts. */
  private async partsFor(actor: Actor, now: Date): Promise<readonly MailPart[]> {
    const parts = [...(await this.sources.partsFor(actor, now))];
    for (const { actor: inPlace, principal } of await this.standIns.of(actor)) {
      const found = await this.sources.partsFor(inPlace, now);
      parts.push(...found.map((part) => partInPlace(part, principal.fullName)));
    }
    return parts;
  }

  private async writeFor({ actor, address }: DigestReader, day: CivilDate, now: Date): Promise<boolean> {
    const [parts, unread] = await Promise.all([this.partsFor(actor, now), this.queries.unread(actor.id)]);
    const full = hasWords({ parts, unread });
    const appUrl = this.settings.http.publicUrl.replace(/\/$/u, '');
    const letter = full ? digestLetter({ day, reader: actor.name, appUrl, parts, unread }) : NOTHING;
    return this.uow.run(async (tx) => {
      if (await tx.existsBy(MailDigestEntity, { staffId: actor.id, day })) return false;
      await tx.insert(MailDigestEntity, {
        ...letter,
        staffId: actor.id,
        day,
        address: full ? address : null,
        state: full ? 'waiting' : 'empty',
        reason: null,
        writtenAt: now,
        endedAt: full ? null : now,
      });
      if (!full) return false;
      await this.outbox.enqueue(tx, SEND_DIGEST.of({ staffId: actor.id, day }));
      return true;
    });
  }
}
