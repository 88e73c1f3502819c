import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import { RecordPageCountEntity } from '../persistence/records.entities.js';
import type { PaperFile } from './paper-reader.js';

const TIME_LIMIT_MS = 10_000;
const HEAP_MEGABYTES = 128;

/** Counts the pages of stored files, each content once, in a thread: a scan of a thousand pages holds up nobody. */
@Injectable()
export class CountPages implements OnApplicationShutdown {
  private readonly threads = new ThreadPool({
    script: new URL('./page-count.worker.js', import.meta.url),
    threads: 1,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  constructor(
    private readonly uow: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** Pages by content; what has not been counted yet is left out. */
  async known(sha256s: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { manager } = this.database.reader;
    const rows = await inPieces(sha256s, (some) => manager.findBy(RecordPageCountEntity, { sha256: In(some) }));
    return new Map(rows.map(({ sha256, pages }) => [sha256, pages]));
  }

  async count(files: readonly Pick<PaperFile, 'sha256' | 'type' | 'refusal'>[]): Promise<void> {
    const known = await this.known(files.map(({ sha256 }) => sha256));
    for (const { sha256, type, refusal } of files) {
      if (known.has(sha256)) continue;
      const pages = refusal === null ? await this.pagesOf(sha256, type) : 0;
      await this.uow.run(async (tx) => {
        if (!(await tx.existsBy(RecordPageCountEntity, { sha256 }))) {
          await tx.insert(RecordPageCountEntity, { sha256, pages });
        }
      });
    }
  }

  /** What takes too long counts as nothing. */
  private async pagesOf(sha256: string, type: string): Promise<number> {
    const content = new Uint8Array(await this.files.get(sha256));
    const outcome = await this.threads.run({ content, type }, [content.buffer]);
    return outcome.kind === 'answered' ? (outcome.answer as number) : 0;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}
