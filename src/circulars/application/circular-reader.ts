import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OrganisationQueries, StaffDirectory } from '../../organisation/index.js';
import { isInForce } from '../../organisation/domain/unit-tree.js';
import { FileStore } from '../../platform/files/file-store.js';
import { isAddressed, isUnitAddressed, type Audience } from '../domain/audience.js';
import { CIRCULAR_SENDERS, mayWatch, mayWatchUnit } from '../domain/policy.js';
import {
  CircularQueries,
  type CircularCursor,
  type HeldCircular,
  type OpenReceipt,
  type ReceiptCounts,
} from '../persistence/circular-queries.js';
import type { CircularEntity, CircularReceiptEntity, CircularUnitEntity } from '../persistence/circulars.entities.js';
import { BriefUnit } from './brief-unit.js';

/** A circular as one person meets it. */
export interface SeenCircular {
  readonly circular: CircularEntity;
  /** Null for those who only watch. */
  readonly receipt: CircularReceiptEntity | null;
  /** The person's unit, where it is addressed as a whole. */
  readonly unit: CircularUnitEntity | null;
  /** Whether the person answers for that unit. */
  readonly mayBrief: boolean;
  readonly replaces: CircularEntity | null;
  readonly replacedBy: CircularEntity | null;
}

/** What one person has to do with circulars. */
export interface OwnCirculars {
  readonly owed: readonly HeldCircular[];
  /** Last handed out first; one more than was asked for where there are further ones. */
  readonly acknowledged: readonly HeldCircular[];
  /** Circulars of which the unit waits for this person's word. */
  readonly briefings: readonly CircularEntity[];
}

export interface UnitProgress {
  readonly unit: CircularUnitEntity;
  readonly counts: ReceiptCounts;
}

export interface CircularProgress {
  readonly circular: CircularEntity;
  readonly counts: ReceiptCounts;
  readonly unitCounts: { readonly all: number; readonly confirmed: number };
  readonly units: readonly UnitProgress[];
}

export interface ProgressWish {
  /** Number of the last row of the page before; 0 for the first page. */
  readonly after: number;
  readonly size: number;
  readonly onlyOwing: boolean;
}

const MAX_OWED = 100;
const NOBODY: ReceiptCounts = { open: 0, acknowledged: 0, lapsed: 0 };

/** Circulars for the people who may see them: the addressees, their units, and those who watch over all. */
@Injectable()
export class CircularReader {
  constructor(
    private readonly clock: Clock,
    private readonly queries: CircularQueries,
    private readonly organisation: OrganisationQueries,
    private readonly staff: StaffDirectory,
    private readonly brief: BriefUnit,
    private readonly files: FileStore,
  ) {}

  async mine(actor: Actor, before: number | null, size: number): Promise<OwnCirculars> {
    const today = civilDateOf(this.clock.now());
    const briefs = await this.brief.mayConfirm(actor);
    const [owed, acknowledged, briefings] = await Promise.all([
      this.queries.owedBy(actor.id, today, MAX_OWED),
      this.queries.acknowledgedBy(actor.id, before, size),
      briefs ? this.queries.briefingsOwed(actor.unitId ?? '', today) : [],
    ]);
    return { owed, acknowledged, briefings };
  }

  /** All circulars with how far each has come, newest first. @throws DomainError `forbidden` */
  async all(
    actor: Actor,
    after: CircularCursor | null,
    size: number,
  ): Promise<readonly { readonly circular: CircularEntity; readonly counts: ReceiptCounts }[]> {
    if (!mayWatch(actor)) throw new DomainError('forbidden', { act: 'circular' });
    const page = await this.queries.page(after, size);
    const counts = await this.queries.counts(page.map(({ id }) => id));
    return page.map((circular) => ({ circular, counts: counts.get(circular.id) ?? NOBODY }));
  }

  /** @throws DomainError `not-found` for those whom it does not concern */
  async one(actor: Actor, id: string): Promise<SeenCircular> {
    const [circular, receipt, unit] = await Promise.all([
      this.queries.byId(id),
      this.queries.receipt(id, actor.id),
      this.queries.unit(id, actor.unitId ?? ''),
    ]);
    if (!circular || !isSeen(actor, circular, receipt !== null || unit !== null))
      throw new DomainError('not-found', { what: 'circular' });
    const [mayBrief, replaces, replacedBy] = await Promise.all([
      unit !== null && this.brief.mayConfirm(actor),
      circular.replacesId === null ? null : this.queries.byId(circular.replacesId),
      circular.replacedById === null ? null : this.queries.byId(circular.replacedById),
    ]);
    return { circular, receipt, unit, mayBrief, replaces, replacedBy };
  }

