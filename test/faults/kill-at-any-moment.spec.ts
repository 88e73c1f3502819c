import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EOfficeDesk } from '../../src/cli/demo/e-office-desk.js';
import { playUntilAnswered } from '../../src/cli/demo/play-once.js';
import { seedDemonstration } from '../../src/cli/demo/seed.js';
import { Stage } from '../../src/cli/demo/stage.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { firstBrokenLine } from '../../src/journal/domain/chain.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { openUseCases } from '../../src/start.js';
import type { SeenTicket } from '../../src/tickets/index.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';

const KILLS = Number(process.env['FAULT_ROUNDS'] ?? '10');
const LONGEST_LIFE_MS = 1500;

interface LedgerEntry {
  readonly consignmentId: string;
  readonly kind: 'document' | 'status';
  readonly status?: string | null;
}

/** The department goes on working while its process is killed again and again, without a farewell. */
describe(`kill -9 of the app at ${String(KILLS)} random moments of the job`, () => {
  let directory: string;
  let stage: Stage;
  let context: INestApplicationContext;
  let ticket: SeenTicket;
  const lives: number[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-kill-'));
    stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
    await stage.startEOffice();
    context = await openUseCases(stage.settings);
    await seedDemonstration(context);
    await stage.startApp();
    const desk = new EOfficeDesk(stage.eOfficeUrl);
    const { hotlineCode } = await desk.sendFeedback();
    const job = playUntilAnswered(context, desk, { hotlineCode, tell: () => undefined });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const life = Math.round(Math.random() * LONGEST_LIFE_MS);
      lives.push(life);
      await pause(life);
      await stage.killApp();
      await stage.startApp();
    }
    ticket = await job;
    await everythingSaid();
  }, 300_000);

  afterAll(async () => {
    await context.close();
    await stage.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const ledger = async (): Promise<LedgerEntry[]> => {
    const answer = (await (await fetch(`${stage.eOfficeUrl}/api/ledger`)).json()) as { received: LedgerEntry[] };
    return answer.received;
  };

  async function everythingSaid(): Promise<void> {
    for (let look = 0; look < 300; look += 1) {
      if ((await ledger()).some(({ status }) => status === '06')) return;
      await pause(200);
    }
    throw new Error(`No 06 in the ledger; lives of the process: ${lives.join(', ')} ms`);
  }

  it('ends with one answered ticket', async () => {
    const tickets = await context.get(Database).reader.getRepository(TicketEntity).find();
    expect(tickets.map(({ id, state }) => [id, state])).toEqual([[ticket.id, 'answered']]);
  });

  it('ends with one pair: incoming 1, outgoing 01, released', async () => {
    const { manager } = context.get(Database).reader;
    const incoming = await manager.find(IncomingDocumentEntity);
    const outgoing = await manager.find(OutgoingDocumentEntity);
    expect(incoming.map(({ arrivalNumber }) => arrivalNumber)).toEqual([1]);
    expect(outgoing.map(({ number, state, replyToId }) => [number, state, replyToId])).toEqual([
      [1, 'released', incoming[0]?.id],
    ]);
  });

  it('has said everything once, in order', async () => {
    const entries = await ledger();
    expect(new Set(entries.map(({ consignmentId }) => consignmentId)).size).toBe(entries.length);
    const statuses = entries.flatMap(({ kind, status }) => (kind === 'status' ? [status] : []));
    expect(statuses).toEqual(['01', '03', '04', '05', '05', '05', '05', '06']);
    expect(entries.filter(({ kind }) => kind === 'document')).toHaveLength(1);
  });

  it('has a whole journal', async () => {
    const lines = await context
      .get(Database)
      .reader.getRepository(JournalEntryEntity)
      .find({ order: { seq: 'ASC' } });
    expect(firstBrokenLine(lines)).toBeNull();
  });
});
