import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../kernel/civil-date.js';
import { fold } from '../../kernel/vietnamese.js';
import { Database } from '../../platform/database/database.js';
import { nameOn } from '../domain/unit-tree.js';
import { STAFF, UNIT_NAMES, UNITS } from './organisation-data.js';

/** A person as a list names one, also after leaving. */
export interface PersonName {
  readonly fullName: string;
  readonly honorific: 'Ông' | 'Bà';
  readonly unitId: string;
}

/** Names for the ids that a page holds. */
@Injectable()
export class NameQueries {
  constructor(private readonly database: Database) {}

  /** Names of units by id; ids of nobody fall away. */
  async units(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = known(ids);
    if (wanted.length === 0) return new Map();
    const units = new Map((await UNITS.of(this.database)).map(({ id, name }) => [id, name]));
    return new Map(
      wanted.flatMap((id) => {
        const name = units.get(id);
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
  }

  /**
   * Names of units as they were on a day, for papers that keep the name of their time.
   *
   * @returns gives the name of a unit on a day; undefined where the unit was not asked for
   */
  async unitsByDay(
    ids: readonly (string | null)[],
  ): Promise<(id: string | null, day: CivilDate) => string | undefined> {
    const current = await this.units(ids);
    const past = (await UNIT_NAMES.of(this.database)).filter(({ unitId }) => current.has(unitId));
    return (id, day) => {
      const names = past.filter(({ unitId }) => unitId === id);
      return nameOn(names, day)?.name ?? current.get(id ?? '');
    };
  }

  /** Names of people by id; ids of nobody fall away. */
  async people(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, PersonName>> {
    const wanted = known(ids);
    if (wanted.length === 0) return new Map();
    const { byId } = await STAFF.of(this.database);
    return new Map(
      wanted.flatMap((id) => {
        const found = byId.get(id);
        if (found === undefined) return [];
        const { fullName, honorific, unitId } = found.person;
        return [[id, { fullName, honorific, unitId }] as const];
      }),
    );
  }

  /** Ids of everybody, also of those who left, whose name or account holds the words, marks left aside. */
  async idsNamed(words: string): Promise<readonly string[]> {
    const wanted = fold(words);
    const people = [...(await STAFF.of(this.database)).byId.values()].map(({ person }) => person);
    return people.filter((one) => fold(`${one.fullName} ${one.username}`).includes(wanted)).map(({ id }) => id);
  }
}

function known(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id): id is string => id !== null && id !== '');
}
