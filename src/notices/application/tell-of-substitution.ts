import { Injectable } from '@nestjs/common';
import { civilDateOf, isoInVietnam } from '../../kernel/civil-date.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { SubstitutionEntity } from '../../substitution/index.js';
import { Notices } from './notices.js';

const WHERE = 'Xem ở trang Làm thay (/lam-thay).';

/** Tells both people that one acts for the other, and that it was ended before its time. */
@Injectable()
export class TellOfSubstitution implements PromiseKeeper {
  readonly kind = 'notices.substitution';

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  async keep({ substitution: id = '', what = '' }: Payload): Promise<void> {
    const found = await this.database.reader.manager.findOneBy(SubstitutionEntity, { id });
    if (found === null) return;
    const notice = { key: `substitution:${id}:${what}`, kind: 'news' as const, words: wordsOf(found) };
    await this.uow.run((tx) => this.notices.tellEach(tx, [found.principalId, found.substituteId], notice));
  }
}

function wordsOf(found: SubstitutionEntity): string {
  const { principalName, substituteName, validFrom, validTo, createdByName, endedAt, endedByName } = found;
  const who = `${substituteName} làm thay ${principalName}`;
  if (endedAt !== null) return `Việc ${who} đã chấm dứt (${endedByName ?? ''}). ${WHERE}`;
  return `${who} từ ${momentOf(validFrom)} đến ${momentOf(validTo)} (${createdByName} giao). ${WHERE}`;
}

/** `08:00 ngày 20/07/2026` */
function momentOf(instant: Date): string {
  const [year, month, day] = civilDateOf(instant).split('-');
  return `${isoInVietnam(instant).slice(11, 16)} ngày ${day ?? ''}/${month ?? ''}/${year ?? ''}`;
}
