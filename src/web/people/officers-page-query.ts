import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OfficerDirectory, PlanChange, type DirectoryQuestion } from '../../officers/index.js';
import { mayEditOfficers } from '../../officers/domain/policy.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { OfficerChangeReading, OfficersReading, OfficerUnitReading } from './officers-reading.js';
import { DOCX } from '../ticket-files/file-answer.js';
import { CaseLetterQuery } from '../drafting/case-letter-query.js';
import type { KeptFile } from '../ticket-files/kept-files.js';

/** Reads the directory of contact officers, one unit of it, and one change, for their pages. */
@Injectable()
export class OfficersPageQuery {
  constructor(
    private readonly directory: OfficerDirectory,
    private readonly plans: PlanChange,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly letters: CaseLetterQuery,
  ) {}

  async list(question: DirectoryQuestion): Promise<OfficersReading> {
    const [all, found] = await Promise.all([this.directory.list(), this.directory.list(question)]);
    return { question, found, total: all.length, missing: all.filter(({ officers }) => officers.length === 0).length };
  }

  /** @throws DomainError `not-found` */
  async unit(actor: Actor, unitId: string): Promise<OfficerUnitReading> {
    const [listed, history, people] = await Promise.all([
      this.directory.list(),
      this.directory.historyOf(unitId),
      this.staff.people(),
    ]);
    const one = listed.find(({ unit }) => unit.id === unitId);
    if (!one) throw new DomainError('not-found', { what: 'unit' });
    const named = await this.names.people([
      ...history.terms.map(({ staffId }) => staffId),
      ...history.changes.flatMap(({ leavingId, takingId }) => [leavingId, takingId]),
    ]);
    return {
      listed: one,
      history,
      mayEdit: mayEditOfficers(actor),
      today: civilDateOf(this.clock.now()),
      people: people.filter((person) => person.unitId === unitId),
      names: { units: new Map(), people: named },
    };
  }

  /** @throws DomainError `not-found` */
  async change(actor: Actor, id: string): Promise<OfficerChangeReading> {
    const change = await this.plans.one(id);
    const plan = await this.plans.planOf(change);
    const ids = [
      change.leavingId,
      change.takingId,
      ...plan.takers,
      ...plan.tickets.map(({ ticket }) => ticket.officerId),
    ];
    const handedTo = (change.handed ?? []).map(({ toOfficerId }) => toOfficerId);
    const [units, people] = await Promise.all([
      this.names.units([change.unitId]),
      this.names.people([...ids, ...handedTo]),
    ]);
    const now = this.clock.now();
    const letters = await this.letters.of('officerChange', [id]);
    return { actor, change, plan, letters, names: { units, people }, now, today: civilDateOf(now) };
  }

  /** The letter to the city. @throws DomainError `not-found` while there is none */
  async letter(id: string): Promise<KeptFile> {
    const { letterSha256 } = await this.plans.one(id);
    if (letterSha256 === null) throw new DomainError('not-found', { what: 'file' });
    const content = await this.files.get(letterSha256);
    return { content, name: `thay-doi-can-bo-dau-moi-${id.slice(0, 8)}.docx`, type: DOCX };
  }
}
