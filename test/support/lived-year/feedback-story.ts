import { readFile } from 'node:fs/promises';
import type { Level } from '../../../src/law/index.js';
import type { Actor } from '../../../src/kernel/actor.js';
import { DAY_MS } from '../../../src/kernel/civil-date.js';
import { PetitionQueries } from '../../../src/petitions/index.js';
import { Database } from '../../../src/platform/database/database.js';
import {
  AcceptTicket,
  ApproveAnswer,
  AssignTicket,
  ClassifyTicket,
  DeclineAssignment,
  KeepEvidence,
  MergeTicket,
  ProposeDirectAnswer,
  RateAnswer,
  RejectTicket,
  ReopenTicket,
  ReturnTicket,
  WithdrawTicket,
  WorkOnTicket,
} from '../../../src/tickets/index.js';
import { TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import { TicketQueries } from '../../../src/tickets/persistence/ticket-queries.js';
import type { Nature } from '../../../src/tickets/domain/ticket-state.js';
import type { Dice } from '../dice.js';
import { channel, citizen } from './citizens.js';
import { petitionStory } from './desk-stories.js';
import { letterStory, writtenAgain } from './letter-story.js';
import type { LivedOffice } from './lived-office.js';
import { COMMENTS, NEWS, REJECTIONS } from './words.js';
import { otherOffice, type Desk } from './desks.js';
import { isByLetter, type Plan } from './plan.js';
import { askedCitizen, askedUnit, extended, published, type Life } from './side-stories.js';
import type { Story, Wait } from './stories.js';
import type { Telling } from './telling.js';

const HOUR = 60;
const AS_PETITION = 'Đã vào sổ tiếp nhận đơn.';
/** How long the unit works at a matter of a level, against a long one. */
const PACE: Readonly<Record<Level, number>> = { urgent: 0.1, simple: 0.4, normal: 0.8, complex: 1.3, multiAgency: 1.3 };
const PICTURE = new URL(
  '../../../integrations/e-office/simulator/pages/sample-files/thoi-khoa-bieu.png',
  import.meta.url,
);

/** One citizen's feedback, from the hotline's desk to what becomes of it. */
export class Feedback implements Life {
  private constructor(
    private readonly telling: Telling,
    readonly plan: Plan,
  ) {}

  static story(telling: Telling, plan: Plan): Story {
    return new Feedback(telling, plan).story();
  }

  get desk(): Desk {
    return this.plan.desk;
  }

  get office(): LivedOffice {
    return this.telling.office;
  }

  get dice(): Dice {
    return this.telling.dice;
  }

  private async *story(): Story {
    const { fate, stop } = this.plan;
    const id = await this.arrive();
    if (stop === 'received') return;
    yield this.atDesk(10, 90);
    const clerk = await this.office.as('vanthu');
    if (stop !== undefined || this.dice.chance(0.7)) {
      await this.office.get(AcceptTicket).accept(clerk, id);
      if (stop === 'accepted') return;
      yield this.atDesk(5, 60);
    }
    if (fate === 'complaint' || fate === 'denunciation') {
      await this.judge(clerk, id, fate);
      const petition = await this.office.get(PetitionQueries).ofTicket(id);
      yield this.atDesk(10, 60);
      await this.office.get(ReturnTicket).return(clerk, id, { agency: 'Sở Giáo dục và Đào tạo', text: AS_PETITION });
      if (petition !== null) yield* petitionStory(this.telling, petition.id);
      return;
    }
    await this.judge(clerk, id, 'feedback');
    if (stop === 'classified') return;
    yield this.atDesk(5, 45);
    if (await this.endedAtTheDesk(clerk, id)) return;
    yield* this.toUnit(clerk, id);
    if (fate === 'withdrawn') {
      yield this.wait(2 * HOUR, 6 * HOUR);
      await this.office.get(WithdrawTicket).withdraw(clerk, id, 'Người phản ánh báo nhà trường đã giải quyết xong.');
      return;
    }
    yield* this.handled(id);
    if (stop === 'waitingCoordination' || stop === 'waitingCitizenInfo') return;
    if (isByLetter(fate)) {
      const written = { ticketId: id, ...this.desk, stop };
      yield* letterStory(this.telling, written);
      if (stop !== undefined) return;
      if (fate === 'recalled') yield* writtenAgain(this.telling, written);
    } else yield* this.answered(id);
    yield* this.afterwards(id);
  }

  private async arrive(): Promise<string> {
    const { matter } = this.plan;
    const { hotlineCode } = (await this.office.atEOffice('/api/feedback', {
      ...{ kind: matter.kind, channel: channel(this.dice), category: matter.named, place: this.desk.place },
      ...{ subject: this.desk.fill(matter.subject), text: this.desk.fill(matter.text), sender: citizen(this.dice) },
      sampleFiles: this.dice.chance(0.04) ? ['giay-bao-thu.png'] : [],
    })) as { readonly hotlineCode: string };
    await this.office.fetch();
    const found = await this.office.get(TicketQueries).byHotlineCode(hotlineCode);
    if (!found) throw new Error(`No ticket grew from ${hotlineCode}.`);
    return found.id;
  }

  private judge(clerk: Actor, id: string, nature: Nature): Promise<void> {
    const { category, level, kind } = this.plan.matter;
    return this.office
      .get(ClassifyTicket)
      .classify(clerk, id, { level, category, nature, kind, complainedUnitId: null });
  }

  private async endedAtTheDesk(clerk: Actor, ticketId: string): Promise<boolean> {
    const { fate } = this.plan;
    if (fate !== 'returned' && fate !== 'rejected' && fate !== 'merged') return false;
    switch (fate) {
      case 'returned':
        await this.office.get(ReturnTicket).return(clerk, ticketId, {
          agency: this.plan.matter.agency ?? '',
          text: 'Nội dung thuộc thẩm quyền của cơ quan nhận chuyển, không thuộc lĩnh vực Sở quản lý.',
        });
        return true;
      case 'rejected':
        await this.office.get(RejectTicket).reject(clerk, ticketId, this.dice.oneOf(REJECTIONS));
        return true;
      case 'merged': {
        const into = await this.sameMatter(ticketId);
        if (into === null) return false;
        const reason = 'Cùng một sự việc tại cùng một trường.';
        await this.office.get(MergeTicket).merge(clerk, { ticketId, into, reason });
        return true;
      }
    }
  }

  /** The code of the open ticket of the same matter that ends no later; null where none is. */
  private async sameMatter(ticketId: string): Promise<string | null> {
    const rows = this.office.get(Database).reader.manager;
    const own = await this.ticket(ticketId);
    const open = await rows.findBy(TicketEntity, { open: true, place: own.place, subject: own.subject });
    const [other] = open.filter(
      ({ id, state, legalEndAt }) =>
        id !== ticketId && ['assigned', 'verifying', 'processing'].includes(state) && legalEndAt <= own.legalEndAt,
    );
    return other?.code ?? null;
  }

  private async *toUnit(clerk: Actor, ticketId: string): Story {
    if (this.dice.chance(0.02)) yield* this.declined(clerk, ticketId);
    const officer = await this.office.person(this.desk.officer);
    await this.office.get(AssignTicket).assign(clerk, { ticketId, unitId: officer.unitId, officerId: officer.id });
    yield this.wait(HOUR / 2, 3 * HOUR);
    await this.office.get(WorkOnTicket).accept(officer.actor, ticketId);
  }

  /** It went to a unit whose matter it is not. */
  private async *declined(clerk: Actor, ticketId: string): Story {
    const other = otherOffice(this.desk);
    const officer = await this.office.person(other.officer);
    await this.office.get(AssignTicket).assign(clerk, { ticketId, unitId: officer.unitId, officerId: officer.id });
    // Whoever takes longer may not decline any more.
    yield this.atDesk(8, 25);
    const why = 'Sự việc không thuộc phần việc của đơn vị, đề nghị giao lại.';
    await this.office.get(DeclineAssignment).decline(await this.office.as(other.head), ticketId, why);
    yield this.wait(HOUR / 2, 2 * HOUR);
  }

  /** From taking it to knowing what to answer. */
  private async *handled(id: string): Story {
    const officer = await this.office.as(this.desk.officer);
    const note = (field: keyof typeof NEWS): Promise<string> =>
      this.office
        .get(WorkOnTicket)
        .note(officer, id, { field, audience: 'hotline', text: this.dice.oneOf(NEWS[field]) });
    yield this.wait(2 * HOUR, 8 * HOUR);
    await note('progress');
    if (this.plan.slowness > 1 && this.dice.chance(0.5)) yield* extended(this, officer, id);
    const { stop } = this.plan;
    if (stop === 'waitingCoordination' || (stop === undefined && this.dice.chance(0.06)))
      yield* askedUnit(this, officer, id);
    else if (stop === 'waitingCitizenInfo' || (stop === undefined && this.dice.chance(0.04)))
      yield* askedCitizen(this, officer, id);
    if (stop !== undefined) return;
    yield this.wait(4 * HOUR, 14 * HOUR);
    // What is soon answered needs no word of what is being done.
    if (this.plan.matter.level === 'simple' && this.dice.chance(0.6)) return;
    await note('measure');
    yield this.wait(2 * HOUR, 10 * HOUR);
  }

  private async *answered(id: string): Story {
    const [officer, head] = [await this.office.as(this.desk.officer), await this.office.as(this.desk.head)];
    if (this.dice.chance(0.5)) {
      const content = Buffer.concat([await readFile(PICTURE)]);
      await this.office.get(KeepEvidence).add(officer, id, [{ name: 'anh-kiem-tra.png', content }]);
    }
    const proposed = {
      text: this.desk.fill(this.plan.matter.answer),
      noEvidenceReason: 'Kết quả xác minh qua đối chiếu sổ sách tại trường; hồ sơ lưu tại nhà trường.',
    };
    let answerId = await this.office.get(ProposeDirectAnswer).propose(officer, id, proposed);
    yield this.wait(HOUR, 4 * HOUR);
    if (this.dice.chance(0.05)) {
      const reason = 'Nêu rõ thời hạn nhà trường khắc phục.';
      await this.office.get(ApproveAnswer).giveBack(head, id, { answerId, reason });
      yield this.wait(HOUR, 4 * HOUR);
      answerId = await this.office.get(ProposeDirectAnswer).propose(officer, id, proposed);
      yield this.wait(HOUR, 3 * HOUR);
    }
    await this.office.get(ApproveAnswer).approve(head, id, answerId);
  }

  /** What the citizen says of the answer, and what everybody may read of it. */
  private async *afterwards(id: string): Story {
    yield { at: new Date(this.office.clock.now().getTime() + this.dice.between(3, 40) * (DAY_MS / 24)) };
    if (this.dice.chance(0.32)) {
      const good = this.dice.chance(this.plan.slowness > 1 ? 0.45 : 0.9);
      const rating = {
        stars: good ? this.dice.between(4, 5) : this.dice.between(1, 3),
        comment: this.dice.oneOf(good ? COMMENTS.good : COMMENTS.bad),
      };
      await this.office.get(RateAnswer).rate(await this.office.as('vanthu'), id, rating);
    }
    if (this.dice.chance(0.03)) {
      yield this.wait(HOUR, 6 * HOUR);
      const why = 'Người phản ánh cho biết nhà trường chưa trả lại tiền như đã trả lời.';
      await this.office.get(ReopenTicket).reopen(await this.office.as('vanthu'), id, why);
      yield this.wait(HOUR, 4 * HOUR);
      await this.office.get(WorkOnTicket).accept(await this.office.as(this.desk.officer), id);
      yield this.wait(3 * HOUR, 10 * HOUR);
      yield* this.answered(id);
    } else if (this.dice.chance(0.14)) yield* published(this, id);
  }

  ticket(id: string): Promise<TicketEntity> {
    return this.office.get(Database).reader.manager.findOneByOrFail(TicketEntity, { id });
  }

  /** The unit takes its time by the level, and where it is slow much longer. */
  wait(least: number, most: number): Wait {
    const { matter, fate, slowness } = this.plan;
    // A letter has a way of its own before it.
    const pace = PACE[matter.level] * (isByLetter(fate) ? 0.6 : 1);
    return { minutes: this.dice.between(Math.round(least * pace), Math.round(most * pace * slowness)) };
  }

  private atDesk(least: number, most: number): Wait {
    const pace = this.plan.matter.level === 'urgent' ? 0.3 : 1;
    return { minutes: this.dice.between(Math.round(least * pace), Math.round(most * pace)) };
  }
}
