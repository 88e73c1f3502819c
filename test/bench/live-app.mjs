/**
 * An app whose pages are looked at: one line of JSON with its CPU and its memory over a minute in which an officer acts every other second. Every page is one of
 * a clerk, who is told of each act.
 *
 * node live-app.mjs CONNECTIONS
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Signer } from '@fastify/cookie';
import { startServer } from '../../dist/src/bootstrap/start.js';
import { EOfficeDesk } from '../../dist/src/cli/demo/e-office-desk.js';
import { seedDemonstration } from '../../dist/src/cli/demo/seed.js';
import { Stage } from '../../dist/src/cli/demo/stage.js';
import { readSettings } from '../../dist/src/config/settings.js';
import { StaffEntity, StaffRoleEntity } from '../../dist/src/organisation/persistence/organisation.entities.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { ActorSource } from '../../dist/src/platform/http/access.js';
import { SessionEntity } from '../../dist/src/platform/sessions/session.entity.js';
import { sessionRowId } from '../../dist/src/platform/sessions/session-store.js';
import { AcceptTicket, AssignTicket, WorkOnTicket } from '../../dist/src/tickets/index.js';
import { TicketEntity } from '../../dist/src/tickets/persistence/tickets.entities.js';
import { MAX_OPEN } from '../../dist/src/web/moves/open-pages.js';
import { ownCpuMs } from './measure.mjs';

const SETTLED_MS = 75_000;
const MINUTE_MS = 60_000;
const ACT_EVERY_MS = 2_000;
const HOUR_MS = 3_600_000;
const MIB = 1024 * 1024;
const SECRET = 'một bí mật của phép đo, dài hơn ba mươi hai ký tự';

const connections = Number(process.argv[2]);
const directory = mkdtempSync(join(tmpdir(), 'hoi-am-live-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
await stage.startEOffice();
const { app } = await startServer(readSettings({ ...stage.environment, HOI_AM_LOG: 'fatal', SESSION_SECRET: SECRET }));
await seedDemonstration(app);
const { manager } = app.get(Database).writer;
const act = await acts();

const crowd = fork(fileURLToPath(new URL('live-crowd.mjs', import.meta.url)), { serialization: 'advanced' });
crowd.send({ url: `${stage.url}/song`, cookies: await clerks(Math.ceil(connections / MAX_OPEN.aPerson)), connections });
await once(crowd, 'message');
await pause(SETTLED_MS);
globalThis.gc();
const before = ownCpuMs();
for (const end = performance.now() + MINUTE_MS; performance.now() < end; await pause(ACT_EVERY_MS)) await act();
const cpuMs = ownCpuMs() - before;
globalThis.gc();
const memoryMiB = process.memoryUsage.rss() / MIB;
crowd.send('count');
const [told] = await once(crowd, 'message');
// Read by `live.bench.mjs`, which starts this as a process of its own.
console.log(JSON.stringify({ cpuMs, memoryMiB, told }));
crowd.kill();
await stage.stop();
process.exit(0);

/** @returns {Promise<() => Promise<void>>} what an officer does again and again */
async function acts() {
  await new EOfficeDesk(stage.eOfficeUrl).sendFeedback();
  let ticket = null;
  while ((ticket = await manager.findOneBy(TicketEntity, {})) === null) await pause(200);
  const [clerk, officer] = await Promise.all(['vanthu', 'chuyenvien'].map(actor));
  await app.get(AcceptTicket).accept(clerk, ticket.id);
  await app.get(AssignTicket).assign(clerk, { ticketId: ticket.id, unitId: officer.unitId, officerId: officer.id });
  await app.get(WorkOnTicket).accept(officer, ticket.id);
  const note = { text: 'Đã gọi cho nhà trường.', audience: 'internal', field: 'progress' };
  return () => app.get(WorkOnTicket).note(officer, ticket.id, note);
}

async function actor(username) {
  const { id } = await manager.findOneByOrFail(StaffEntity, { username });
  return app.get(ActorSource).find(id);
}

/** @returns {Promise<string[]>} the cookies of so many clerks who have signed in */
async function clerks(count) {
  const clerk = await manager.findOneByOrFail(StaffEntity, { username: 'vanthu' });
  const roles = await manager.findBy(StaffRoleEntity, { staffId: clerk.id });
  const cookies = [];
  for (let at = 0; at < count; at += 1) {
    const staffId = randomUUID();
    const sessionId = randomUUID();
    const now = new Date();
    await manager.insert(StaffEntity, { ...clerk, id: staffId, username: `vanthu${at}`, eOfficeCode: null });
    await manager.insert(
      StaffRoleEntity,
      roles.map((role) => ({ ...role, id: randomUUID(), staffId })),
    );
    await manager.insert(SessionEntity, {
      id: sessionRowId(sessionId),
      content: JSON.stringify({ cookie: {}, staffId, provedAt: now.getTime() }),
      staffId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + HOUR_MS),
    });
    cookies.push(`sid=${encodeURIComponent(new Signer(SECRET).sign(sessionId))}`);
  }
  return cookies;
}
