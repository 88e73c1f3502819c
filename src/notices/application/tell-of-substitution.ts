import { Injectable } from '@nestjs/common';
import { civilDateOf, isoInVietnam } from '../../kernel/civil-date.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { hasRole } from '../../kernel/actor.js';
import { StaffDirectory } from '../../organisation/index.js';
import { SubstitutionEntity } from '../../substitution/index.js';
import { Notices } from './notices.js';
import { TELL_OF_SUBSTITUTION } from '../../substitution/index.js';

const WHERE = 'Xem ở trang Xử lý thay (/lam-thay).';

/** Tells both people that one acts for the other, those who may agree where nobody has, and that it was ended before its time. */
@Injectable()
export class TellOfSubstitution implements JobHandler<typeof TELL_OF_SUBSTITUTION> {
  readonly job = TELL_OF_SUBSTITUTION;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly staff: StaffDirectory,
  ) {}

  async handle({ substitution: id, what }: PayloadOf<typeof TELL_OF_SUBSTITUTION>): Promise<void> {
    const found = await this.database.reader.manager.findOneBy(SubstitutionEntity, { id });
    if (found === null) return;
    const notice = { key: `substitution:${id}:${what}`, kind: 'news' as const, words: wordsOf(found) };
    const people = [found.principalId, found.substituteId, ...(isWaiting(found) ? await this.superiorsOf(found) : [])];
    await this.uow.run((tx) => this.notices.tellEach(tx, [...new Set(people)], notice));
  }

  /** Who may agree besides the principal: the heads of the unit; leaders where there is none besides these two. */
  private async superiorsOf({ principalId, substituteId }: SubstitutionEntity): Promise<readonly string[]> {
    const people = await this.staff.people();
    const unitId = people.find(({ id }) => id === principalId)?.actor.unitId ?? null;
    const others = people.filter(({ id }) => id !== principalId && id !== substituteId);
    const heads = others.filter(
      ({ actor }) => unitId !== null && actor.unitId === unitId && hasRole(actor, 'unitHead'),
    );
    const found = heads.length > 0 ? heads : others.filter(({ actor }) => hasRole(actor, 'leader'));
    return found.map(({ id }) => id);
  }
}

function isWaiting({ agreedAt, endedAt }: SubstitutionEntity): boolean {
  return agreedAt === null && endedAt === null;
}

function wordsOf(found: SubstitutionEntity): string {
  const { principalName, substituteName, validFrom, validTo, createdByName, endedAt, endedByName } = found;
  const who = `${substituteName} xử lý thay ${principalName}`;
  if (endedAt !== null) return `Việc ${who} đã chấm dứt (${endedByName ?? ''}). ${WHERE}`;
  const period = `từ ${momentOf(validFrom)} đến ${momentOf(validTo)} (${createdByName} giao)`;
  if (isWaiting(found))
    return `Chờ đồng ý: ${who} ${period}. Chưa có hiệu lực cho tới khi người vắng hoặc cấp trên đồng ý. ${WHERE}`;
  return `${who} ${period}. ${WHERE}`;
}

/** `08:00 ngày 20/07/2026` */
function momentOf(instant: Date): string {
  const [year, month, day] = civilDateOf(instant).split('-');
  return `${isoInVietnam(instant).slice(11, 16)} ngày ${day ?? ''}/${month ?? ''}/${year ?? ''}`;
}
