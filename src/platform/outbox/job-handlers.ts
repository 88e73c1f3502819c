import type { Type } from '@nestjs/common';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { outsideChannel, type Channel, type OutsideChannel } from './channels.js';
import type { EndJob, JobHandler, JobKind } from './job.js';
import type { OutboxEntity } from './outbox.entity.js';

type Row = Pick<OutboxEntity, 'kind' | 'payload'>;

/** For each of these kinds the class that does it. */
export type HandlersOf<J extends JobKind> = { readonly [One in J as One['kind']]: Type<JobHandler<One>> };

/** The jobs of all features, those too whose handlers a process does not have. */
export interface DeclaredJobs {
  readonly declared: readonly JobKind[];
  readonly handlers: Readonly<Record<string, Type<JobHandler>>>;
}

/** The jobs that all features have declared, and who does them in this process. */
export class JobHandlers {
  private readonly jobs: Map<string, JobKind>;
  private readonly byKind = new Map<string, JobHandler>();

  /** @param find the handler of a declared kind, where this process has it */
  constructor(
    declared: readonly JobKind[] = [],
    private readonly find: (kind: string) => JobHandler | undefined = () => undefined,
  ) {
    this.jobs = new Map(declared.map((job) => [job.kind, job]));
  }

  add(...handlers: readonly JobHandler[]): void {
    for (const handler of handlers) {
      const { kind } = handler.job;
      if (this.isHandled(kind)) throw new Error(`Two handlers for ${kind}`);
      this.byKind.set(kind, handler);
      this.jobs.set(kind, handler.job);
    }
  }

  /** Of what this software does not know it is the internal one: see `due-jobs.ts`. */
  channelOf(kind: string): Channel {
    return this.jobs.get(kind)?.channel ?? 'internal';
  }

  /** @returns null for what calls no peer, or one whose tries are not written down */
  outsideChannelOf(kind: string): OutsideChannel | null {
    return outsideChannel(this.channelOf(kind));
  }

  /** What it does, as a clerk would say it. */
  wordsOf(kind: string): string {
    return this.jobs.get(kind)?.words ?? kind;
  }

  kindsIn(channel: Channel): readonly string[] {
    return [...this.jobs.values()].filter((job) => job.channel === channel).map(({ kind }) => kind);
  }

  /** Whether this process does such jobs. */
  isHandled(kind: string): boolean {
    return this.of(kind) !== undefined;
  }

  /** @param end left out where the job is not in the hands of a worker @throws OutsideRefused where this process has no handler @throws DomainError `input-invalid` for an unreadable payload */
  async handle({ kind, payload }: Row, end: EndJob = leftOpen): Promise<void> {
    const handler = this.of(kind);
    if (!handler) throw new OutsideRefused('no-handler', `Không có bộ phận nào nhận việc "${kind}".`);
    await handler.handle(handler.job.read(payload), end);
  }

  /** In the transaction that ends the job. Of a payload that cannot be read its feature hears nothing. */
  async giveUp({ kind, payload }: Row, reason: string): Promise<void> {
    const handler = this.of(kind);
    if (handler?.giveUp === undefined || !isReadable(handler.job, payload)) return;
    await handler.giveUp(handler.job.read(payload), reason);
  }

  /** Whether a person may prove that it was done by another way. */
  isDeliverable(kind: string): boolean {
    return this.of(kind)?.delivered !== undefined;
  }

  /** In the transaction that ends the job. @throws DomainError `input-invalid` for an unreadable payload */
  async delivered({ kind, payload }: Row, receiptId: string | null): Promise<void> {
    const handler = this.of(kind);
    await handler?.delivered?.(handler.job.read(payload), receiptId);
  }

  private of(kind: string): JobHandler | undefined {
    return this.byKind.get(kind) ?? this.find(kind);
  }
}

function leftOpen(): Promise<void> {
  return Promise.resolve();
}

function isReadable(job: JobKind, payload: Row['payload']): boolean {
  try {
    job.read(payload);
    return true;
  } catch {
    return false;
  }
}
