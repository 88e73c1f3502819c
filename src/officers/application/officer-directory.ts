import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { fold } from '../../kernel/vietnamese.js';
import {
  OrganisationQueries,
  StaffDirectory,
  type Person,
  type Unit,
  type UnitEntity,
} from '../../organisation/index.js';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { OfficerChangeEntity, OfficerTermEntity } from '../persistence/officers.entities.js';

/** An officer as the directory names one. */
export interface ListedOfficer extends Pick<OfficerTermEntity, 'phone' | 'email'> {
  readonly person: Pick<Person, 'id' | 'fullName' | 'honorific' | 'position'>;
  /** Null where nobody wrote it down. */
  readonly since: OfficerTermEntity['validFrom'];
}

/** A unit with what is published of it. */
export type PublishedUnit = Unit & Pick<UnitEntity, 'address' | 'website'>;

export interface ListedUnit {
  readonly unit: PublishedUnit;
  /** None: nobody can be given the unit's tickets. */
  readonly officers: readonly ListedOfficer[];
}

export interface DirectoryQuestion {
  /** Words of unit or officer, with or without marks. */
  readonly words?: string;
  readonly onlyMissing?: boolean;
}

/** Newest first. */
export interface UnitHistory {
  readonly terms: readonly OfficerTermEntity[];
  readonly changes: readonly OfficerChangeEntity[];
}

const LISTED_CHANGES = 50;

/** The contact officers of all units of the department, those of communes left out: by the role that gives them tickets, reached as published. */
@Injectable()
export class OfficerDirectory {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly organisation: OrganisationQueries,
  ) {}

  /** By name of the unit. */
  async list({ words = '', onlyMissing = false }: DirectoryQuestion = {}): Promise<readonly ListedUnit[]> {
    const [units, published, officers, terms] = await Promise.all([
      this.staff.commandedUnits(),
      this.organisation.units(),
      this.staff.contactOfficers(),
      this.terms.findBy({ validTo: IsNull(), voidedAt: IsNull() }),
    ]);
    const wanted = fold(words).trim();
    const kept = new Map(published.map((unit) => [unit.id, unit]));
    return units
      .map((unit) => ({
        unit: { ...unit, address: kept.get(unit.id)?.address ?? null, website: kept.get(unit.id)?.website ?? null },
        officers: officers
          .filter(({ unitId }) => unitId === unit.id)
          .map((person) => listed(person, terms.find(isTermOf(unit.id, person.id)))),
      }))
      .filter((one) => !onlyMissing || one.officers.length === 0)
      .filter((one) => wanted === '' || fold(namesIn(one)).includes(wanted));
  }

  /** Units that may lead a ticket and have nobody who could be given it. */
  async missing(): Promise<readonly Unit[]> {
    return (await this.list({ onlyMissing: true })).map(({ unit }) => unit);
  }

  async historyOf(unitId: string): Promise<UnitHistory> {
    const changes = this.database.reader.getRepository(OfficerChangeEntity);
    const [terms, latest] = await Promise.all([
      this.terms.find({ where: { unitId, voidedAt: IsNull() }, order: { validFrom: 'DESC', id: 'ASC' } }),
      cutList(
        { name: 'Thay đổi cán bộ đầu mối', how: 'Hiện các dòng mới nhất.' },
        changes.findAndCount({ where: { unitId }, order: { createdAt: 'DESC', id: 'ASC' }, take: LISTED_CHANGES }),
      ),
    ]);
    return { terms, changes: latest };
  }

  private get terms() {
    return this.database.reader.getRepository(OfficerTermEntity);
  }
}

function isTermOf(unitId: string, staffId: string): (term: OfficerTermEntity) => boolean {
  return (term) => term.unitId === unitId && term.staffId === staffId;
}

function listed({ id, fullName, honorific, position }: Person, term: OfficerTermEntity | undefined): ListedOfficer {
  const person = { id, fullName, honorific, position };
  return { person, phone: term?.phone ?? null, email: term?.email ?? null, since: term?.validFrom ?? null };
}

function namesIn({ unit, officers }: ListedUnit): string {
  return [unit.name, ...officers.map(({ person }) => person.fullName)].join(' ');
}
