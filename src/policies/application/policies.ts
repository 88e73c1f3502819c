import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { POLICY_SETS, policyInForce, type PolicySet } from '../../law/index.js';
import { Database } from '../../platform/database/database.js';
import { ReferenceData } from '../../platform/database/reference-data.js';
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

const PUBLISHED = new ReferenceData(['policy_version'], async (rows) =>
  (await rows.find(PolicyVersionEntity, { order: { version: 'ASC' } })).map(publishedOf),
);

/** The rules on time, every version; what another process publishes is seen at the next question. */
@Injectable()
export class Policies {
  /** Versions never change: what was seen once needs no question. */
  private known: readonly PublishedPolicy[] = SHIPPED;

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
    let found = this.known.find(isThis);
    if (found === undefined) {
      const all = await this.history();
      // What an open transaction has seen may yet be rolled back.
      if (this.database.openTransaction === null) this.known = all;
      found = all.find(isThis);
    }
    if (found === undefined) throw new DomainError('not-found', { version });
    return found;
  }

  /** Every version with who published it and why, oldest first. */
  async history(): Promise<readonly PublishedPolicy[]> {
    return [...SHIPPED, ...(await PUBLISHED.of(this.database))];
  }
}

function publishedOf({ version, body, createdByName, createdAt, reason }: PolicyVersionEntity): PublishedPolicy {
  return { set: readStoredPolicy(version, body), publication: { byName: createdByName, at: createdAt, reason } };
}
