import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import {
  certificateOf,
  JudgeCertificate,
  RevocationListQueries,
  TrustQueries,
  TrustStore,
} from '../../signing/trust/index.js';
import { mayDecide, mayPropose } from '../../signing/trust/domain/policy.js';
import type { TrustReading } from './trust-reading.js';

/** Reads the trust store, for its pages. */
@Injectable()
export class TrustPageQuery {
  constructor(
    private readonly queries: TrustQueries,
    private readonly lists: RevocationListQueries,
    private readonly store: TrustStore,
    private readonly judgeCertificate: JudgeCertificate,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<TrustReading> {
    const [certificates, lists, unrecorded, proposals, people, { name: agency }] = await Promise.all([
      this.queries.certificates(),
      this.lists.all(),
      this.store.unrecorded(),
      this.queries.latest(),
      this.staff.people(),
      this.agencyProfiles.today(),
    ]);
    const bound = [...certificates, ...proposals].flatMap(({ personId }) => personId ?? []);
    const named = await this.names.people(bound);
    return {
      actor,
      certificates,
      lists,
      unrecorded,
      proposals,
      agency,
      now: this.clock.now(),
      names: new Map([...named].map(([id, { fullName }]) => [id, fullName])),
      signers: people.filter(({ eOfficeCode, actor: { roles } }) => eOfficeCode !== null && roles.includes('leader')),
      mayPropose: mayPropose(actor),
      mayDecide: mayDecide(actor, this.settings.trust.confirmers),
    };
  }

  /** @throws DomainError `not-found` */
  async proposal(actor: Actor, id: string) {
    const proposal = await this.queries.proposal(id);
    if (!proposal) throw new DomainError('not-found', { what: 'trustProposal' });
    const certificate = certificateOf(proposal);
    const { act, state, personId } = proposal;
    const isOpen = act === 'add' && state === 'waiting';
    const named = await this.names.people(personId === null ? [] : [personId]);
    return {
      actor,
      proposal,
      certificate,
      judged: isOpen ? await this.judgeCertificate.judge(certificate.der, proposal) : null,
      holderName: personId === null ? null : (named.get(personId)?.fullName ?? ''),
      mayDecide: state === 'waiting' && mayDecide(actor, this.settings.trust.confirmers),
    };
  }
}

/** A proposal with what stands against its certificate by now. */
export type TrustProposalReading = Awaited<ReturnType<TrustPageQuery['proposal']>>;
