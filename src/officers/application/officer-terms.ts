import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { addDays, civilDate, civilDateOf, isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayEditOfficers } from '../domain/policy.js';
import { entryFlaws, type PublishedEntry } from '../domain/published-entry.js';
import { OfficerTermEntity } from '../persistence/officers.entities.js';

/** An entry of the directory as somebody typed it. */
export interface EntryDraft extends PublishedEntry {
  readonly unitId: string;
  readonly staffId: string;
  /** `''` where nobody knows since when. */
  readonly since: string;
}

/** How an officer of a unit is reached, and since when; begins and ends with changes, and may be set right in between. */
@Injectable()
export class OfficerTerms {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly staff: StaffDirectory,
  ) {}

  /** Sets right how an officer is reached. @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field */
  async keep(actor: Actor, { unitId, staffId, since, ...given }: EntryDraft): Promise<void> {
    if (!mayEditOfficers(actor)) throw new DomainError('forbidden');
    const [phone, email] = [given.phone.trim(), given.email.trim()];
    const officers = await this.staff.contactOfficers(unitId);
    if (!officers.some(({ id }) => id === staffId)) throw new DomainError('not-found', { what: 'staff' });
    const [flaw] = entryFlaws({ phone, email });
    if (flaw) throw new DomainError('input-invalid', { field: flaw.field, message: flaw.sentence });
    const after = { phone, email, validFrom: this.sinceOf(since) };
    await this.uow.run(async (tx) => {
      const running = await this.running(tx, unitId, staffId);
      const id = running?.id ?? newId();
      if (running) await tx.update(OfficerTermEntity, { id }, after);
      else await tx.insert(OfficerTermEntity, { ...BEGUN, ...after, id, unitId, staffId });
      const before = running && { phone: running.phone, email: running.email, validFrom: running.validFrom };
      await this.journal.record(tx, actor, {
        action: 'officer.entry',
        objectKind: 'officerTerm',
        objectId: id,
        detail: { unitId, staffId, before, after },
      });
    });
  }

  /** A term begins with a change; one that runs already goes on, reached as the change says. */
  async begin(
    tx: EntityManager,
    term: PublishedEntry & Pick<OfficerTermEntity, 'unitId' | 'staffId' | 'changeId'> & { readonly from: CivilDate },
  ): Promise<void> {
    const { from, unitId, staffId, phone, email, changeId } = term;
    const running = await this.running(tx, unitId, staffId);
    if (running) await tx.update(OfficerTermEntity, { id: running.id }, { phone, email });
    else {
      const begun = { unitId, staffId, phone, email, changeId };
      await tx.insert(OfficerTermEntity, { ...BEGUN, ...begun, id: newId(), validFrom: from });
    }
  }

  /** A term ends before a day; an officer whose beginning was never written down has one from now on, for the history. */
  async end(tx: EntityManager, unitId: string, staffId: string, from: CivilDate): Promise<void> {
    const validTo = addDays(from, -1);
    const running = await this.running(tx, unitId, staffId);
    if (running) await tx.update(OfficerTermEntity, { id: running.id }, { validTo });
    else await tx.insert(OfficerTermEntity, { ...BEGUN, id: newId(), unitId, staffId, validTo });
  }

  /** As if the change had never been: its own term is void, the one that it ended runs again. */
  async takeBack(
    tx: EntityManager,
    change: {
      readonly id: string;
      readonly unitId: string;
      readonly leavingId: string | null;
      readonly from: CivilDate;
    },
    keepsNew: boolean,
  ): Promise<void> {
    const { id: changeId, unitId, leavingId, from } = change;
    if (!keepsNew) await tx.update(OfficerTermEntity, { changeId }, { voidedAt: this.clock.now() });
    if (leavingId === null) return;
    const ended = { unitId, staffId: leavingId, validTo: addDays(from, -1), voidedAt: IsNull() };
    await tx.update(OfficerTermEntity, ended, { validTo: null });
  }

  private running(tx: EntityManager, unitId: string, staffId: string): Promise<OfficerTermEntity | null> {
    return tx.findOneBy(OfficerTermEntity, { unitId, staffId, validTo: IsNull(), voidedAt: IsNull() });
  }

  private sinceOf(since: string): CivilDate | null {
    if (since === '') return null;
    if (isCivilDate(since) && since <= civilDateOf(this.clock.now())) return civilDate(since);
    throw new DomainError('input-invalid', { field: 'since', message: 'Chọn ngày từ hôm nay trở về trước.' });
  }
}

const BEGUN = { validFrom: null, validTo: null, phone: null, email: null, changeId: null, voidedAt: null };
