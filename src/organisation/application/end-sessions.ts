import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveSessions, type WhichSessions } from '../../platform/sessions/live-sessions.js';

/** Lines written in one transaction: other writers wait for it. */
const AT_ONCE = 200;

/** Signs somebody out of one browser, of all others, or of all: for the person, for the account administrator, or when somebody leaves. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: LiveSessions,
    private readonly journal: Journal,
  ) {}

  /** Signs a person out where they asked for it; a session that has ended already leaves no line. @param sessionId of its row */
  async leave(actor: Actor, sessionId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      if ((await this.sessions.end(tx, actor.id, { only: sessionId })) === 0) return;
      await this.journal.record(tx, actor, { action: 'account.signOut', objectKind: 'staff', objectId: actor.id });
    });
  }

  /** @returns how many ended; none is no error, and leaves no line in the journal */
  async end(actor: Actor, staffId: string, which: WhichSessions): Promise<number> {
    return this.uow.run(async (tx) => {
      const ended = await this.sessions.end(tx, staffId, which);
      if (ended > 0) {
        const act = { action: 'account.endSessions', objectKind: 'staff', objectId: staffId } as const;
        await this.journal.record(tx, actor, { ...act, detail: { ended } });
      }
      return ended;
    });
  }

  /** Gives each session that timed out, idle or too old, its line in the journal. */
  async noteTimedOut(): Promise<void> {
    while ((await this.noteSome()) === AT_ONCE);
  }

  private async noteSome(): Promise<number> {
    return this.uow.run(async (tx) => {
      const sessions = await this.sessions.takeTimedOut(tx, AT_ONCE);
      for (const { staffId, endedAt } of sessions) {
        const act = { action: 'account.timedOut', objectKind: 'staff', objectId: staffId } as const;
        await this.journal.record(tx, SYSTEM, { ...act, detail: { endedAt: endedAt.toISOString() } });
      }
      return sessions.length;
    });
  }
}
