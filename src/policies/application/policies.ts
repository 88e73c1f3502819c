import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { POLICY_SETS, policyInForce, type PolicySet } from '../../law/index.js';
import { Database } from '../../platform/database/database.js';
import { MoreThan } from 'typeorm';
import { PolicyVersionEntity } from '../persistence/policies.entities.js';
import { readStoredPolicy } from './stored-policy.js';

/** A version of the rules on time and how it came to be. */
export interface PublishedPolicy {
  readonly set: PolicySet;
  /** Null for the version that ships with the software. */
  readonly publication: {
    readonly byName: string;
    readonly at: Date;
    readonly reason: string;
  } | null;
}

const SHIPPED: readonly PublishedPolicy[] = POLICY_SETS.map((set) => ({ set, publication: null }));

/**
 * The rules on time, every version. Versions never change, so those once read are kept in memory; each question asks the database only
 * for the highest version, so that what another process publishes is seen at the next question.
 */
@Injectable()
export class Policies {
  private known = SHIPPED;

  constructor(private readonly database: Database) {}

  /**
   * The set in force on a day, for a ticket: the day it was received.
   *
   * @throws DomainError `policy-missing` before the first set
   */
  async at(day: CivilDate): Promise<PolicySet> {
    return policyInForce(await this.all(), day);
  }

  /** @throws DomainError `not-found` */
  async version(version: number): Promise<PolicySet> {
    return (await this.published(version)).set;
  }

  /** Oldest first. */
  async all(): Promise<readonly PolicySet[]> {
    return (await this.history()).map(({ set }) => set);
  }

  /** @throws DomainError `not-found` */
  async published(version: number): Promise<PublishedPolicy> {
    // What is known is never wrong: only an unknown version is worth a question.
    const isThis = ({ set }: PublishedPolicy): boolean => set.version === version;
    const found = this.known.find(isThis) ?? (await this.history()).find(isThis);
    if (found === undefined) throw new DomainError('not-found', { version });
    return found;
  }

  /** Every version with who published it and why, oldest first. */
  async history(): Promise<readonly PublishedPolicy[]> {
    const rows = this.database.reader.getRepository(PolicyVersionEntity);
    const { known } = this;
    const latest = latestOf(known);
    const highest = (await rows.maximum('version')) ?? latest;
    if (highest <= latest) return known;
    const newer = await rows.find({ where: { version: MoreThan(latest) }, order: { version: 'ASC' } });
    const all = [...known, ...newer.map(publishedOf)];
    // Two questions may have been under way at once; the one that has seen more is kept, unless what it saw may yet be rolled back.
    if (this.database.openTransaction === null && latestOf(all) > latestOf(this.known)) this.known = all;
    return all;
  }
}

function latestOf(versions: readonly PublishedPolicy[]): number {
  return versions.at(-1)?.set.version ?? 0;
}

function publishedOf({ version, body, createdByName, createdAt, reason }: PolicyVersionEntity): PublishedPolicy {
  return { set: readStoredPolicy(version, body), publication: { byName: createdByName, at: createdAt, reason } };
}
