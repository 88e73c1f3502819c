import { ThreadPool } from '../../platform/threads/thread-pool.js';
import type { ComparedPart, Comparison, PartTexts } from '../domain/comparison.js';

/** Two texts of 200 KB that share nothing take about a second on a busy machine. */
const TIME_LIMIT_MS = 5_000;
const HEAP_MEGABYTES = 256;

/** Compares texts word by word in a thread: long ones keep nobody waiting but who asked. */
export class TextComparer {
  private readonly threads = new ThreadPool({
    script: new URL('./comparison.worker.js', import.meta.url),
    threads: 1,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  async compare(parts: readonly PartTexts[]): Promise<Comparison> {
    const outcome = await this.threads.run(parts);
    if (outcome.kind !== 'answered') return { kind: 'tooLarge' };
    return { kind: 'compared', parts: outcome.answer as readonly ComparedPart[] };
  }

  /** Ends the threads; Nest calls it when the application stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}
