/**
 * The department's people and the leader at the e-office, in a process of their own: each ticket is assigned, taken, worked on and answered by letter, every act
 * at the pages of the application, as one looks at the ticket, fills in its form and sees what came of it. What is due next they see in the database.
 *
 * Sent `{url, eOfficeUrl, codes}`: the hotline's codes of the tickets. Ends when all are answered.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openUseCases } from '../../../dist/src/bootstrap/start.js';
import { readSettings } from '../../../dist/src/config/settings.js';
import { SYSTEM } from '../../../dist/src/kernel/actor.js';
import { TicketReader } from '../../../dist/src/tickets/index.js';
import { robotAtPages } from './at-the-pages.mjs';

const LOOK_EVERY_MS = 500;
const PATIENCE_MS = 1_800_000;

process.once('disconnect', () => process.exit(1));
const [{ url, eOfficeUrl, codes }] = await once(process, 'message');
const context = await openUseCases(readSettings());
const robot = robotAtPages(context, { url, eOfficeUrl });
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
