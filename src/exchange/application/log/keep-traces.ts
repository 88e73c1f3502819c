import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EvidenceStore } from '../../../platform/files/evidence-store.js';
import { Log } from '../../../platform/telemetry/log.js';
import { currentWorkContext, type WorkContext } from '../../../platform/telemetry/work-context.js';
import { ExchangeTraceEntity } from '../../persistence/exchange-trace.entity.js';
import { CallObserver, type ObservedCall } from '../../ports/call-observer.port.js';

/** Calls and bytes that wait to be written; what comes beyond is counted as missed. */
const MAX_WAITING = 500;
const MAX_BYTES = 16 * 2 ** 20;
/** Calls are gathered for so long, so that many cost one file and one transaction. */
const GATHER_MS = 1_000;
/** A question asked over and over that hears the same leaves one row in this time. */
const SAME_MS = 60 * 60_000;
/** Questions whose last answer is remembered; of one forgotten the next asking leaves a row. */
const QUESTIONS = 500;
/** Rows in one statement, which takes some 2,000 values on SQL Server. */
const ROWS = 100;

type Row = Omit<ExchangeTraceEntity, 'id' | 'bundle' | 'missedBefore'>;

interface Waiting {
  readonly row: Row;
  readonly parts: readonly Buffer[];
}

interface Heard {
  readonly answer: string;
  readonly at: Date;
  times: number;
}

/** Keeps what went over the wire, a moment after it went: what a kill takes with it is evidence of the last second, never a message. */
@Injectable()
export class KeepTraces extends CallObserver implements BeforeApplicationShutdown, OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private missed = 0;
  private timer: NodeJS.Timeout | undefined;
  private written: Promise<void> = Promise.resolve();
  private stopping = false;
  private readonly heard = new Map<string, Heard>();

  constructor(
    private readonly evidence: EvidenceStore,
    private readonly uow: UnitOfWork,
    private readonly log: Log,
  ) {
    super();
  }

  override observe(call: ObservedCall): void {
    const context = currentWorkContext();
    const parts = call.response === null ? [call.request.kept] : [call.request.kept, call.response.kept];
    const bytes = parts.reduce((sum, { length }) => sum + length, 0);
    if (this.waiting.length >= MAX_WAITING || this.waitingBytes + bytes > MAX_BYTES) {
      this.missed += 1;
      return;
    }
    const row = rowOf(call, context);
    const sameBefore = call.question === null ? 0 : this.sameBefore(row, call.question);
    if (sameBefore === null) return;
    this.waiting.push({ row: { ...row, sameBefore }, parts });
    this.waitingBytes += bytes;
    this.writeSoon();
  }

  /** Writes all that waits. Never throws: what cannot be written is counted. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.written = this.written.then(() => this.write());
    return this.written;
  }

  beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    return this.flush();
  }

  /** What was under way when the work was told to end has been observed by now. */
  onApplicationShutdown(): Promise<void> {
    return this.written;
  }

  /** @returns null for a question that heard the same as before: it leaves no row of its own */
  private sameBefore(row: Row, question: string): number | null {
    const { channel, operation, status, responseSha256, at, seq, messageId } = row;
    if (seq !== null || messageId !== null) return 0;
    const name = `${channel} ${operation} ${question}`;
    // A failure is the same by its code: its text often bears a number or a time of its own.
    const answer = status === '200' ? (responseSha256 ?? '') : status;
    const last = this.heard.get(name);
    if (last?.answer === answer && at.getTime() - last.at.getTime() < SAME_MS) {
      last.times += 1;
      return null;
    }
    this.remember(name, { answer, at, times: 0 });
    return last?.times ?? 0;
  }

  private remember(name: string, heard: Heard): void {
    this.heard.delete(name);
    this.heard.set(name, heard);
    const [oldest] = this.heard.keys();
    if (this.heard.size > QUESTIONS && oldest !== undefined) this.heard.delete(oldest);
  }

  private writeSoon(): void {
    if (this.stopping) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), GATHER_MS).unref();
  }

  private async write(): Promise<void> {
    const { waiting, missed } = this;
    if (waiting.length === 0) return;
    [this.waiting, this.waitingBytes, this.missed] = [[], 0, 0];
    try {
      const parts = waiting.flatMap((one) => one.parts);
      await this.evidence.keep(parts, (bundle) => {
        const rows = waiting.map(({ row }, index) => ({ ...row, bundle, missedBefore: index === 0 ? missed : 0 }));
        return this.uow.run(async (tx) => {
          for (let at = 0; at < rows.length; at += ROWS)
            await tx.insert(ExchangeTraceEntity, rows.slice(at, at + ROWS));
        });
      });
    } catch (error) {
      this.missed += missed + waiting.length;
      this.log.warn('exchange.tracesMissed', { count: waiting.length, error });
    }
  }
}

function rowOf({ request, response, ...call }: ObservedCall, { seq, messageId }: WorkContext): Row {
  return {
    at: call.at,
    direction: call.direction,
    channel: call.channel,
    ms: call.ms,
    operation: call.operation.slice(0, 100),
    status: call.status.slice(0, 60),
    requestSha256: sha256Of(request.kept),
    responseSha256: response === null ? null : sha256Of(response.kept),
    requestSize: request.size,
    responseSize: response?.size ?? 0,
    seq: seq ?? null,
    messageId: messageId?.slice(0, REGISTER_LENGTHS.messageId) ?? null,
    sameBefore: 0,
  };
}
