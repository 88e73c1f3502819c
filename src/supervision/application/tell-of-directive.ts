import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateWords } from '../../calendar/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { NoticeKind } from '../../notices/domain/notice.js';
import { Notices } from '../../notices/index.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { isOverdue } from '../domain/directive.js';
import { DIRECTED } from '../domain/policy.js';
import type { DirectiveEntity } from '../persistence/supervision.entities.js';

type Directive = Pick<DirectiveEntity, 'id' | 'unitId' | 'dueOn' | 'state' | 'issuedById'>;

interface News {
  /** Names the step among those of the directive. */
  readonly step: string;
  readonly kind: NoticeKind;
  readonly words: string;
}

/** Tells the people whom a step of a directive concerns; its subject is shown on its page alone. */
@Injectable()
export class TellOfDirective {
  constructor(
    private readonly notices: Notices,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
  ) {}

  async issued(tx: EntityManager, directive: Directive): Promise<void> {
    const words = `Đơn vị có chỉ đạo mới, trả lời chậm nhất ngày ${dateWords(directive.dueOn)}. Xem trang Chỉ đạo.`;
    await this.say(tx, directive, await this.ofUnit(directive), { step: 'issued', kind: 'news', words });
  }

  /** @param directive before the answer; its version tells one answer from the next */
  async answered(tx: EntityManager, directive: Directive & Pick<DirectiveEntity, 'version'>): Promise<void> {
    const words = `${await this.unitName(directive)} đã trả lời chỉ đạo. Xem trang Chỉ đạo để chấp nhận hoặc yêu cầu làm tiếp.`;
    const step = `answered:${directive.version}`;
    await this.say(tx, directive, [directive.issuedById], { step, kind: 'news', words });
  }

  /** @param dueOn by when the unit is to answer now */
  async givenBack(
    tx: EntityManager,
    directive: Directive & Pick<DirectiveEntity, 'version'>,
    dueOn: CivilDate,
  ): Promise<void> {
    const words = `Câu trả lời chỉ đạo chưa đạt; làm tiếp và trả lời chậm nhất ngày ${dateWords(dueOn)}. Xem trang Chỉ đạo.`;
    const step = `returned:${directive.version}`;
    await this.say(tx, directive, await this.ofUnit(directive), { step, kind: 'news', words });
  }

  async closed(tx: EntityManager, directive: Directive): Promise<void> {
    const words = 'Một chỉ đạo với đơn vị đã kết thúc. Xem trang Chỉ đạo.';
    await this.say(tx, directive, await this.ofUnit(directive), { step: 'closed', kind: 'news', words });
  }

  /** Its day has come or is over: the unit hears, and once it is over its issuer, too; each day once. */
  async due(tx: EntityManager, directive: Directive, today: CivilDate): Promise<void> {
    const isLate = isOverdue(directive, today);
    const people = [...(await this.ofUnit(directive)), ...(isLate ? [directive.issuedById] : [])];
    const words = isLate
      ? `${await this.unitName(directive)} chưa trả lời một chỉ đạo đã quá hạn ngày ${dateWords(directive.dueOn)}. Xem trang Chỉ đạo.`
      : `${await this.unitName(directive)} có chỉ đạo phải trả lời trong ngày ${dateWords(directive.dueOn)}. Xem trang Chỉ đạo.`;
    await this.say(tx, directive, people, { step: `due:${today}`, kind: isLate ? 'overdue' : 'reminder', words });
  }

  private say(
    tx: EntityManager,
    { id }: Directive,
    people: readonly string[],
    { step, kind, words }: News,
  ): Promise<void> {
    return this.notices.tellEach(tx, people, { key: `directive.${step}:${id}`, kind, words });
  }

  private async ofUnit({ unitId }: Directive): Promise<readonly string[]> {
    const people = await Promise.all(DIRECTED.map((role) => this.staff.peopleWith(role, unitId)));
    return people.flat().map(({ id }) => id);
  }

  private async unitName({ unitId }: Directive): Promise<string> {
    return (await this.names.units([unitId])).get(unitId) ?? '';
  }
}