  /** Those that hold today, which a new one may replace; newest last. */
  inForce(): Promise<readonly CircularEntity[]> {
    return this.queries.inForce(civilDateOf(this.clock.now()));
  }

  /** How many people and units would get it today. */
  async reach(audience: Audience): Promise<{ readonly people: number; readonly units: number }> {
    const today = civilDateOf(this.clock.now());
    const [all, people] = await Promise.all([this.organisation.units(), this.staff.people()]);
    const units = new Map(all.filter((unit) => isInForce(unit, today)).map((unit) => [unit.id, unit]));
    const reached = people.filter(({ id, unitId, actor: { roles } }) => {
      const unit = units.get(unitId);
      return unit !== undefined && isAddressed(audience, { id, unitId, unitKind: unit.kind, roles });
    });
    return {
      people: reached.length,
      units: [...units.values()].filter((unit) => isUnitAddressed(audience, unit)).length,
    };
  }

  /** How far it has come, unit by unit; a head sees the own unit alone. @throws DomainError `not-found` */
  async progress(actor: Actor, id: string, wish: ProgressWish): Promise<CircularProgress> {
    const { circular, unit } = await this.one(actor, id);
    if (!mayWatch(actor)) return this.progressOfUnit(actor, circular, unit);
    const [counts, unitCounts, units] = await Promise.all([
      this.queries.counts([id]),
      this.queries.unitCounts(id),
      this.queries.units(id, wish),
    ]);
    const byUnit = await this.queries.countsOfUnits(
      id,
      units.map(({ unitId }) => unitId),
    );
    const rows = units.map((one) => ({ unit: one, counts: byUnit.get(one.unitId) ?? NOBODY }));
    return { circular, counts: counts.get(id) ?? NOBODY, unitCounts, units: rows };
  }

  /** Who has not acknowledged, by unit and name. @param unitId of one unit; null for all @throws DomainError `not-found` */
  async open(
    actor: Actor,
    id: string,
    wish: { readonly unitId: string | null; readonly after: number; readonly size: number },
  ): Promise<{ readonly circular: CircularEntity; readonly rows: readonly OpenReceipt[] }> {
    const { circular } = await this.one(actor, id);
    const unitId = mayWatch(actor) ? wish.unitId : actor.unitId;
    if (unitId !== null && !mayWatchUnit(actor, unitId)) throw new DomainError('not-found', { what: 'circular' });
    return { circular, rows: await this.queries.open(id, { ...wish, unitId }) };
  }

  /** A file that goes with it. @param position from 1 @throws DomainError `not-found` */
  async file(actor: Actor, id: string, position: number): Promise<{ readonly name: string; readonly content: Buffer }> {
    const { circular } = await this.one(actor, id);
    const file = circular.files[position - 1];
    if (!file) throw new DomainError('not-found', { what: 'file' });
    return { name: file.name, content: await this.files.get(file.sha256) };
  }

  /** The minutes by which a unit was told. @throws DomainError `not-found` */
  async minutes(
    actor: Actor,
    id: string,
    unitId: string,
  ): Promise<{ readonly name: string; readonly content: Buffer }> {
    await this.one(actor, id);
    const unit = mayWatchUnit(actor, unitId) || actor.unitId === unitId ? await this.queries.unit(id, unitId) : null;
    if (!unit?.minutesSha256) throw new DomainError('not-found', { what: 'file' });
    return { name: unit.minutesName ?? 'bien-ban', content: await this.files.get(unit.minutesSha256) };
  }

  private async progressOfUnit(
    actor: Actor,
    circular: CircularEntity,
    unit: CircularUnitEntity | null,
  ): Promise<CircularProgress> {
    const unitId = actor.unitId ?? '';
    if (unit === null || !mayWatchUnit(actor, unitId)) throw new DomainError('not-found', { what: 'circular' });
    const counts = (await this.queries.countsOfUnits(circular.id, [unitId])).get(unitId) ?? NOBODY;
    const unitCounts = { all: 1, confirmed: unit.confirmedAt === null ? 0 : 1 };
    return { circular, counts, unitCounts, units: [{ unit, counts }] };
  }
}

/** Of a draft nobody knows but who may send it. */
function isSeen(actor: Actor, { state, sentAt }: CircularEntity, isHeld: boolean): boolean {
  if (hasRole(actor, ...CIRCULAR_SENDERS)) return true;
  return state !== 'draft' && sentAt !== null && (isHeld || mayWatch(actor));
}
