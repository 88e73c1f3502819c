import { availableParallelism } from 'node:os';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import type { CheckOptions } from '../domain/format/rules/finding.js';
import type { FormatAnswer, FormatJob } from './check-file.js';

const TIME_LIMIT_MS = 15_000;
const HEAP_MEGABYTES = 512;
const MOST_THREADS = 4;

export interface FormatQuestion {
  readonly name: string;
  readonly content: Buffer;
}

/** Checks the form of documents in threads of their own: a long one keeps nobody waiting. */
export class FormatChecker {
  private readonly threads = new ThreadPool({
    script: new URL('./format-check.worker.js', import.meta.url),
    threads: Math.min(MOST_THREADS, availableParallelism()),
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  constructor(private readonly options: CheckOptions = { titlesAllowed: false }) {}

  /** @returns also for a file that takes too long a refusal with its sentence */
  async check({ name, content }: FormatQuestion): Promise<FormatAnswer> {
    const copy = new Uint8Array(content);
    const job: FormatJob = { name, content: copy, options: this.options };
    const outcome = await this.threads.run(job, [copy.buffer]);
    if (outcome.kind === 'answered') return outcome.answer as FormatAnswer;
    const message = 'Kiểm tra thể thức quá lâu nên đã dừng. Chia nhỏ văn bản hoặc lưu lại rồi kiểm tra lại.';
    return { kind: 'refused', reasons: [{ message }] };
  }

  /** Ends the threads; Nest calls it when the application stops, commands when they end. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}
