import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import { isDatabaseBusy } from '../database/database-errors.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobSlotEntity } from '../scheduling/job-slot.entity.js';
import { FileStore } from '../files/file-store.js';
import { Log } from '../telemetry/log.js';
import { DatabaseCheck, type DatabaseVerdict } from './database-check.js';
import { storageIllnessOf, type StorageIllness } from './storage-illness.js';
import { embeddedFile, storagePlaces } from './storage-places.js';
import { probeFolder } from './write-probe.js';

/** `database`: rows · `files`: what is stored beside it. */
export type StoragePart = 'database' | 'files';

/** `locked`: somebody else has held the database for longer than anything of ours takes. */
export interface StorageProblem {
  readonly part: StoragePart;
  readonly cause: StorageIllness | 'locked';
}

/** What the last look over the pages of the database found, and when. */
export interface CheckedDatabase {
  readonly at: Date;
  readonly verdict: DatabaseVerdict;
}

/** Questions in between get the same answer, so that frequent questions cannot keep the disk busy. */
const ASKED_EVERY_MS = 5_000;
/** A monitor of the process waits two seconds. */
const PATIENCE_MS = 1_500;
/** A lock that lasts longer is no passing one. */
const LOCKED_MS = 60_000;
/** Pages are looked over at least so far apart, */
const CHECKED_EVERY_MS = 60 * 60_000;
/** and so many times longer than it took: of a large database they are read less often. */
const REST = 200;
const CHECKED_AGAIN_MS = 60_000;
const PROBE = { job: 'health.write', slot: 'probe' } as const;

