import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { Journal, noteTampers, sealRecords, type JournalAction } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { clean } from '../../../kernel/vietnamese.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireDecide } from '../domain/policy.js';
import type { TrustPurpose } from '../domain/trusted-certificate.js';
import { SEALED_TRUST } from '../persistence/sealed-trust.js';
import { TrustCertificateEntity, TrustProposalEntity } from '../persistence/trust.entities.js';
import { JudgeCertificate } from './judge-certificate.js';
import { certificateOf, derOf } from './trust-store.js';

const MAX_REASON_LENGTH = 500;

/** What a certificate was and is, for the journal. */
type Standing = { readonly purposes: readonly TrustPurpose[] } | null;

/** The second person's word on what somebody proposed: from now on it holds, or it is refused; either is kept. */
@Injectable()
export class DecideTrust {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly judgeCertificate: JudgeCertificate,
    private readonly journal: Journal,
  ) {}

  /**
   * @throws DomainError `forbidden`, `trust-same-person`, `not-found`; `changed-meanwhile` when it was decided on or the certificate no
   *   longer counts; `trust-flawed` when by now something stands against the certificate
   */
  async confirm(actor: Actor, proposalId: string): Promise<void> {
    try {
      await this.uow.run(async (tx) => {
        const proposal = await this.waiting(tx, actor, proposalId);
        await this.decide(tx, actor, proposal, { state: 'confirmed', refusedBecause: null });
        const { before, after } = await this.carryOut(tx, actor, proposal);
        await this.record(tx, actor, proposal, { action: 'trust.confirm', detail: { before, after } });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new DomainError('changed-meanwhile', { proposalId });
      throw error;
    }
  }

  /** @throws DomainError as `confirm` does; `input-invalid` without a reason */
  async refuse(actor: Actor, proposalId: string, given: string): Promise<void> {
    const reason = clean(given).trim();
    if (reason === '' || reason.length > MAX_REASON_LENGTH) {
      const message = `Viết lý do từ chối, trong ${String(MAX_REASON_LENGTH)} ký tự; đề nghị và lý do được giữ lại.`;
      throw new DomainError('input-invalid', { field: 'reason', message });
    }
    await this.uow.run(async (tx) => {
      const proposal = await this.waiting(tx, actor, proposalId);
      await this.decide(tx, actor, proposal, { state: 'refused', refusedBecause: reason });
      await this.record(tx, actor, proposal, { action: 'trust.refuse', detail: { reason } });
    });
  }

  private async waiting(tx: EntityManager, actor: Actor, id: string): Promise<TrustProposalEntity> {
    const proposal = await tx.findOneBy(TrustProposalEntity, { id });
    if (!proposal) throw new DomainError('not-found', { what: 'trustProposal' });
    requireDecide(actor, this.settings.trust.confirmers, proposal.proposedById);
    if (proposal.state !== 'waiting') throw new DomainError('changed-meanwhile', { id });
    return proposal;
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { id }: TrustProposalEntity,
    decision: Pick<TrustProposalEntity, 'state' | 'refusedBecause'>,
  ): Promise<void> {
    const decided = { ...decision, decidedByName: actor.name, decidedAt: this.clock.now() };
    const { affected } = await tx.update(TrustProposalEntity, { id, state: 'waiting' }, decided);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { id });
  }

  private carryOut(
    tx: EntityManager,
    actor: Actor,
    proposal: TrustProposalEntity,
  ): Promise<{ readonly before: Standing; readonly after: Standing }> {
    switch (proposal.act) {
      case 'add':
        return this.add(tx, actor, proposal);
      case 'withdraw':
        return this.withdraw(tx, actor, proposal);
      case 'purposes':
        return this.changePurposes(tx, proposal);
    }
  }

  private async add(tx: EntityManager, actor: Actor, proposal: TrustProposalEntity) {
    const { kind, personId, der, sha256, subject, purposes, basis, proposedByName } = proposal;
    const { flaws } = await this.judgeCertificate.judge(derOf(proposal), { kind, personId });
    if (flaws.length > 0) throw new DomainError('trust-flawed', { flaws });
    const { notBefore, notAfter } = certificateOf(proposal).fields;
    const id = newId();
    await tx.insert(TrustCertificateEntity, {
      kind,
      personId,
      der,
      sha256,
      subject,
      purposes,
      basis,
      notBefore,
      notAfter,
      id,
      origin: 'people',
      activeFrom: this.clock.now(),
      addedByName: proposedByName,
      confirmedByName: actor.name,
      activeTo: null,
      endedBecause: null,
      endedById: null,
    });
    await sealRecords(tx, SEALED_TRUST, [id]);
    return { before: null, after: { purposes } };
  }

  private async withdraw(tx: EntityManager, actor: Actor, proposal: TrustProposalEntity) {
    const before = await standing(tx, proposal);
    const end = { activeTo: this.clock.now(), endedBecause: proposal.basis, endedById: actor.id };
    await changeActive(tx, proposal, end);
    return { before, after: null };
  }

  private async changePurposes(tx: EntityManager, proposal: TrustProposalEntity) {
    const before = await standing(tx, proposal);
    await changeActive(tx, proposal, { purposes: proposal.purposes });
    return { before, after: { purposes: proposal.purposes } };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    { id, act, kind, sha256, subject, personId }: TrustProposalEntity,
    { action, detail }: { readonly action: JournalAction; readonly detail: object },
  ): Promise<void> {
    const whole = { act, kind, sha256, subject, personId, ...detail };
    return this.journal.record(tx, actor, { action, objectKind: 'trust', objectId: id, detail: whole });
  }
}

async function standing(tx: EntityManager, { certificateId }: TrustProposalEntity): Promise<Standing> {
  const row = await tx.findOneBy(TrustCertificateEntity, { id: certificateId ?? '' });
  return row && { purposes: row.purposes };
}

/** @throws DomainError `changed-meanwhile` when it no longer counts */
async function changeActive(
  tx: EntityManager,
  { certificateId }: TrustProposalEntity,
  change: Partial<Pick<TrustCertificateEntity, 'activeTo' | 'endedBecause' | 'endedById' | 'purposes'>>,
): Promise<void> {
  const id = certificateId ?? '';
  await noteTampers(tx, SEALED_TRUST, [id]);
  const { affected } = await tx.update(TrustCertificateEntity, { id, activeTo: IsNull() }, change);
  if (affected !== 1) throw new DomainError('changed-meanwhile', { certificateId });
  await sealRecords(tx, SEALED_TRUST, [id]);
}
