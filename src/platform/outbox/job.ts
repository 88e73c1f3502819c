import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import type { Channel } from './channels.js';

/** Ids and codes only: the handler reads the rest, so that a job never holds a citizen's words. */
export type Payload = Readonly<Record<string, string | undefined>>;

/** Only `defineJob` has it, so that a job of an undeclared kind cannot be written. */
const DECLARED = Symbol('declared');

/** A job as it is enqueued; only `of` of its declaration makes one. */
export interface NewJob {
  readonly [DECLARED]: true;
  readonly kind: string;
  readonly channel: Channel;
  /** Unique name of the job; a second one with the same name is not enqueued. */
  readonly key: string;
  readonly orderingKey?: string | undefined;
  /** What comes after it under its ordering key makes no sense without it: given up, it holds them back until a person has settled it. */
  readonly blocksFollowing?: true;
  /** Not enqueued while another of its kind waits to be begun: whatever is to be found now, that one will find. */
  readonly unlessWaiting?: true | undefined;
  /** Not begun before; left out: at once. */
  readonly dueAt?: Date;
  readonly payload: Payload;
}

export interface JobDeclaration<K extends string, P extends Payload, M extends readonly unknown[]> {
  readonly kind: K;
  /** What it does, as a clerk would say it. */
  readonly words: string;
  /** Why doing it a second time does no harm; in English, for the page of jobs, docs/jobs.md. */
  readonly repeat: string;
  readonly channel: Channel;
  readonly payload: z.ZodType<P>;
  /** What follows the kind in its unique name, or the whole name; left out: the payload, so that the same is done once. */
  readonly key?: (payload: P, ...more: M) => readonly (string | number | undefined)[] | string;
  readonly orderingKey?: (payload: P, ...more: M) => string;
  readonly unlessWaiting?: true;
}

/** A kind of job, as all may know it. */
export interface JobKind<K extends string = string, P = unknown> {
  readonly kind: K;
  readonly words: string;
  readonly repeat: string;
  readonly channel: Channel;
  /** @throws DomainError `input-invalid` for a row that does not hold what the handler needs */
  read(stored: unknown): P;
}

export interface Job<K extends string, P, M extends readonly unknown[]> extends JobKind<K, P> {
  /** One to be enqueued. @param more what its names need besides the payload */
  of(payload: P, ...more: M): NewJob;
}

export type PayloadOf<J extends JobKind> = ReturnType<J['read']>;

/** Declares a kind of job, once, in the feature that enqueues it. */
export function defineJob<const K extends string, P extends Payload, M extends readonly unknown[] = []>({
  payload: shape,
  ...declared
}: JobDeclaration<K, P, M>): Job<K, P, M> {
  const { kind, words, repeat, channel, unlessWaiting } = declared;
  return {
    kind,
    words,
    repeat,
    channel,
    read(stored) {
      const { data } = shape.safeParse(stored);
      if (data !== undefined) return data;
      throw new DomainError('input-invalid', { message: 'Không đọc được dữ liệu ghi kèm việc này; báo quản trị.' });
    },
    of(payload, ...more) {
      const name = declared.key?.(payload, ...more) ?? Object.values(payload);
      const key = typeof name === 'string' ? name : [kind, ...name.filter((part) => part !== undefined)].join(':');
      const orderingKey = declared.orderingKey?.(payload, ...more);
      return { [DECLARED]: true, kind, channel, key, orderingKey, unlessWaiting, payload };
    },
  };
}

/**
 * Ends the job in hand in the last transaction of its handler, so that what is written there is not done again. Where a handler does not, its worker
 * ends it afterwards. Where another worker holds the job by now, nothing of that transaction stands: what has happened outside goes by `recordThenEnd`.
 */
export type EndJob = (tx: EntityManager) => Promise<void>;

/** Does jobs of one kind. Called at least once per job; must be safe to repeat. */
export interface JobHandler<J extends JobKind = JobKind> {
  readonly job: J;
  /**
   * @throws OutsideUnavailable tried again with growing pauses, as long as it takes
   * @throws OutsideRefused, DomainError given up at once, unless time may cure it (`failure.ts`); the reason is kept for a clerk
   */
  handle(payload: PayloadOf<J>, end: EndJob): Promise<void>;
  /** Told when the job is given up, in the transaction that ends it, so that the feature can show it. Calls no outside system. */
  giveUp?(payload: PayloadOf<J>, reason: string): Promise<void>;
  /** Told when a person has proved that it was done by another way, in the transaction that ends it. Left out where that cannot be. */
  delivered?(payload: PayloadOf<J>, receiptId: string | null): Promise<void>;
}
