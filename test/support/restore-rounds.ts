import Sqlite from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MARK_FILE } from '../../src/documents/anchoring/position-mark.js';
import { NumberingHold } from '../../src/documents/index.js';
import { JournalQueries } from '../../src/journal/index.js';
import { reconciliationView } from '../../src/web/exchange/reconciliation-view.js';
import { ReconciliationQueries } from '../../src/exchange/index.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { StaffDirectory, StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { TakeFeedback } from '../../src/tickets/index.js';
import { PATIENCE, type AppProcess } from '../faults/support/app-process.js';
import { FaultApp } from '../faults/support/fault-app.js';
import type { Dice } from './dice.js';
import { GivenNumbers } from './given-numbers.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Beside everything else that a machine does. */
const QUIET_MS = 2 * MINUTE_MS * PATIENCE;

/** How old a message is when the app sees it first. */
const AGES = [
  SECOND_MS,
  30 * SECOND_MS,
  5 * MINUTE_MS,
  11 * MINUTE_MS,
  3 * HOUR_MS,
  23 * HOUR_MS,
  2 * DAY_MS,
  6 * DAY_MS,
];

/**
 * database: it alone, as the chapter says · everything: the whole folder of data as it was · twice: two restores in a row ·
 * interrupted: a second restore while the first is still being made good · away: the e-office does not answer at the start
 */
export const RESTORES = ['database', 'everything', 'twice', 'interrupted', 'away'] as const;
export type Restore = (typeof RESTORES)[number];

/** The shipped program beside a simulated e-office, backed up and restored by hand again and again. */
export class RestoreRounds {
  readonly wrong: string[] = [];
  private readonly given = new GivenNumbers();
  private round = 0;
  private desks = 0;
  private app: AppProcess | null = null;

  private constructor(
    private readonly faultApp: FaultApp,
    private readonly dice: Dice,
  ) {}

  static async open(dice: Dice): Promise<RestoreRounds> {
    const faultApp = await FaultApp.open();
    await faultApp.people();
    return new RestoreRounds(faultApp, dice);
  }

  /** Leaves the app running. */
  async play(how: Restore): Promise<void> {
    this.round += 1;
    if (this.app === null) await this.start();
    await this.work(this.dice.between(0, 2));
    await this.stop();
    await this.backUp();
    await this.queueOfEveryAge(this.dice.between(1, 3));
    await this.start();
    await this.work(this.dice.between(1, 3));
    const abruptly = this.dice.chance(0.3);
    await this.untilMarked();
    await this.stop(abruptly);
    await this.restore(how);
    if (this.dice.chance(0.3)) await this.queueOfEveryAge(1);
    await this.start();
    if (how === 'twice' || how === 'interrupted') {
      if (how === 'twice') await this.workOn();
      await this.stop(true);
      await this.restore('database');
      await this.start();
    }
    await this.workOn();
    await this.note();
  }

  async close(): Promise<void> {
    await this.faultApp.close();
  }

  private get data(): string {
    return this.faultApp.environment['HOI_AM_DATA'] ?? '';
  }

  private get backup(): string {
    return join(this.faultApp.stage.directory, 'sao-luu');
  }

  private get database(): Database {
    return this.faultApp.context.get(Database);
  }

  private async start(): Promise<void> {
    this.app = await this.faultApp.start();
    await this.faultApp.people();
  }

  private async stop(abruptly = false): Promise<void> {
    await this.note();
    await this.faultApp.closeContext();
    await (abruptly ? this.app?.kill() : this.app?.terminate());
    this.app = null;
  }

  /** The mark beside the data is written every few seconds: of what happened since, a process that is killed tells nobody. */
  private async untilMarked(): Promise<void> {
    const patience = AbortSignal.timeout(QUIET_MS);
    const path = join(this.data, MARK_FILE);
    for (;;) {
      const { hash } = await this.faultApp.context.get(JournalQueries).head();
      if ((await readFile(path, 'utf8').catch(() => '')).includes(hash)) return;
      if (patience.aborted) throw new Error(`${MARK_FILE} does not say how far the journal stands.`);
      await pause(100);
    }
  }

  /** The chapter on backup: the database with what belongs to it, then files, keys and anchors. */
  private async backUp(): Promise<void> {
    await rm(this.backup, { recursive: true, force: true });
    await mkdir(this.backup, { recursive: true });
    await cp(this.data, this.backup, { recursive: true, preserveTimestamps: true });
  }

