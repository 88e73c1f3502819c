import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { JournalQueries } from '../../journal/index.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { WrittenSince } from '../../platform/database/written-since.js';
import { isSystemError } from '../../platform/files/file-errors.js';
import { PositionSources } from '../../platform/position/position-sources.js';
import { NumberingHold } from '../application/numbering-hold.js';
import { IncomingDocumentEntity } from '../persistence/documents.entities.js';

/** The file beside the data; its name stands in the chapter on backup. */
export const MARK_FILE = 'vi-tri.json';

/** Name of the file that an administrator puts beside the data after a restore. */
export const RESTORED_FILE = 'vua-phuc-hoi';

/** Lines of the incoming register that it names with their messages. */
const LINES = 200;

const mark = z.object({
  at: z.string(),
  journal: z.object({ seq: z.int(), hash: z.string() }),
  /** When the file was made, by the file system; a copy of it was made later. Null where the file system does not say. */
  bornMs: z.number().nullable(),
  counters: z.record(z.string(), z.record(z.string(), z.int())),
  lines: z.array(z.object({ messageId: z.string(), number: z.int(), year: z.int() })),
});

export type Mark = z.output<typeof mark>;

/** isCopy: the file is not the one that was written here. */
export type FoundMark = Mark & { readonly isCopy: boolean };

/**
 * How far journal, registers and other numbers stood, in a file beside the database and not in it: a restored older database is seen by it. Written
 * every few seconds where something happened, without waiting for the disk: a mark that is behind says nothing wrong, and what a loss of power
 * takes from it the e-office's own list still shows.
 */
@Injectable()
export class PositionMark {
  private written = '';
  private readonly writtenSince: WrittenSince;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly journal: JournalQueries,
    private readonly hold: NumberingHold,
    private readonly positions: PositionSources,
  ) {
    this.writtenSince = new WrittenSince(database);
  }

  /** Not while numbers are held: what the mark says of the database before is needed until then. */
  async writeIfMoved(): Promise<void> {
    await this.writtenSince.run(async () => {
      const head = await this.journal.head();
      if (head.hash === this.written) return true;
      if (await this.hold.isHeld()) return false;
      await this.write();
      return true;
    });
  }

  async write(): Promise<void> {
    const journal = await this.journal.head();
    const [counters, lines] = [await this.positions.read(), await this.lines()];
    const said = { at: this.clock.now().toISOString(), journal, counters, lines };
    if (!(await this.replace({ ...said, bornMs: null }, 'born'))) await this.replace({ ...said, bornMs: null }, null);
    if ((await this.hold.begun()).markedAt === null) await this.hold.marked();
    this.written = journal.hash;
  }

  /** @returns null where there is none; one that cannot be read is none */
  async read(): Promise<FoundMark | null> {
    const found = await contentOf(this.path);
    if (found === null) return null;
    try {
      const said = mark.parse(JSON.parse(found.text));
      return { ...said, isCopy: said.bornMs !== null && said.bornMs !== found.bornMs };
    } catch {
      return null;
    }
  }

  isSaidRestored(): Promise<boolean> {
    return stat(join(this.settings.dataDirectory, RESTORED_FILE)).then(
      () => true,
      () => false,
    );
  }

  async forgetSaid(): Promise<void> {
    await rm(join(this.settings.dataDirectory, RESTORED_FILE), { force: true });
  }

  private get path(): string {
    return join(this.settings.dataDirectory, MARK_FILE);
  }

  /** @returns whether the file says of itself when it was made, where it is to */
  private async replace(said: Mark, stamp: 'born' | null): Promise<boolean> {
    const temporary = join(this.settings.dataDirectory, `.${MARK_FILE}.${newId()}`);
    const file = await open(temporary, 'wx', 0o600);
    try {
      const bornMs = stamp === null ? null : (await file.stat()).birthtimeMs;
      await file.writeFile(`${JSON.stringify({ ...said, bornMs })}\n`);
      await rename(temporary, this.path);
      // A file system that keeps no such time gives another one, which moves with every change.
      return stamp === null || (await file.stat()).birthtimeMs === bornMs;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  private async lines(): Promise<Mark['lines']> {
    const rows = await this.database.reader.manager.find(IncomingDocumentEntity, {
      select: { id: true, messageId: true, arrivalNumber: true, year: true },
      where: { messageId: Not(IsNull()), arrivalNumber: MoreThan(0) },
      order: { year: 'DESC', arrivalNumber: 'DESC' },
      take: LINES,
    });
    return rows.map(({ messageId, arrivalNumber: number, year }) => ({ messageId: messageId ?? '', number, year }));
  }
}

/** Text and time of one and the same file: another process may put the next in its place meanwhile. */
async function contentOf(path: string): Promise<{ readonly text: string; readonly bornMs: number } | null> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    return { text: await file.readFile('utf8'), bornMs: (await file.stat()).birthtimeMs };
  } finally {
    await file.close();
  }
}
