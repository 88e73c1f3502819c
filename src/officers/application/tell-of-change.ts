import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { Notices } from '../../notices/index.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import type { HandedTicket } from '../domain/officer-change.js';
import { OFFICER_EDITORS } from '../domain/policy.js';
import type { OfficerChangeEntity } from '../persistence/officers.entities.js';

type Change = Pick<OfficerChangeEntity, 'id' | 'unitId' | 'leavingId' | 'takingId' | 'validFrom'>;

/** Tells everybody whom a change concerns: both officers, the heads of their unit, the Office. Each hears each step once. */
@Injectable()
export class TellOfChange {
  constructor(
    private readonly notices: Notices,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
  ) {}

  async foreseen(tx: EntityManager, change: Change): Promise<void> {
    const { unit, who } = await this.wordsOf(change);
    await this.say(tx, change, 'foreseen', `${unit}: từ ngày ${dayWords(change.validFrom)}, ${who}.`);
  }

  async done(tx: EntityManager, change: Change, handed: readonly HandedTicket[]): Promise<void> {
    const { unit, who } = await this.wordsOf(change);
    await this.say(tx, change, 'done', `${unit}: ${who}. Đã bàn giao ${handed.length} phiếu; thời hạn không đổi.`);
    for (const [staffId, count] of countedBy(handed)) {
      await this.notices.tell(tx, {
        key: `officer.handed:${change.id}:${staffId}`,
        staffId,
        kind: 'news',
        words: `Nhận bàn giao ${count} phiếu của ${unit}. Xem ở Việc của tôi; thời hạn trả lời không đổi.`,
      });
    }
  }

  async withdrawn(tx: EntityManager, change: Change): Promise<void> {
    const { unit } = await this.wordsOf(change);
    const day = dayWords(change.validFrom);
    await this.say(tx, change, 'withdrawn', `${unit}: bỏ lần thay đổi cán bộ đầu mối dự kiến từ ngày ${day}.`);
  }

  /** @param stayed codes of the tickets that did not go back */
  async reversed(tx: EntityManager, change: Change, stayed: readonly string[]): Promise<void> {
    const { unit } = await this.wordsOf(change);
    const rest = stayed.length === 0 ? '' : ` Không hoàn tác vì đã có người xử lý: ${stayed.join(', ')}.`;
    await this.say(tx, change, 'reversed', `${unit}: đã hoàn tác thay đổi cán bộ đầu mối.${rest}`);
  }

  /** The Office alone: it plans the change again. */
  async failed(tx: EntityManager, change: Change, problem: string): Promise<void> {
    const { unit } = await this.wordsOf(change);
    await this.notices.tellEach(tx, await this.office(), {
      key: `officer.failed:${change.id}`,
      kind: 'reminder',
      words: `${unit}: chưa thay đổi được cán bộ đầu mối vào ngày đã định. ${problem}`,
    });
  }

  private async say(tx: EntityManager, change: Change, step: string, words: string): Promise<void> {
    const { id, unitId, leavingId, takingId } = change;
    const [heads, office] = await Promise.all([this.staff.peopleWith('unitHead', unitId), this.office()]);
    const people = [takingId, ...(leavingId === null ? [] : [leavingId]), ...heads.map((head) => head.id), ...office];
    await this.notices.tellEach(tx, people, { key: `officer.${step}:${id}`, kind: 'news', words });
  }

  private async office(): Promise<readonly string[]> {
    const people = await Promise.all(OFFICER_EDITORS.map((role) => this.staff.peopleWith(role)));
    return people.flat().map(({ id }) => id);
  }

  private async wordsOf({ unitId, leavingId, takingId }: Change): Promise<{ unit: string; who: string }> {
    const [units, people] = await Promise.all([this.names.units([unitId]), this.names.people([leavingId, takingId])]);
    const titleOf = (id: string | null): string => {
      const person = people.get(id ?? '');
      return person === undefined ? '' : `${person.honorific} ${person.fullName}`;
    };
    const before = leavingId === null ? '' : ` thay ${titleOf(leavingId)}`;
    return { unit: units.get(unitId) ?? '', who: `${titleOf(takingId)} là cán bộ đầu mối${before}` };
  }
}

function countedBy(handed: readonly HandedTicket[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { toOfficerId } of handed) counts.set(toOfficerId, (counts.get(toOfficerId) ?? 0) + 1);
  return counts;
}

function dayWords(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}