/** Whether this process can keep what it is given, and whether the database is whole. */
@Injectable()
export class StorageHealth implements OnApplicationShutdown {
  private readonly check = new DatabaseCheck();
  private asked: { readonly from: number; readonly answer: Promise<readonly StorageProblem[]> } | null = null;
  private probing: Promise<void> | null = null;
  private writing: Promise<StorageProblem | null> | null = null;
  private writtenAt = performance.now();
  private checking: Promise<void> | null = null;
  private checkRestsUntil = 0;
  private lastChecked: CheckedDatabase | null = null;
  /** Somebody read a damaged page, and the pages have not been looked over since. */
  private heardOfDamage = false;
  private told = '';

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly files: FileStore,
  ) {
    log.onIllness((illness) => this.heed(illness));
  }

  async onApplicationShutdown(): Promise<void> {
    this.check.close();
    await this.checking;
  }

  /** Null until the pages were looked over for the first time. */
  get checked(): CheckedDatabase | null {
    return this.lastChecked;
  }

  /** What keeps this process from working; empty when nothing does. A row and a file are written for it, at most once in five seconds. */
  problems(): Promise<readonly StorageProblem[]> {
    const now = performance.now();
    if (this.asked === null || now - this.asked.from >= ASKED_EVERY_MS) this.asked = { from: now, answer: this.look() };
    return this.asked.answer;
  }

  /** Looks over the pages of the database when that is due. */
  async checkWhenDue(): Promise<void> {
    if (performance.now() >= this.checkRestsUntil) await this.checkNow();
  }

  /** Looks over the pages of the database; who asks meanwhile waits for the same look. */
  checkNow(): Promise<void> {
    this.checking ??= this.lookOver().finally(() => {
      this.checking = null;
    });
    return this.checking;
  }

  /** What is kept lies there; what lies in the temporary one is made again. */
  private get folders(): readonly string[] {
    const kept = storagePlaces(this.settings).filter(({ name }) => name !== 'temp');
    return [...new Set(kept.map(({ path }) => path))];
  }

  private heed(illness: StorageIllness): void {
    if (illness !== 'database-corrupt') return;
    this.heardOfDamage = true;
    this.asked = null;
    const rested = this.lastChecked === null || this.age(this.lastChecked.at) >= CHECKED_AGAIN_MS;
    if (rested) void this.checkNow();
  }

  private async look(): Promise<readonly StorageProblem[]> {
    const writes = await Promise.all([this.row(), ...this.folders.map((folder) => this.file(folder)), this.store()]);
    const problems = [this.damage(), ...writes].filter((problem) => problem !== null);
    this.tellOfChange(problems);
    return problems;
  }

  private damage(): StorageProblem | null {
    const isDamaged = this.heardOfDamage || this.lastChecked?.verdict.kind === 'damaged';
    return isDamaged ? { part: 'database', cause: 'database-corrupt' } : null;
  }

  /** One row, in turn with all that is written; a turn that does not come is no illness before a minute has gone by. */
  private async row(): Promise<StorageProblem | null> {
    this.writing ??= this.writeRow().finally(() => {
      this.writing = null;
    });
    const late = pause(PATIENCE_MS, 'late' as const, { ref: false });
    const problem = await Promise.race([this.writing, late]);
    return problem === 'late' ? this.locked() : problem;
  }

  private async writeRow(): Promise<StorageProblem | null> {
    const claimedAt = this.clock.now();
    try {
      await this.uow.run(async (tx) => {
        const { affected } = await tx.update(JobSlotEntity, PROBE, { claimedAt });
        if (affected === 0) await tx.insert(JobSlotEntity, { ...PROBE, claimedAt });
      });
      this.writtenAt = performance.now();
      return null;
    } catch (error) {
      if (isDatabaseBusy(error)) return this.locked();
      this.log.warn('health.not-written', { part: 'database', error });
      return { part: 'database', cause: storageIllnessOf(error) ?? 'disk-failing' };
    }
  }

  private locked(): StorageProblem | null {
    return performance.now() - this.writtenAt < LOCKED_MS ? null : { part: 'database', cause: 'locked' };
  }

  private async file(folder: string): Promise<StorageProblem | null> {
    try {
      await probeFolder(folder);
      return null;
    } catch (error) {
      this.log.warn('health.not-written', { part: 'files', error });
      return { part: 'files', cause: storageIllnessOf(error) ?? 'disk-failing' };
    }
  }

  /** A store elsewhere may take longer to answer than a monitor waits. */
  private async store(): Promise<StorageProblem | null> {
    const late = pause(PATIENCE_MS, 'late' as const, { ref: false });
    try {
      this.probing ??= this.files.probe().finally(() => {
        this.probing = null;
      });
      const answer = await Promise.race([this.probing, late]);
      return answer === 'late' ? { part: 'files', cause: 'files-away' } : null;
    } catch (error) {
      this.log.warn('health.not-written', { part: 'files', error });
      return { part: 'files', cause: storageIllnessOf(error) ?? 'disk-failing' };
    }
  }

  private async lookOver(): Promise<void> {
    const from = performance.now();
    const file = embeddedFile(this.settings.databaseUrl);
    const verdict = await (file === null ? this.check.ofServer(this.database) : this.check.ofFile(file));
    this.checkRestsUntil = performance.now() + Math.max(CHECKED_EVERY_MS, REST * (performance.now() - from));
    this.lastChecked = { at: this.clock.now(), verdict };
    if (verdict.kind !== 'notLooked') this.heardOfDamage = false;
    this.asked = null;
    if (verdict.kind === 'damaged') {
      const tables = [...new Set(verdict.places.map(({ table }) => table))];
      this.log.error('database.damaged', { tables, reason: verdict.places[0]?.words });
    }
  }

  private age(at: Date): number {
    return this.clock.now().getTime() - at.getTime();
  }

  /** One line when it changes; what fails meanwhile is told by the lines of failures. */
  private tellOfChange(problems: readonly StorageProblem[]): void {
    const now = problems.map(({ part, cause }) => `${part} ${cause}`).join(', ');
    if (now === this.told) return;
    this.told = now;
    if (now === '') this.log.info('health.well');
    else this.log.error('health.unwell', { problems });
  }
}
