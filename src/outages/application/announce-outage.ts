import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Calendars } from '../../calendar/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { requireText } from '../../tickets/domain/required-text.js';
import {
  AFFECTED_LENGTHS,
  isAnnouncedInTime,
  REASON_LENGTHS,
  requireNotice,
  requireOutageKeeper,
  requireSpan,
  SUMMARY_LENGTHS,
} from '../domain/outage.js';
import { OutageEntity } from '../persistence/outage.entity.js';
import { CurrentOutages } from './current-outages.js';
import { MAKE_ANNOUNCEMENT } from '../jobs/jobs.js';

export interface OutageDraft {
  readonly summary: string;
  readonly affected: string;
  readonly reason: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Empty where it is announced early enough. */
  readonly urgentReason: string;
}

/** Announces that the service will not be there for a while, early enough or with the reason why not, and takes that back. */
@Injectable()
export class AnnounceOutage {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly current: CurrentOutages,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `forbidden`, `input-invalid`, `deadline-calendar-missing` */
  async announce(actor: Actor, { startsAt, endsAt, ...given }: OutageDraft): Promise<void> {
    requireOutageKeeper(actor);
    const now = this.clock.now();
    requireSpan({ startsAt, endsAt }, now);
    const outage = {
      id: newId(),
      startsAt,
      endsAt,
      summary: requireText('summary', given.summary, SUMMARY_LENGTHS),
      affected: requireText('affected', given.affected, AFFECTED_LENGTHS),
      reason: requireText('reason', given.reason, REASON_LENGTHS),
      urgentReason: await this.urgentReasonOf(given.urgentReason, now, startsAt),
      announcedAt: now,
      announcedById: actor.id,
      announcedByName: actor.name,
      cancelledAt: null,
      cancelledByName: null,
      letterSha256: null,
      letterProblem: null,
    };
    await this.uow.run(async (tx) => {
      await tx.insert(OutageEntity, outage);
      const { id } = outage;
      await this.outbox.enqueue(tx, MAKE_ANNOUNCEMENT.of({ outageId: id }));
      await this.journal.record(tx, actor, {
        action: 'outage.announce',
        objectKind: 'outage',
        objectId: id,
        detail: {
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          inTime: outage.urgentReason === null,
        },
      });
    });
    this.current.forget();
  }

  /** What is not over will not happen, or ends now. @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` */
  async cancel(actor: Actor, id: string): Promise<void> {
    requireOutageKeeper(actor);
    const cancelledAt = this.clock.now();
    await this.uow.run(async (tx) => {
      if (!(await tx.existsBy(OutageEntity, { id }))) throw new DomainError('not-found', { what: 'outage' });
      const open = { id, cancelledAt: IsNull(), endsAt: MoreThan(cancelledAt) };
      const { affected } = await tx.update(OutageEntity, open, { cancelledAt, cancelledByName: actor.name });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'outage' });
      await this.journal.record(tx, actor, { action: 'outage.cancel', objectKind: 'outage', objectId: id });
    });
    this.current.forget();
  }

  /** Null where it is announced early enough, whatever was typed. */
  private async urgentReasonOf(typed: string, now: Date, startsAt: Date): Promise<string | null> {
    const calendar = await this.calendars.current();
    if (isAnnouncedInTime(now, startsAt, calendar)) return null;
    if (typed.trim() === '') requireNotice(now, startsAt, calendar);
    return requireText('urgentReason', typed, REASON_LENGTHS);
  }
}
