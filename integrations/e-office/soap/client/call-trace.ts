import type { CallObserver, ObservedBytes, ObservedCall } from '../../../../src/exchange/ports/call-observer.port.js';
import type { Clock } from '../../../../src/kernel/clock.js';
import { sha256Of } from '../../../../src/kernel/sha256.js';
import { Beginning } from '../beginning.js';
import { redactSecrets } from '../redact-secrets.js';
import type { HttpAnswer } from './http-answer.js';
import type { OutgoingBody } from './outgoing-body.js';

/** Who is told of the calls of one line. */
export interface Watch {
  readonly observer: CallObserver;
  /** The line's name. */
  readonly channel: string;
  readonly clock: Clock;
}

/** Longer texts are lists of agencies and of messages: their beginning and their length are evidence enough. */
const MAX_LENGTH = 2 ** 20;

const BODY = /<((?:[^\s<>:/]+:)?Body)(?=[\s>])[^>]*>([\s\S]*)<\/\1\s*>/u;

/** @param bytes with hashes in the place of files @param size on the wire */
export function observed(bytes: Buffer, size: number): ObservedBytes {
  return { kept: redactSecrets(bytes.subarray(0, MAX_LENGTH)), size };
}

/** By what stands in the Body: a Security header and the boundaries of parts differ from call to call. */
function questionOf(kept: Buffer): string {
  const text = kept.toString('latin1');
  return sha256Of(Buffer.from(BODY.exec(text)?.[2] ?? text, 'latin1'));
}

/** What one call of ours leaves as evidence, gathered while it goes. */
export class CallTrace {
  private readonly at: Date;
  private readonly began = performance.now();
  private readonly answer = new Beginning();
  private read: Buffer | null = null;
  private status = 'none';

  constructor(
    private readonly watch: Watch,
    private readonly operation: string,
    private readonly request: OutgoingBody,
  ) {
    this.at = watch.clock.now();
  }

  /** The answer, recorded while it is read; its reader calls `keep` with what is to be kept of it. */
  watched(answer: HttpAnswer): HttpAnswer {
    this.status = String(answer.status);
    const keep = (bytes: Buffer, fault: string | null): void => {
      this.read = bytes;
      this.status = fault ?? this.status;
    };
    return { ...answer, body: this.passing(answer.body), keep };
  }

  /** The call is over. Never throws: a call does not fail for its evidence. */
  async tell(): Promise<void> {
    const { observer, channel } = this.watch;
    const ms = Math.round(performance.now() - this.began);
    const response = this.status === 'none' ? null : observed(this.read ?? this.answer.bytes, this.answer.size);
    const call: Omit<ObservedCall, 'question' | 'request'> = {
      direction: 'toThem',
      channel,
      operation: this.operation,
      status: this.status,
      at: this.at,
      ms,
      response,
    };
    const sent = await this.request.withHashes().catch(() => Buffer.from('(không đọc lại được tệp đã gửi)', 'utf8'));
    const request = observed(sent, this.request.length);
    observer.observe({ ...call, question: questionOf(request.kept), request });
  }

  private async *passing(body: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const piece of body) {
      this.answer.add(piece);
      yield piece;
    }
  }
}
