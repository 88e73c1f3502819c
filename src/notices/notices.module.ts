import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { SubstitutionModule } from '../substitution/index.js';
import { ChooseNotices } from './application/choose-notices.js';
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

/** Who does which job. */
export const NOTICE_HANDLERS = {
  'notices.mail': SendDigest,
  'notices.directory': TellOfDirectory,
  'notices.substitution': TellOfSubstitution,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  Notices,
  StandingConditions,
  NotifyRegistry,
  ReadNotices,
  ChooseNotices,
  NoticeQueries,
  DigestSources,
  DailyMail,
];

@Module({
  imports: [CalendarModule, OrganisationModule, SubstitutionModule],
  providers: [...EXPORTED, WriteDigests, ...Object.values(NOTICE_HANDLERS)],
  exports: EXPORTED,
})
export class NoticesModule {}
