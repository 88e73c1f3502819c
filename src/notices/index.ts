export { AccessAlertsModule } from './access-alerts.module.js';
export { DigestSources, type DigestSource } from './application/digest-sources.js';
export { Notices, type NoticeToTell } from './application/notices.js';
export { ReadNotices } from './application/read-notices.js';
export { TellRegistry } from './application/tell-registry.js';
export { DailyMail } from './jobs/daily-mail.js';
export { NoticesModule } from './notices.module.js';
export { COUNTED_UNREAD, NoticeQueries } from './persistence/notice-queries.js';
export type { MailDigestEntity, NoticeEntity } from './persistence/notices.entities.js';
