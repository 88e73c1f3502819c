import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import type { Clock } from '../../kernel/clock.js';
import { sha256Of } from '../../kernel/sha256.js';
import { isDatabaseUnwell } from '../database/database-errors.js';
import type { Database } from '../database/database.js';
import { rowBy } from '../database/rows.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Log } from '../telemetry/log.js';
import { ENDED } from './live-sessions.js';
import { SessionEntity } from './session.entity.js';
import { isUnattended } from './unattended.js';

/** A person who gave the right password and owes a code: nobody is signed in yet. */
export interface HalfWay {
  readonly staffId: string;
  readonly username: string;
  /** Whether the password was a temporary one, or is to be changed for its age. */
  readonly owesPassword: boolean;
  /** Whether the directory said that it is right; absent in sessions of former versions. */
  readonly byDirectory?: boolean;
  /** Where to go once the code was right. */
  readonly next: string;
  /** When the password was shown, in milliseconds since 1970. */
  readonly at: number;
}

declare module 'fastify' {
  interface Session {
    staffId?: string;
    halfWay?: HalfWay;
    /** Where and by which program the person signed in. */
    device?: { readonly address: string; readonly agent: string };
    /** When the person last showed who they are, in milliseconds since 1970. */
    provedAt?: number;
    /** When a second factor was shown in this session. */
    secondFactorAt?: number;
    /** Signed in by a password in whose place another is to be chosen first. */
    owesPassword?: true;
    /** The steps of the first day are shown. */
    firstDay?: true;
    /** From which the tokens of forms are made. */
    _csrf?: string;
  }
}

type Done = (error?: Error | null) => void;

/** How long a session lives: without being used, and altogether. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly longestMs: number;
}

const TOUCH_EVERY_MS = 60_000;
const ENDED_KEPT_MS = DAY_MS;

/** What a session of nobody holds at most: its cookie, and a secret that follows from its id. */
const OF_NOBODY: ReadonlySet<string> = new Set(['cookie', '_csrf']);

/**
 * The secret behind the forms of a session in which nobody has signed in. It follows from the id of the session, which only that browser has: so
 * the session needs no row, and opening the sign-in page in a loop fills no table.
 */
export function secretOfNobody(sessionId: string): string {
  return sha256Of(`form-secret:${sessionId}`);
}

/**
 * Sessions in the database, under the hash of their id: they outlive a restart, and ending the row signs out at once. An ended row stays
 * a day, so that a request which was still under way at sign-out cannot bring it back to life.
 */
export class DatabaseSessionStore implements SessionStore {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
    private readonly log: Log,
  ) {}

  set(sessionId: string, session: Session, done: Done): void {
    answer(done, () => this.keep(sessionRowId(sessionId), session));
  }

  get(sessionId: string, done: (error: Error | null, session?: Session | null) => void): void {
    this.find(sessionId).then(
      (session) => done(null, session),
      (error: unknown) => done(asError(error)),
    );
  }

  destroy(sessionId: string, done: Done): void {
    answer(done, async () => {
      const expiresAt = new Date(this.clock.now().getTime() - 1);
      await this.uow.run((tx) => tx.update(SessionEntity, { id: sessionRowId(sessionId) }, { ...ENDED, expiresAt }));
    });
  }

  /** @param sessionId of a cookie that we signed */
  private async find(sessionId: string): Promise<Session | null> {
    const now = this.clock.now();
    const id = sessionRowId(sessionId);
    const row = await rowBy(this.database.reader.manager, SessionEntity, { id });
    if (!row) return { _csrf: secretOfNobody(sessionId) } as Session;
    if (row.expiresAt <= now) return null;
    const isStale = now.getTime() - (row.lastSeenAt?.getTime() ?? 0) > TOUCH_EVERY_MS;
    if (isStale && !isUnattended()) await this.touchIfPossible(row, now);
    return JSON.parse(row.content) as Session;
  }

  /** On a full disk people go on reading; a session that could not be noted as used ends sooner, never later. */
  private async touchIfPossible(row: SessionEntity, now: Date): Promise<void> {
    try {
      await this.touch(row, now);
    } catch (error) {
      if (!isDatabaseUnwell(error)) throw error;
      this.log.warn('session.not-touched', { error });
    }
  }

  private async touch({ id, createdAt }: SessionEntity, now: Date): Promise<void> {
    const seen = { lastSeenAt: now, expiresAt: this.endOf(createdAt ?? now, now), createdAt: createdAt ?? now };
    await this.uow.run((tx) => tx.update(SessionEntity, { id, expiresAt: MoreThan(now) }, seen));
  }

  private async keep(id: string, session: Session): Promise<void> {
    const now = this.clock.now();
    const content = JSON.stringify(session);
    const whose = {
      staffId: session.staffId ?? session.halfWay?.staffId ?? null,
      address: session.device?.address ?? null,
      agent: session.device?.agent ?? null,
    };
    await this.uow.run(async (tx) => {
      const live = await tx.update(SessionEntity, { id, expiresAt: MoreThan(now) }, { content, ...whose });
      if (live.affected === 1 || isNobodys(session) || (await tx.existsBy(SessionEntity, { id }))) return;
      const times = { createdAt: now, lastSeenAt: now, expiresAt: this.endOf(now, now) };
      await tx.insert(SessionEntity, { id, content, ...whose, ...times });
      const longAgo = LessThan(new Date(now.getTime() - ENDED_KEPT_MS));
      // A row with an address is a session that timed out and has no line in the journal yet.
      await tx.delete(SessionEntity, { expiresAt: longAgo, address: IsNull() });
    });
  }

  private endOf(createdAt: Date, now: Date): Date {
    const { idleMs, longestMs } = this.limits;
    return new Date(Math.min(now.getTime() + idleMs, createdAt.getTime() + longestMs));
  }
}

/** The key of the row of a session. @param sessionId as the cookie holds it, without its signature */
export function sessionRowId(sessionId: string): string {
  return sha256Of(sessionId);
}

function isNobodys(session: Session): boolean {
  return Object.keys(session).every((key) => OF_NOBODY.has(key));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('session store');
}

function answer(done: Done, work: () => Promise<void>): void {
  work().then(
    () => done(null),
    (error: unknown) => done(asError(error)),
  );
}
