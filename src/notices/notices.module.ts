import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { SubstitutionModule } from '../substitution/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { DigestSources } from './application/digest-sources.js';
import { Notices } from './application/notices.js';
import { ReadNotices } from './application/read-notices.js';
import { SendDigest } from './application/send-digest.js';
import { StandingConditions } from './application/standing-conditions.js';
import { TellOfDirectory } from './application/tell-of-directory.js';
import { TellOfSubstitution } from './application/tell-of-substitution.js';
import { NotifyRegistry } from './application/notify-registry.js';
import { WriteDigests } from './application/write-digests.js';
import { DailyMail } from './jobs/daily-mail.js';
import { NoticeQueries } from './persistence/notice-queries.js';

@Module({
  imports: [CalendarModule, OrganisationModule, SubstitutionModule],
  providers: [
    Notices,
    StandingConditions,
    NotifyRegistry,
    ReadNotices,
    NoticeQueries,
    DigestSources,
    WriteDigests,
    SendDigest,
    TellOfDirectory,
    TellOfSubstitution,
    DailyMail,
  ],
  exports: [Notices, StandingConditions, NotifyRegistry, ReadNotices, NoticeQueries, DigestSources, DailyMail],
})
export class NoticesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly sendDigest: SendDigest,
    private readonly tellOfDirectory: TellOfDirectory,
    private readonly tellOfSubstitution: TellOfSubstitution,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.sendDigest, this.tellOfDirectory, this.tellOfSubstitution);
  }
}
