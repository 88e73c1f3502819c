/**
 * The department's people and the leader at the e-office, in a process of their own: each ticket is assigned, taken, worked on and answered by letter, every act
 * at the pages of the application, as one looks at the ticket, fills in its form and sees what came of it. What is due next they see in the database.
 *
 * Sent `{url, eOfficeUrl, codes}`: the hotline's codes of the tickets. Ends when all are answered.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openUseCases } from '../../../dist/src/bootstrap/start.js';
import { EOfficeDesk } from '../../../dist/src/cli/demo/e-office-desk.js';
import { DepartmentRobot } from '../../../dist/src/cli/demo/robot.js';
import { readSettings } from '../../../dist/src/config/settings.js';
import { ReviewDraft, WriteDraft } from '../../../dist/src/drafting/index.js';
import { SYSTEM } from '../../../dist/src/kernel/actor.js';
import { StaffEntity } from '../../../dist/src/organisation/index.js';
import { Database } from '../../../dist/src/platform/database/database.js';
import { NumberAndSeal } from '../../../dist/src/signing/index.js';
import {
  ApproveReply,
  AssignTicket,
  BeginReply,
  KeepEvidence,
  SendReply,
  SubmitReply,
  TicketReader,
  WorkOnTicket,
} from '../../../dist/src/tickets/index.js';
import { Visitor } from './visitor.mjs';

const LOOK_EVERY_MS = 500;
const PATIENCE_MS = 1_800_000;

process.once('disconnect', () => process.exit(1));
const [{ url, eOfficeUrl, codes }] = await once(process, 'message');
const context = await openUseCases(readSettings());
const visitors = new Map();
const robot = new DepartmentRobot(
  { get: (token) => atThePages().get(token) ?? context.get(token) },
  new EOfficeDesk(eOfficeUrl),
);
const reader = context.get(TicketReader);
let waiting = await Promise.all(codes.map(async (code) => (await reader.byHotlineCode(SYSTEM, code)).id));
const patience = AbortSignal.timeout(PATIENCE_MS);
while (waiting.length > 0 && !patience.aborted) {
  const states = [];
  for (const id of waiting) states.push((await robot.step(id)).state);
  waiting = waiting.filter((_, at) => states[at] !== 'answered');
  await pause(LOOK_EVERY_MS);
}
process.exit(waiting.length === 0 ? 0 : 1);

/** What the steps of a person ask of the application: acts go to the pages, reading goes to the use cases. */
function atThePages() {
  const ticket = (actor, id, act, fields) => send(actor, `/phieu/${id}`, { action: `/phieu/${id}/${act}`, fields });
  const draft = (actor, id, act) => send(actor, `/du-thao/${id}`, { action: `/du-thao/${id}/${act}` });
  return new Map([
    [AssignTicket, { assign: (actor, { ticketId, ...to }) => ticket(actor, ticketId, 'giao', to) }],
    [
      WorkOnTicket,
      {
        accept: (actor, id) => ticket(actor, id, 'nhan'),
        note: (actor, id, note) => ticket(actor, id, 'tien-do', note),
      },
    ],
    [BeginReply, { begin: (actor, id) => ticket(actor, id, 'du-thao') }],
    [KeepEvidence, { stateNone: (actor, id, reason) => ticket(actor, id, 'khong-tai-lieu', { reason }) }],
    [WriteDraft, { save }],
    [SendReply, { send: (actor, id) => draft(actor, id, 'trinh') }],
    [ApproveReply, { approve: (actor, id) => draft(actor, id, 'duyet-noi-dung') }],
    [ReviewDraft, { approve: (actor, id) => draft(actor, id, 'duyet-the-thuc') }],
    [SubmitReply, { submit: (actor, id) => draft(actor, id, 'trinh-ky') }],
    [
      NumberAndSeal,
      {
        numberAndSeal: (actor, id) => send(actor, `/so-van-ban/di?phat-hanh=${id}`, { action: `/phat-hanh/${id}` }),
      },
    ],
  ]);
}

/** What a page refuses is due again at the next look. */
async function send({ id }, page, { action, fields }) {
  const visitor = await visitorOf(id);
  await visitor.open(page);
  await visitor.send(action, fields);
}

async function save({ id }, draftId, { fields, signerId, version }) {
  const visitor = await visitorOf(id);
  const page = `/du-thao/${draftId}`;
  const typed = Object.entries(fields).filter(([, value]) => typeof value === 'string' || Array.isArray(value));
  await visitor.open(page);
  await visitor.post(page, { ...Object.fromEntries(typed), signerId, version: String(version) });
}

async function visitorOf(id) {
  if (!visitors.has(id)) {
    const { username } = await context.get(Database).reader.getRepository(StaffEntity).findOneByOrFail({ id });
    visitors.set(id, await Visitor.signedIn(url, username));
  }
  return visitors.get(id);
}
