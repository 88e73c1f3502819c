import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { ThreadPool } from '../../../platform/threads/thread-pool.js';
import type { WantedEvidence } from '../../domain/certificates/revocation.js';
import { RevocationLists, TrustStore } from '../../trust/index.js';
import { gatherEvidence, type EvidenceSources } from './gather-evidence.js';
import { OcspAnswers } from './ocsp-answers.js';
import type {
  FileForThread,
  Judgement,
  SignatureAnswers,
  SignatureJob,
  SignatureQuestion,
  SignatureReport,
} from '../signature-job.js';

const TIME_LIMIT_MS = 5_000;
const HEAP_MEGABYTES = 128;
const THREADS = 2;

/** The verification of a file took too long or too much, and was stopped. */
export class VerificationStopped extends Error {}

/** A list of revocations that is not available now: wait for it, or judge without. */
export type MissingList = 'wait' | 'judge';

/** A file of the store by its sha256, or bytes at hand. Only the first costs the caller no memory. */
export type SignedFile = Buffer | string;

/** An answer, and what is to be kept of the judgement that it is drawn from. */
export interface Judged<Answer> {
  readonly answer: Answer;
  readonly judgement: Judgement;
}

/**
 * The one place where signed files are verified, with the authorities that are trusted and the lists of revocations of the day. In threads: a file keeps
 * nobody waiting, whatever it holds and however large it is.
 */
@Injectable()
export class VerifyNow {
  private readonly threads = new ThreadPool({
    script: new URL('./signature.worker.js', import.meta.url),
    threads: THREADS,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  private readonly sources: EvidenceSources;

  constructor(
    @Inject(TrustStore) private readonly trust: Pick<TrustStore, 'today'>,
    @Inject(RevocationLists) lists: EvidenceSources['lists'],
    @Inject(OcspAnswers) responders: EvidenceSources['responders'],
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {
    this.sources = { lists, responders };
  }

  /**
   * @throws OutsideUnavailable when a list is not available now and is to be waited for
   * @throws VerificationStopped when the file took too long
   */
  async ask<Question extends SignatureQuestion>(
    file: FileForThread,
    question: Question,
    missing: MissingList,
  ): Promise<SignatureAnswers[Question['kind']]> {
    return (await this.judge(file, question, missing)).answer;
  }

  /** The same, with what is to be kept of it. @throws as `ask` does */
  async judge<Question extends SignatureQuestion>(
    file: FileForThread,
    question: Question,
    missing: MissingList,
  ): Promise<Judged<SignatureAnswers[Question['kind']]>> {
    const trust = { ...(await this.trust.today()), now: this.clock.now() };
    const alone = { ...trust, crls: [], ocsps: [] };
    const wanted = (await this.run({ file, question: 'wanted', trust: alone })) as WantedEvidence;
    const { crls, ocsps, missed } = await gatherEvidence(wanted, this.sources);
    const report = (await this.run({ file, question, trust: { ...trust, crls, ocsps } })) as SignatureReport;
    if (missed && missing === 'wait' && report.lacksEvidence) throw missed;
    return { answer: report.answer as SignatureAnswers[Question['kind']], judgement: report.judgement };
  }

  /** What a thread is given of a file: its place, or bytes that are copied once for all jobs. */
  async forThread(file: SignedFile): Promise<FileForThread> {
    if (typeof file === 'string') return { path: await this.files.localPath(file), sha256: file };
    const shared = new Uint8Array(new SharedArrayBuffer(file.length));
    shared.set(file);
    return { shared };
  }

  /** Ends the threads; Nest calls it when the application stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }

  private async run(job: SignatureJob): Promise<unknown> {
    const outcome = await this.threads.run(job);
    if (outcome.kind === 'answered') return outcome.answer;
    throw new VerificationStopped(outcome.kind === 'died' ? outcome.reason : outcome.kind);
  }
}
