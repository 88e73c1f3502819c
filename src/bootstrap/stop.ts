import { setImmediate as afterInput, setTimeout as pause } from 'node:timers/promises';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import type { Server } from 'node:http';
import { Leaving } from '../platform/leaving.js';
import { Leases } from '../platform/outbox/leases.js';
import { OutboxWorker } from '../platform/outbox/outbox-worker.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** A proxy sees within that time that the app leaves, and has closed its idle connections: `keepalive_timeout` in docs/operations/deploy/nginx.conf is shorter. */
const SEEN_MS = 5_000;
/** How long the work in hand may go on after that; the service manager must not kill the process sooner. */
const DRAIN_MS = 15_000;
const GIVEN_BACK_MS = 2_000;
const IDLE_EVERY_MS = 50;

/** A worker has no server. */
export interface Running {
  readonly context: INestApplication | INestApplicationContext;
  readonly server: Server | null;
  /** Whether others send it people, and must see that it leaves before it does. */
  readonly isBehindProxy: boolean;
}

/**
 * Ordered to stop, the process says so to what stands before it, goes on answering meanwhile, then lets requests and jobs in hand end. It waits for no peer
 * longer than it may: what is left then is given back, for another process or the next start. A second order ends it at once.
 */
export function stopOnSignal(running: Running, tell: (line: string) => void): void {
  const heard = (): void => {
    for (const signal of SIGNALS) process.off(signal, heard);
    void stop(running, tell);
  };
  for (const signal of SIGNALS) process.on(signal, heard);
}

async function stop({ context, server, isBehindProxy }: Running, tell: (line: string) => void): Promise<void> {
  const leaving = context.get(Leaving);
  leaving.begin();
  if (server !== null && isBehindProxy) await pause(SEEN_MS);
  const late = setTimeout(() => void leaveTheRest(context, tell), DRAIN_MS);
  try {
    context.get(OutboxWorker).beforeApplicationShutdown();
    // What waits in the queue of connections is taken first: closing would cut it off, perhaps with a form.
    await afterInput();
    const answered = server === null ? null : untilAnswered(server);
    leaving.endOpen();
    // Nest ends threads before it asks who still works.
    await Promise.all([answered, context.get(RecurringWork).beforeApplicationShutdown()]);
    await context.close();
  } catch (error) {
    tell(`Dừng không trọn vẹn: ${error instanceof Error ? error.message : String(error)}`);
  }
  clearTimeout(late);
  process.exit(0);
}

/** No new connection is taken; open requests are answered. A connection of `/song` was begun as one to be kept, and is closed once that stream ends. */
function untilAnswered(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
  });
}

async function leaveTheRest(context: INestApplicationContext, tell: (line: string) => void): Promise<never> {
  tell('Dừng khi còn việc chưa xong; việc ấy được làm tiếp ở tiến trình khác hoặc ở lần khởi động sau.');
  const givenBack = context.get(Leases).giveBack();
  await Promise.race([givenBack.catch(() => undefined), pause(GIVEN_BACK_MS)]);
  process.exit(0);
}
