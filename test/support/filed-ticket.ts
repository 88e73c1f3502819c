import type { EntityManager } from 'typeorm';
import type { Actor } from '../../src/kernel/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { FollowTickets, KeepRecordFile, RecordQueries } from '../../src/records/index.js';
import { RecordFileEntity, type RecordPaperEntity } from '../../src/records/persistence/records.entities.js';
import { LifeOfATicket, PARTIES } from './life-of-a-ticket.js';

/** Longer than the time in which citizens may judge. */
const AFTER_JUDGING = 40 * 24 * 3_600_000;

/** A ticket whose file follows it when a test says so. */
export class FiledTicket {
  private constructor(readonly life: LifeOfATicket) {}

  static async begin(): Promise<FiledTicket> {
    return new FiledTicket(await LifeOfATicket.begin());
  }

  get keep(): KeepRecordFile {
    return this.life.get(KeepRecordFile);
  }

  follow(): Promise<number> {
    return this.life.get(FollowTickets).run();
  }

  get rows(): EntityManager {
    return this.life.app.nest.get(Database).reader.manager;
  }

  file(): Promise<RecordFileEntity> {
    return this.rows.findOneByOrFail(RecordFileEntity, { ticketId: this.life.id });
  }

  /** What lies in the file, in order. */
  async papers(): Promise<RecordPaperEntity[]> {
    return this.life.get(RecordQueries).papersIn((await this.file()).id);
  }

  /** Answered, judged by nobody, closed: the work has ended. */
  async ended(): Promise<void> {
    await this.life.answered();
    await this.endJudging();
  }

  async endJudging(): Promise<void> {
    this.life.app.clock.advance(AFTER_JUDGING);
    await this.life.set({ state: 'closed', open: false, closedAt: this.life.app.clock.now() });
  }

  async closed(actor: Actor = PARTIES.officer): Promise<RecordFileEntity> {
    await this.keep.close(actor, (await this.file()).id);
    return this.file();
  }
}
