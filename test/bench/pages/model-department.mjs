/**
 * A department of a dozen tickets, each left at another point of its life, made by the application itself with the simulated e-office:
 * letters are rendered, signed, numbered, sealed and sent. What `many-tickets.mjs` multiplies.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { IsNull } from 'typeorm';
import { openUseCases } from '../../../dist/src/bootstrap/start.js';
import { EOfficeDesk } from '../../../dist/src/cli/demo/e-office-desk.js';
import { DepartmentRobot } from '../../../dist/src/cli/demo/robot.js';
import { seedDemonstration } from '../../../dist/src/cli/demo/seed.js';
import { Stage } from '../../../dist/src/cli/demo/stage.js';
import { SYSTEM } from '../../../dist/src/kernel/actor.js';
import { StaffDirectory, StaffEntity } from '../../../dist/src/organisation/index.js';
import { Database } from '../../../dist/src/platform/database/database.js';
import { OutboxEntity } from '../../../dist/src/platform/outbox/outbox.entity.js';
import {
  ApproveAnswer,
  CloseTicket,
  ProposeDirectAnswer,
  RateAnswer,
  TicketReader,
} from '../../../dist/src/tickets/index.js';

/** How many acts of the robot each ticket gets, and how it ends: most are answered without a letter. */
const LETTER = 99;
const ROADS = [
  ...[0, 0, 1, 2, 4, 6, 7, 8, 9, 10].map((acts) => ({ acts })),
  { acts: LETTER },
  { acts: LETTER, ends: 'afterLetter' },
  { acts: 4, ends: 'directly' },
  { acts: 4, ends: 'directly' },
];
const ANSWER =
  'Nhà trường đã dừng việc dạy thêm trong giờ chính khóa và trả lại toàn bộ tiền đã thu cho cha mẹ học sinh.';
const NO_EVIDENCE = 'Kết quả xác minh qua trao đổi trực tiếp, không lập văn bản.';
const LOOK_EVERY_MS = 150;
const PATIENCE_MS = 120_000;

/**
 * @param {string} directory an empty folder
 * @returns {Promise<{environment: object, tickets: {id: string, life: string}[]}>} how to open it, and what was made; nothing of it runs any more
 */
export async function makeModelDepartment(directory) {
  const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
  await stage.startEOffice();
  const context = await openUseCases(stage.settings);
  try {
    await seedDemonstration(context);
    await stage.startApp();
    const tickets = await live(context, new EOfficeDesk(stage.eOfficeUrl));
    return { environment: stage.environment, tickets };
  } finally {
    await context.close();
    await stage.stop();
  }
}

async function live(context, desk) {
  const robot = new DepartmentRobot(context, desk);
  const reader = context.get(TicketReader);
  const tickets = [];
  for (const [at, road] of ROADS.entries()) {
    const { hotlineCode } = await desk.sendFeedback(at % 3);
    const { id } = await until(() => reader.byHotlineCode(SYSTEM, hotlineCode));
    tickets.push({ ...road, id, done: 0 });
  }
  await until(async () => {
    for (const ticket of tickets) await advance(robot, ticket);
    return tickets.every(({ acts, done }) => done === acts);
  });
  for (const ticket of tickets) if (ticket.ends) await end(context, ticket);
  await until(() => nothingWaits(context));
  const found = await Promise.all(tickets.map(({ id }) => reader.one(SYSTEM, id)));
  return found.map(({ id, state }) => ({ id, life: state }));
}

async function advance(robot, ticket) {
  if (ticket.done === ticket.acts) return;
  const { state } = await robot.step(ticket.id);
  ticket.done = state === 'answered' ? ticket.acts : Math.min(ticket.done + 1, LETTER - 1);
}

async function end(context, { id, ends }) {
  const [officer, head, clerk] = await Promise.all(
    ['chuyenvien', 'truongphong', 'vanthu'].map((name) => actor(context, name)),
  );
  if (ends === 'directly') {
    const answer = await context
      .get(ProposeDirectAnswer)
      .propose(officer, id, { text: ANSWER, noEvidenceReason: NO_EVIDENCE });
    await context.get(ApproveAnswer).approve(head, id, answer);
  }
  await context.get(RateAnswer).rate(clerk, id, { stars: 5, comment: '' });
  await context.get(CloseTicket).close(clerk, id);
}

async function actor(context, username) {
  const { id } = await context.get(Database).reader.getRepository(StaffEntity).findOneByOrFail({ username });
  return (await context.get(StaffDirectory).person(id)).actor;
}

async function nothingWaits(context) {
  return (await context.get(Database).reader.getRepository(OutboxEntity).countBy({ finishedAt: IsNull() })) === 0;
}

async function until(look) {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!patience.aborted) {
    const found = await look();
    if (found) return found;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('The model department is not ready after two minutes');
}
