import { ThreadPool } from '../../src/platform/threads/thread-pool.js';
import { XmlSignatures, type CheckedXmlSignature } from '../../src/signing/ports/xml-signatures.port.js';

const TIME_LIMIT_MS = 5_000;
const HEAP_MEGABYTES = 512;
/** Letters: the largest message of the axis with its files in it. Text is read fast; what costs is elements, and those the heap limits. */
const MAX_LENGTH = 50 * 1024 * 1024;

/** XML signatures checked in a thread of their own, which a hostile document can only stop. */
export class ThreadXmlSignatures extends XmlSignatures {
  private readonly threads = new ThreadPool({
    script: new URL('./check.worker.js', import.meta.url),
    threads: 1,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  override async check(xml: string): Promise<readonly CheckedXmlSignature[] | null> {
    if (xml.length > MAX_LENGTH) return null;
    const outcome = await this.threads.run(xml);
    if (outcome.kind !== 'answered') return null;
    return (outcome.answer as readonly CheckedXmlSignature[]).map((one) => withBuffers(one));
  }

  /** Nest calls it when the application stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}

/** Between threads a buffer becomes a bare array. */
function withBuffers(one: CheckedXmlSignature): CheckedXmlSignature {
  if (one.fault !== null) return one;
  return { ...one, signer: Buffer.from(one.signer), certificates: one.certificates.map((der) => Buffer.from(der)) };
}
