import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, type JournalAction } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { UnitKind } from '../domain/functions.js';
import { mayKeepContacts, mayOrganise } from '../domain/policy.js';
import {
  contactFlaws,
  newUnitFlaws,
  placeFlaws,
  renamingFlaws,
  type UnitContacts,
  type UnitDraft,
} from '../domain/unit-flaws.js';
import { isOfCommune, nameOn } from '../domain/unit-tree.js';
import { UnitEntity, UnitNameEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { CommandedWork } from './commanded-work.js';
import { requireFlawless } from './flawless.js';

export interface Renaming {
  readonly name: string;
  readonly symbol: string;
  /** The first day of the new name, as typed; it may lie before today, when the decision came late, or after. */
  readonly from: string;
}

type UnitName = Pick<UnitEntity, 'name' | 'symbol'>;

type UnitChange = Partial<Pick<UnitEntity, 'kind' | 'parentId' | 'name' | 'symbol' | keyof UnitContacts>>;

/** Writes units down and changes what is known of them. Each change is a line of the journal with what was before; no unit is ever removed. */
@Injectable()
export class WriteUnits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly queries: OrganisationQueries,
    private readonly commandedWork: CommandedWork,
  ) {}

  /** @returns the id of the new unit @throws DomainError `forbidden`, `input-invalid` at the field */
  async add(actor: Actor, draft: UnitDraft): Promise<string> {
    requireOrganiser(actor);
    return this.uow.run(async (tx) => {
      requireFlawless(newUnitFlaws(draft, await this.queries.units(tx)));
      return this.insert(tx, actor, draft);
    });
  }

  /**
   * Writes a sound unit down, inside a transaction of somebody else.
   *
   * @returns its id
   */
  async insert(tx: EntityManager, actor: Actor, draft: UnitDraft): Promise<string> {
    const { code, name, symbol } = draft;
    const after = {
      code,
      name,
      symbol,
      kind: draft.kind as UnitKind,
      parentId: orNull(draft.parentId),
      validFrom: civilDate(draft.validFrom),
      ...keptContacts(draft),
    };
    const id = newId();
    await tx.insert(UnitEntity, { ...after, id, validTo: null, successorId: null });
    await this.record(tx, actor, { action: 'unit.add', objectId: id, detail: { after } });
    return id;
  }

  /** Puts a unit elsewhere in the tree, or takes it for another kind. @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field */
  async place(actor: Actor, id: string, given: { readonly kind: string; readonly parentId: string }): Promise<void> {
    requireOrganiser(actor);
    await this.uow.run(async (tx) => {
      requireFlawless(placeFlaws({ ...given, id }, await this.queries.units(tx), this.today()));
      const change = { kind: given.kind as UnitKind, parentId: orNull(given.parentId) };
      await this.change(tx, actor, { id, action: 'unit.place', change });
    });
  }

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field */
  async contacts(actor: Actor, id: string, given: UnitContacts): Promise<void> {
    if (!mayKeepContacts(actor)) throw new DomainError('forbidden');
    requireFlawless(contactFlaws(given));
    await this.uow.run((tx) => this.change(tx, actor, { id, action: 'unit.contacts', change: keptContacts(given) }));
  }

  /**
   * Gives a unit another name from a day on; for an earlier day the old name is given. A day to come takes effect by itself
   * (`keep-up-to-date.ts`).
   *
   * @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field
   */
  async rename(actor: Actor, id: string, given: Renaming): Promise<void> {
    requireOrganiser(actor);
    await this.uow.run((tx) => this.renameIn(tx, actor, id, given));
  }

  /** The same inside a transaction of somebody else. @throws DomainError `not-found`, `input-invalid` at the field */
  async renameIn(tx: EntityManager, actor: Actor, id: string, given: Renaming): Promise<void> {
    const unit = await this.openUnit(tx, id);
    const names = await this.queries.names(id, tx);
    const taken = names.map(({ validFrom }) => validFrom);
    requireFlawless(renamingFlaws(given, unit, taken));
    const { name, symbol } = given;
    const first = { id: newId(), unitId: id, name: unit.name, symbol: unit.symbol, validFrom: null };
    const next = { id: newId(), unitId: id, name, symbol, validFrom: civilDate(given.from) };
    const added = names.length === 0 ? [first, next] : [next];
    await tx.insert(UnitNameEntity, added);
    const before = { name: unit.name, symbol: unit.symbol };
    const detail = { before, after: { name, symbol }, from: given.from };
    await this.record(tx, actor, { action: 'unit.rename', objectId: id, detail });
    await this.applyName(tx, id);
  }

  /**
   * Writes the name of today into the unit, when it is another. The unit is held first and its names are read then, so that of two who write at
   * once the second sees what the first wrote.
   *
   * @returns whether it was another
   */
  async applyName(tx: EntityManager, id: string): Promise<boolean> {
    await tx.update(UnitEntity, { id }, { name: () => '"name"' });
    const unit = await tx.findOneByOrFail(UnitEntity, { id });
    const held = nameOn(await this.queries.names(id, tx), this.today());
    if (held === null || isCalled(unit, held)) return false;
    await tx.update(UnitEntity, { id }, { name: held.name, symbol: held.symbol });
    return true;
  }

  /** Changes an open unit and says so, in a transaction of somebody else; what is as before leaves no line. @returns whether anything changed @throws DomainError `input-invalid` */
  async change(
    tx: EntityManager,
    actor: Actor,
    { id, action, change }: { readonly id: string; readonly action: JournalAction; readonly change: UnitChange },
  ): Promise<boolean> {
    const unit = await this.openUnit(tx, id);
    const fields = (Object.keys(change) as (keyof UnitChange)[]).filter((field) => unit[field] !== change[field]);
    if (fields.length === 0) return false;
    if (fields.some((field) => field === 'kind' || field === 'parentId')) await this.requireRoomAt(tx, id, change);
    await tx.update(UnitEntity, { id }, change);
    const detail = { before: picked(unit, fields), after: picked(change, fields) };
    await this.record(tx, actor, { action, objectId: id, detail });
    return true;
  }

  /** A unit that a commune has charge of from now on holds nothing that the department alone commands. @throws DomainError `input-invalid` */
  private async requireRoomAt(tx: EntityManager, id: string, change: UnitChange): Promise<void> {
    const units = await this.queries.units(tx);
    const after = units.map(({ id: unitId, kind, parentId, successorId }) => ({
      id: unitId,
      kind,
      parentId,
      successorId,
      ...(unitId === id ? change : {}),
    }));
    if (isOfCommune(units, id) || !isOfCommune(after, id)) return;
    await this.commandedWork.requireNone(tx, units, { id, field: 'parentId' });
  }

  private async openUnit(tx: EntityManager, id: string): Promise<UnitEntity> {
    const unit = await this.queries.unit(id, tx);
    if (unit === null) throw new DomainError('not-found', { what: 'unit' });
    if (unit.validTo !== null)
      throw new DomainError('input-invalid', { message: `${unit.name} đã ngừng hoạt động nên không sửa được nữa.` });
    return unit;
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: {
      readonly action: JournalAction;
      readonly objectId: string;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    return this.journal.record(tx, actor, { ...act, objectKind: 'unit' });
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}

/** Whether a unit bears that name and symbol already. */
export function isCalled(unit: UnitName, { name, symbol }: UnitName): boolean {
  return unit.name === name && unit.symbol === symbol;
}

/** @throws DomainError `forbidden` */
export function requireOrganiser(actor: Actor): void {
  if (!mayOrganise(actor)) throw new DomainError('forbidden');
}

/** Contacts as they are kept: what is not known is null. */
export function keptContacts({ address, website, email, phone }: UnitContacts): {
  readonly [Field in keyof UnitContacts]: string | null;
} {
  return { address: orNull(address), website: orNull(website), email: orNull(email), phone: orNull(phone) };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function picked(facts: UnitChange, fields: readonly (keyof UnitChange)[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, facts[field]]));
}
