import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { isCivilDate } from '../../kernel/civil-date.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { digestFile, type SignedDigest } from '../domain/daily-digest.js';
import { JournalDigestEntity } from '../persistence/journal-digest.entity.js';
import { atAnchors } from './anchor-place.js';
import { KEEP_DIGEST } from '../jobs/jobs.js';

/** Writes the digest of a day beside the anchors; written once, for another try may have come so far. */
@Injectable()
export class KeepDigest implements JobHandler<typeof KEEP_DIGEST> {
  readonly job = KEEP_DIGEST;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  async handle({ day }: PayloadOf<typeof KEEP_DIGEST>): Promise<void> {
    const signed = await digestOf(this.database, day);
    if (signed === null) return;
    try {
      const text = `${JSON.stringify(signed, null, 2)}\n`;
      await atAnchors(this.settings, (place) => place.add(digestFile(day), text));
    } catch (error) {
      throw new OutsideUnavailable('Không ghi được bản tổng hợp nhật ký vào thư mục giữ mốc.', { cause: error });
    }
  }
}

/** The digest of a day; null when there is none. */
export async function digestOf(database: Database, day: string): Promise<SignedDigest | null> {
  if (!isCivilDate(day)) return null;
  return (await database.reader.manager.findOneBy(JournalDigestEntity, { day }))?.signed ?? null;
}
