import { Injectable } from '@nestjs/common';
import { OfficerDirectory, type ListedUnit } from '../../officers/index.js';
import type { PublicFiguresEntity, PublicResultEntity } from '../persistence/publication.entities.js';
import { PublicResultQueries } from '../persistence/public-result-queries.js';

/** A result as the public reads it. */
export type PublicResult = Pick<
  PublicResultEntity,
  'number' | 'categoryName' | 'unitName' | 'title' | 'text' | 'publishedAt'
>;

/** `gone`: it was there and was withdrawn. */
export type AskedResult = PublicResult | 'gone' | null;

/** A unit and whom to call there: of the record by which tickets are given out, no other. */
export interface PublicContact {
  readonly unitName: string;
  readonly address: string | null;
  readonly website: string | null;
  readonly officers: readonly {
    readonly name: string;
    readonly position: string;
    readonly phone: string | null;
    readonly email: string | null;
  }[];
}

export const RESULTS_A_PAGE = 20;

/** How many results feeds and files hold at most. */
export const MAX_RESULTS = 1000;

/** All that the public may read without a code: results, contact officers, figures. It reads no ticket. */
@Injectable()
export class PublicSite {
  constructor(
    private readonly queries: PublicResultQueries,
    private readonly directory: OfficerDirectory,
  ) {}

  /** Newest first. @param before the number below which they begin */
  async results(before: number | null, size = RESULTS_A_PAGE): Promise<readonly PublicResult[]> {
    return (await this.queries.page(before, size)).map(asRead);
  }

  async result(number: number): Promise<AskedResult> {
    const found = await this.queries.byNumber(number);
    if (found === null) return null;
    return found.withdrawnAt === null ? asRead(found) : 'gone';
  }

  /** Those of some results that stand, newest first. */
  async resultsOf(numbers: readonly number[]): Promise<readonly PublicResult[]> {
    return (await this.queries.byNumbers(numbers)).map(asRead);
  }

  /** By name of the unit; those whom nobody may call are left out. */
  async contacts(): Promise<readonly PublicContact[]> {
    return (await this.directory.list()).filter(({ officers }) => officers.length > 0).map(contactOf);
  }

  /** Null before the first count. */
  figures(): Promise<PublicFiguresEntity | null> {
    return this.queries.latestFigures();
  }

  /** For the staff, as `review`. */
  reviewed(number: number): Promise<PublicResultEntity | null> {
    return this.queries.byNumber(number);
  }

  /** For the staff: also what was withdrawn, by whom and why. */
  review(before: number | null, size = RESULTS_A_PAGE): Promise<readonly PublicResultEntity[]> {
    return this.queries.pageOfAll(before, size);
  }
}

function asRead({ number, categoryName, unitName, title, text, publishedAt }: PublicResultEntity): PublicResult {
  return { number, categoryName, unitName, title, text, publishedAt };
}

function contactOf({ unit, officers }: ListedUnit): PublicContact {
  return {
    unitName: unit.name,
    address: unit.address,
    website: unit.website,
    officers: officers.map(({ person, phone, email }) => ({
      name: `${person.honorific} ${person.fullName}`,
      position: person.position,
      phone,
      email,
    })),
  };
}
