import { Database } from '../../../src/platform/database/database.js';
import {
  AnswerCoordination,
  AskCitizen,
  AskCoordination,
  DecideExtension,
  DecidePublication,
  FinishCoordination,
  RecordCitizenReply,
  RequestExtension,
  RequestPublication,
} from '../../../src/tickets/index.js';
import type { Actor } from '../../../src/kernel/actor.js';
import { TicketExtensionEntity, TicketPublicationEntity } from '../../../src/tickets/persistence/life.entities.js';
import type { TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import { otherOffice, type Desk } from './desks.js';
import type { Plan } from './plan.js';
import type { Story, Wait } from './stories.js';
import type { Telling } from './telling.js';

const HOUR = 60;

/** A ticket on its way, as far as what happens by the side of it must know. */
export interface Life extends Telling {
  readonly desk: Desk;
  readonly plan: Pick<Plan, 'matter' | 'stop'>;
  readonly ticket: (id: string) => Promise<TicketEntity>;
  readonly wait: (least: number, most: number) => Wait;
}

/** More time is asked for, and given or not. */
export async function* extended(life: Life, officer: Actor, id: string): Story {
  const { dueAt } = await life.ticket(id);
  if (dueAt <= life.office.clock.now()) return;
  await life.office.get(RequestExtension).request(officer, id, {
    workingDays: life.dice.between(2, 5),
    reason: 'Phải xác minh tại nhiều đơn vị, nhà trường chưa gửi đủ hồ sơ.',
    progress: 'Đã làm việc với nhà trường và một phần cha mẹ học sinh.',
  });
  yield life.wait(HOUR, 5 * HOUR);
  const row = await life.office.get(Database).reader.manager.findOneByOrFail(TicketExtensionEntity, { ticketId: id });
  const [supervisor, decide] = [await life.office.as('thanhtra'), life.office.get(DecideExtension)];
  if (life.dice.chance(0.8)) await decide.grant(supervisor, id, row.id);
  else {
    const reason = 'Việc chưa phức tạp, đơn vị tập trung trả lời đúng hạn.';
    await decide.refuse(supervisor, id, { extensionId: row.id, reason });
  }
}

/** Another unit is asked for its opinion. */
export async function* askedUnit(life: Life, officer: Actor, id: string): Story {
  const asked = await life.office.person(otherOffice(life.desk).officer);
  const asks = [{ unitId: asked.unitId, question: 'Đề nghị cho ý kiến về chế độ, khoản thu có liên quan.' }];
  await life.office.get(AskCoordination).ask(officer, { ticketId: id, asks });
  if (life.plan.stop !== undefined) return;
  yield life.wait(3 * HOUR, 9 * HOUR);
  // A unit that says nothing in time is taken to have nothing to say.
  if ((await life.ticket(id)).state !== 'waitingCoordination') return;
  const opinion = 'Khoản thu chưa được thỏa thuận bằng văn bản với cha mẹ học sinh; đề nghị hoàn trả.';
  await life.office.get(AnswerCoordination).answer(asked.actor, id, opinion);
  yield life.wait(HOUR, 2 * HOUR);
  if ((await life.ticket(id)).state === 'waitingCoordination')
    await life.office.get(FinishCoordination).finish(officer, id);
}

/** The citizen is asked for what is missing. */
export async function* askedCitizen(life: Life, officer: Actor, id: string): Story {
  await life.office.get(AskCitizen).ask(officer, id, { text: 'Đề nghị cho biết lớp và thời gian xảy ra sự việc.' });
  if (life.plan.stop !== undefined) return;
  yield life.wait(5 * HOUR, 20 * HOUR);
  // Who says nothing in time is no longer waited for.
  if ((await life.ticket(id)).state !== 'waitingCitizenInfo') return;
  await life.office.get(RecordCitizenReply).record(officer, id, 'Sự việc xảy ra đầu tháng này, buổi học chiều.');
}

/** The result is to be read by everybody. */
export async function* published(life: Life, id: string): Story {
  const { matter } = life.plan;
  yield life.wait(HOUR, 6 * HOUR);
  await life.office.get(RequestPublication).request(await life.office.as(life.desk.officer), id, {
    title: life.desk.forEverybody(matter.subject.replace(/ (?:tại |khu )?lớp \{lop\}/u, '')),
    text: life.desk.forEverybody(matter.answer),
    left: [],
    consent: true,
  });
  yield life.wait(HOUR, 8 * HOUR);
  const rows = life.office.get(Database).reader.manager;
  const asked = await rows.findOneByOrFail(TicketPublicationEntity, { ticketId: id });
  const [supervisor, decide] = [await life.office.as('thanhtra'), life.office.get(DecidePublication)];
  if (life.dice.chance(0.9)) {
    const approval = await decide.approve(supervisor, id, asked.id);
    if (approval === 'published') return;
    yield life.wait(HOUR, 8 * HOUR);
    await decide.approve(await life.office.as('lanhdao'), id, asked.id);
  } else await decide.decline(supervisor, id, { publicationId: asked.id, reason: 'Chờ công khai cùng vụ việc khác.' });
}
