import { Injectable } from '@nestjs/common';
import type { FileSignature } from '../../documents/domain/file-signature.js';
import { Clock } from '../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import { noteOf, UNDECIDED } from '../domain/verification/signature-note.js';
import type { Verification } from '../domain/verification/verify-pdf.js';
import { CrlSource, TrustAnchors } from '../ports/crl-source.port.js';
import type { SignatureJob } from './signature.worker.js';

const TIME_LIMIT_MS = 5_000;
const HEAP_MEGABYTES = 128;
const THREADS = 2;

/** Says of a PDF from outside whose signatures it bears and what they are worth. In threads: a hostile file keeps nobody waiting. */
@Injectable()
export class CheckSignatures {
  private readonly threads = new ThreadPool({
    script: new URL('./signature.worker.js', import.meta.url),
    threads: THREADS,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  constructor(
    private readonly trust: TrustAnchors,
    private readonly crlSource: CrlSource,
    private readonly clock: Clock,
  ) {}

  /** @returns also for lists of revocations that cannot be had, and for a file that takes too long: not enough to judge by */
  async execute(pdf: Buffer): Promise<FileSignature> {
    const anchors = await this.trust.anchors();
    const first = await this.verify(pdf, anchors, []);
    const crls = await this.obtainable(first?.wantedCrls ?? []);
    const verification = crls.length === 0 ? first : await this.verify(pdf, anchors, crls);
    return verification === null ? UNDECIDED : noteOf(verification, pdf);
  }

  /** Ends the threads; Nest calls it when the application stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }

  private async verify(pdf: Buffer, anchors: readonly Buffer[], crls: readonly Buffer[]): Promise<Verification | null> {
    const copy = new Uint8Array(pdf);
    const job: SignatureJob = { pdf: copy, anchors, crls, now: this.clock.now() };
    const outcome = await this.threads.run(job, [copy.buffer]);
    return outcome.kind === 'answered' ? (outcome.answer as Verification) : null;
  }

  private async obtainable(urls: readonly string[]): Promise<Buffer[]> {
    const crls: Buffer[] = [];
    for (const url of urls) {
      try {
        crls.push(await this.crlSource.fetch(url));
      } catch (error) {
        if (!(error instanceof OutsideUnavailable) && !(error instanceof OutsideRefused)) throw error;
      }
    }
    return crls;
  }
}
