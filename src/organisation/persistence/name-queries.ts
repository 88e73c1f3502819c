import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { fold } from '../../kernel/vietnamese.js';
import { Database } from '../../platform/database/database.js';
import { nameOn } from '../domain/unit-tree.js';
import { StaffEntity, UnitEntity, UnitNameEntity } from './organisation.entities.js';

/** A person as a list names one, also after leaving. */
export interface PersonName {
  readonly fullName: string;
  readonly honorific: 'Ông' | 'Bà';
  readonly unitId: string;
}

/** Names for the ids that a page holds: one read for a whole page. */
@Injectable()
export class NameQueries {
  constructor(private readonly database: Database) {}

  /** Names of units by id; ids of nobody fall away. */
  async units(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = known(ids);
    if (wanted.length === 0) return new Map();
    const units = await this.database.reader
      .getRepository(UnitEntity)
      .find({ where: { id: In(wanted) }, select: { id: true, name: true } });
    return new Map(units.map(({ id, name }) => [id, name]));
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
    const past = await this.database.reader.manager.findBy(UnitNameEntity, { unitId: In([...current.keys()]) });
    return (id, day) => {
      const names = past.filter(({ unitId }) => unitId === id);
      return nameOn(names, day)?.name ?? current.get(id ?? '');
    };
  }

  /** Names of people by id; ids of nobody fall away. */
  async people(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, PersonName>> {
    const wanted = known(ids);
    if (wanted.length === 0) return new Map();
    const people = await this.database.reader
      .getRepository(StaffEntity)
      .find({ where: { id: In(wanted) }, select: { id: true, fullName: true, honorific: true, unitId: true } });
    return new Map(people.map(({ id, fullName, honorific, unitId }) => [id, { fullName, honorific, unitId }]));
  }

  /** Ids of everybody, also of those who left, whose name or account holds the words, marks left aside. */
  async idsNamed(words: string): Promise<readonly string[]> {
    const wanted = fold(words);
    const people = await this.database.reader
      .getRepository(StaffEntity)
      .find({ select: { id: true, fullName: true, username: true } });
    return people.filter((one) => fold(`${one.fullName} ${one.username}`).includes(wanted)).map(({ id }) => id);
  }
}

function known(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id): id is string => id !== null && id !== '');
}
