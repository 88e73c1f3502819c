import { availableParallelism } from 'node:os';
import { ThreadPool, type ThreadOutcome } from '../../platform/threads/thread-pool.js';
import { MAX_FILE_BYTES, tooLarge, type InspectedFile } from '../domain/inspection/inspect-file.js';
import { inspectionOf, UNKNOWN_TYPE, type Inspection } from '../domain/inspection/inspection.js';
import { reasonOf, type ReasonCode } from '../domain/inspection/reasons.js';
import type { ScanForViruses } from './scan-for-viruses.js';

/** Time of the processor; on a machine with nothing else to do the answer comes within two seconds. */
const TIME_LIMIT_MS = 1_500;
/** With the file itself and what is unpacked of it at a time, a file stays within 256 MB. */
const HEAP_MEGABYTES = 96;
const MAX_THREADS = 4;

/**
 * The one inspection of every door: uploads, attachments, imports, templates. It runs in threads, so that no file,
 * whatever it holds, keeps the app waiting; one that takes too long or too much is refused for that.
 */
export class FileInspector {
  private readonly threads: ThreadPool;
  private readonly scan: ScanForViruses | null;

  /** @param scan left out, no scanner is asked: for commands that store nothing, and for mere reading */
  constructor({ scan, timeLimitMs = TIME_LIMIT_MS }: { scan?: ScanForViruses; timeLimitMs?: number } = {}) {
    this.scan = scan ?? null;
    this.threads = new ThreadPool({
      script: new URL('./inspection.worker.js', import.meta.url),
      threads: Math.min(MAX_THREADS, availableParallelism()),
      timeLimitMs,
      heapMegabytes: HEAP_MEGABYTES,
    });
  }

  /**
   * Of a file that comes from outside. What is taken as far as we can see is shown to the virus scanner too, if there is one.
   *
   * @param file stays the caller's; its bytes are copied into the thread
   */
  async inspect(file: InspectedFile): Promise<Inspection> {
    const inspection = await this.inspectKept(file);
    if (this.scan === null || !inspection.accept) return inspection;
    const reason = await this.scan.scan(file.content);
    return reason === null ? inspection : inspectionOf(inspection.type, [...inspection.reasons, reason]);
  }

  /** Of a file that the app has let in already, or made itself: no scanner is asked, so that none can be missed. */
  async inspectKept({ name, content }: InspectedFile): Promise<Inspection> {
    if (content.length > MAX_FILE_BYTES) return tooLarge();
    const copy = new Uint8Array(content);
    const outcome = await this.threads.run({ name, content: copy }, [copy.buffer]);
    if (outcome.kind === 'answered') return outcome.answer as Inspection;
    return inspectionOf(UNKNOWN_TYPE, [reasonOf(codeOf(outcome))]);
  }

  /** Ends the threads; Nest calls it when the application stops, commands when they end. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}

function codeOf(outcome: Exclude<ThreadOutcome, { readonly kind: 'answered' }>): ReasonCode {
  if (outcome.kind === 'died') return 'inspection-died';
  return outcome.of === 'processor' ? 'inspection-endless' : 'inspection-timeout';
}