  private async restore(how: Restore): Promise<void> {
    if (how === 'everything') {
      await rm(this.data, { recursive: true, force: true });
      await cp(this.backup, this.data, { recursive: true, preserveTimestamps: true });
    } else {
      for (const end of ['', '-wal', '-shm']) {
        await rm(join(this.data, `hoi-am.db${end}`), { force: true });
        await cp(join(this.backup, `hoi-am.db${end}`), join(this.data, `hoi-am.db${end}`)).catch(() => undefined);
      }
    }
    if (how !== 'away') return;
    await this.faultApp.stage.stop();
    await this.start();
    await this.expectNoNumber();
    await this.faultApp.closeContext();
    await this.app?.terminate();
    await this.faultApp.stage.startEOffice();
  }

  /** They come while the app runs, and the desk writes some feedback down. */
  private async work(messages: number): Promise<void> {
    for (let at = 0; at < messages; at += 1) {
      await this.faultApp.hotline.send();
      if (this.dice.chance(0.4)) await this.faultApp.untilQuiet(QUIET_MS);
      if (this.dice.chance(0.4)) await this.desk();
    }
    await this.faultApp.untilQuiet(QUIET_MS);
  }

  /** They were queued while the app was down, seconds or days before it looks. */
  private async queueOfEveryAge(messages: number): Promise<void> {
    const sent = await this.faultApp.hotline.sendMany(messages);
    this.age(sent.map(({ messageId }) => messageId));
  }

  /** New work from the first moment after a restore. */
  private async workOn(): Promise<void> {
    await this.faultApp.hotline.send();
    if (this.dice.chance(0.5)) await this.desk();
    await this.faultApp.untilQuiet(QUIET_MS);
    const patience = AbortSignal.timeout(QUIET_MS);
    for (let missing = await this.given.missing(this.database); missing.length > 0;) {
      await this.hearClaims(missing);
      if (patience.aborted) {
        this.wrong.push(`round ${String(this.round)}: ${missing.join(', ')} did not come back`);
        break;
      }
      await pause(200);
      missing = await this.given.missing(this.database);
    }
    await this.faultApp.hotline.send();
    await this.desk();
    await this.faultApp.untilQuiet(QUIET_MS);
  }

  private async hearClaims(missing: readonly string[]): Promise<void> {
    const summary = await summaryAt(this.faultApp);
    if (summary.includes('khớp')) {
      this.wrong.push(`round ${String(this.round)}: „${summary}“ while ${missing.join(', ')} are not here`);
    }
  }

  /** Somebody calls; a refusal to give numbers for now is waited out. */
  private async desk(): Promise<void> {
    const patience = AbortSignal.timeout(QUIET_MS);
    for (;;) {
      try {
        await this.takeCall();
        return;
      } catch (error) {
        if (!isHeld(error) || patience.aborted) throw error;
        await pause(200);
      }
    }
  }

  private async expectNoNumber(): Promise<void> {
    try {
      await this.takeCall();
      this.wrong.push(`round ${String(this.round)}: a number was given while the e-office was away after a restore`);
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
  }

  private async takeCall(): Promise<void> {
    this.desks += 1;
    const { context } = this.faultApp;
    const clerk = await this.database.reader.manager.findOneByOrFail(StaffEntity, { username: 'vanthu' });
    const { actor } = await context.get(StaffDirectory).person(clerk.id);
    const subject = `Cuộc gọi số ${String(this.desks)}`;
    const sender = { senderName: 'Vũ Thị Thử', senderPhone: '0901000001', senderEmail: '', senderAddress: '' };
    await context.get(TakeFeedback).take(actor, {
      token: randomUUID(),
      files: [],
      feedback: {
        ...{ channel: 'call', receivedAt: new Date(), subject, words: `${subject}: mái che sân trường bị dột.` },
        ...{ place: 'Trường Tiểu học Thử', category: 'facilities', level: 'normal', kind: 'feedback' },
        ...{ ...sender, complainedUnitId: null, keepSecret: false },
      },
    });
  }

  private async note(): Promise<void> {
    for (const sentence of await this.given.look(this.database)) {
      this.wrong.push(`round ${String(this.round)}: ${sentence}`);
    }
  }

  private age(messageIds: readonly string[]): void {
    const db = new Sqlite(join(this.faultApp.stage.directory, 'e-office', 'simulator.db'));
    try {
      for (const id of messageIds) {
        const queuedAt = new Date(Date.now() - this.dice.oneOf(AGES)).toISOString();
        db.prepare('update queuedMessage set queuedAt = ? where id = ?').run(queuedAt, id);
      }
    } finally {
      db.close();
    }
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'numbering-held';
}

/** What the page of comparisons says at its top. */
async function summaryAt({ context }: FaultApp): Promise<string> {
  const queries = context.get(ReconciliationQueries);
  const [runs, standing] = [await queries.runs(), await queries.standing()];
  const held = await context.get(NumberingHold).current();
  const rest = { ended: [], clock: null, byHand: 0, lostLetters: [], readerId: '', mayRepair: false, refused: null };
  return reconciliationView({ ...rest, runs, standing, held, isOffered: true }).summary;
}
