import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveSessions } from '../../platform/sessions/live-sessions.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { SyncLine } from '../domain/directory/sync-line.js';
import { ROLES_OF_A_UNIT } from '../domain/directory/sync-plan.js';
import { DirectoryRunEntity } from '../persistence/directory-run.entity.js';
import { writeLines, type WrittenLine } from '../persistence/sync-rows.js';
import { AssignRoles } from './assign-roles.js';
import { ReadDirectory, type ReadPlan } from './read-directory.js';
import { requireUniqueCodes } from './unique-code.js';
import { TELL_OF_DIRECTORY } from '../jobs/jobs.js';

/** Carries out a plan, whole or not at all, in one transaction. */
@Injectable()
export class ApplyDirectory {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly readDirectory: ReadDirectory,
    private readonly journal: Journal,
    private readonly roles: AssignRoles,
    private readonly sessions: LiveSessions,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param approvedHash the plan that a person said yes to; null where nobody did
   * @throws DomainError `directory-plan-changed` when staff or directory are no longer as the plan has them, `directory-needs-approval`,
   *   `input-invalid` when the last administrator would be stopped because another one ended meanwhile, or a code was given to somebody else meanwhile
   */
  async apply(
    actor: Actor,
    { id }: DirectoryRunEntity,
    { read, approvedHash }: { readonly read: ReadPlan; readonly approvedHash: string | null },
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const { plan, hash, needs } = await this.readDirectory.plan(read.reading, tx);
      if (hash !== (approvedHash ?? read.hash)) throw new DomainError('directory-plan-changed', { id });
      if (approvedHash === null && needs.length > 0) throw new DomainError('directory-needs-approval', { id, needs });
      const now = this.clock.now();
      const administrators = await this.roles.administrators(tx);
      const written = await writeLines(tx, plan.lines, now);
      for (const line of written) {
        await this.journal.record(tx, actor, actOf(id, line));
        await this.takeAway(tx, actor, line);
      }
      const isStopped = (administrator: string): boolean =>
        written.some(({ act, staffId }) => act === 'disable' && staffId === administrator);
      if (administrators.some(isStopped)) await this.roles.requireAdministrator(tx);
      await requireUniqueCodes(
        tx,
        written.filter(takesCode).map(({ staffId }) => staffId),
      );
      const { affected } = await tx.update(
        DirectoryRunEntity,
        { id, finishedAt: IsNull() },
        { state: 'applied', underWay: null, finishedAt: now, movedAt: now },
      );
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'directoryRun', id });
      await this.tell(tx, id, plan.lines);
    });
  }

  /** Roles of an old unit end today, including those that were to begin later; a person whose account is disabled is signed out everywhere. */
  private async takeAway(tx: EntityManager, actor: Actor, { act, staffId, changes }: WrittenLine): Promise<void> {
    const from = civilDateOf(this.clock.now());
    const isMoved = act !== 'add' && changes.some(({ field }) => field === 'unitId');
    for (const role of isMoved ? ROLES_OF_A_UNIT : []) await this.roles.endIn(tx, actor, { staffId, role, from });
    if (act === 'disable') await this.sessions.end(tx, staffId, 'all');
  }

  /** Administrators hear who lost roles, so that the work that they held is given to others, and whom the run did not dare to stop. */
  private async tell(tx: EntityManager, id: string, lines: readonly SyncLine[]): Promise<void> {
    const concerns = ({ act, rolesLost, reason }: SyncLine): boolean =>
      act === 'disable' || rolesLost.length > 0 || reason === 'lastAdministrator';
    if (!lines.some(concerns)) return;
    await this.outbox.enqueue(tx, TELL_OF_DIRECTORY.of({ run: id }));
  }
}

function takesCode({ act, facts, changes }: WrittenLine): boolean {
  const isCode = act === 'enable' || changes.some(({ field }) => field === 'eOfficeCode');
  return isCode && (facts?.eOfficeCode ?? null) !== null;
}

function actOf(
  run: string,
  { act, staffId, changes, rolesLost, rolesBack, reason }: WrittenLine,
): Parameters<Journal['record']>[2] {
  const detail = { run, changes, rolesLost, rolesBack, reason };
  return { action: `staff.sync.${act}`, objectKind: 'staff', objectId: staffId, detail };
}
