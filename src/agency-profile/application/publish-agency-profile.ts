import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { changedFacts } from '../domain/changed-facts.js';
import { mayEditAgencyProfile, type AgencyProfileVersion } from '../domain/agency-profile.js';
import { publicationFlaws, type AgencyProfilePublication } from '../domain/publication.js';
import { AgencyProfileVersionEntity } from '../persistence/agency-profile.entities.js';
import { AgencyProfiles } from './agency-profiles.js';

export interface PublishAgencyProfileCommand extends AgencyProfilePublication {
  /** The highest version there was when the form was drawn; a newer one since then is somebody else's decision. */
  readonly latest: number;
}

/** Writes down new names, symbols, titles or citations, from a day on. Documents that are drafted keep theirs. */
@Injectable()
export class PublishAgencyProfile {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `agency-profile-invalid` with the flaws, or `changed-meanwhile` when a version was published meanwhile */
  async publish(actor: Actor, { latest, ...publication }: PublishAgencyProfileCommand): Promise<AgencyProfileVersion> {
    if (!mayEditAgencyProfile(actor)) throw new DomainError('forbidden');
    const now = this.clock.now();
    const flaws = publicationFlaws(publication, civilDateOf(now));
    if (flaws.length > 0) throw new DomainError('agency-profile-invalid', { flaws });
    const before = (await this.agencyProfiles.history()).at(-1);
    if (before?.version !== latest) throw new DomainError('changed-meanwhile', { latest: before?.version });
    const version = latest + 1;
    const validFrom = civilDate(publication.validFrom);
    const { facts, reason } = publication;
    await this.uow.run(async (tx) => {
      const who = { createdById: actor.id, createdByName: actor.name, createdAt: now, reason: reason.trim() };
      await tx.insert(AgencyProfileVersionEntity, { version, validFrom, facts, ...who }).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new DomainError('changed-meanwhile', { latest }) : error;
      });
      const detail = { validFrom, reason: who.reason, changed: changedFacts(before.facts, facts) };
      await this.journal.record(tx, actor, {
        action: 'agencyProfile.publish',
        objectKind: 'agencyProfile',
        objectId: String(version),
        detail,
      });
    });
    return { version, validFrom, facts };
  }
}
