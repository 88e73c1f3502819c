import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { clean } from '../../../kernel/vietnamese.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { nameWords } from '../domain/certificate-file.js';
import { requirePropose } from '../domain/policy.js';
import { type CertificateKind, TRUST_PURPOSES, type TrustPurpose } from '../domain/trusted-certificate.js';
import { TrustCertificateEntity, TrustProposalEntity } from '../persistence/trust.entities.js';
import { JudgeCertificate } from './judge-certificate.js';

export interface CertificateToAdd {
  readonly kind: CertificateKind;
  readonly der: Buffer;
  /** Whose it is, of a person's. */
  readonly personId: string | null;
  /** What an anchor shall be trusted for. */
  readonly purposes: readonly TrustPurpose[];
  /** Where it comes from and with what its fingerprint was compared. */
  readonly basis: string;
}

type NewProposal = Pick<
  TrustProposalEntity,
  'act' | 'kind' | 'certificateId' | 'der' | 'sha256' | 'subject' | 'personId' | 'purposes' | 'basis'
>;

const MAX_BASIS_LENGTH = 500;
const MAX_SUBJECT_LENGTH = 500;

/** Keeps what an administrator wants to be trusted, or no longer. Nothing is trusted by it until a second person confirms. */
@Injectable()
export class ProposeTrust {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly staff: StaffDirectory,
    private readonly judgeCertificate: JudgeCertificate,
    private readonly notices: Notices,
    private readonly journal: Journal,
  ) {}

  /** @returns the proposal's id @throws DomainError `forbidden`, `input-invalid`, `not-found` for a person; `trust-flawed` with every flaw */
  async add(actor: Actor, { kind, der, personId, purposes, basis }: CertificateToAdd): Promise<string> {
    requirePropose(actor);
    const judged = await this.judgeCertificate.judge(der, { kind, personId });
    if (judged.flaws.length > 0) throw new DomainError('trust-flawed', { flaws: judged.flaws });
    const { sha256, name } = judged.certificate;
    return this.keep(actor, {
      act: 'add',
      kind,
      certificateId: null,
      der: der.toString('base64'),
      sha256,
      subject: nameWords(name).slice(0, MAX_SUBJECT_LENGTH),
      personId: kind === 'person' ? personId : null,
      purposes: kind === 'anchor' ? requirePurposes(purposes) : [],
      basis: requireBasis(basis),
    });
  }

  /** @returns the proposal's id @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` when it no longer counts */
  async withdraw(actor: Actor, certificateId: string, basis: string): Promise<string> {
    requirePropose(actor);
    return this.keep(actor, { ...(await this.about(certificateId)), act: 'withdraw', basis: requireBasis(basis) });
  }

  /** @returns the proposal's id @throws DomainError as `withdraw` does */
  async changePurposes(
    actor: Actor,
    certificateId: string,
    { purposes, basis }: Pick<CertificateToAdd, 'purposes' | 'basis'>,
  ): Promise<string> {
    requirePropose(actor);
    const about = await this.about(certificateId);
    if (about.kind !== 'anchor') throw new DomainError('not-found', { what: 'trustCertificate' });
    const wanted = requirePurposes(purposes);
    if (wanted.join() === about.purposes.join()) {
      throw new DomainError('input-invalid', {
        field: 'purposes',
        message: 'Công dụng chọn giống hiện nay; chưa có gì để đổi.',
      });
    }
    return this.keep(actor, { ...about, act: 'purposes', purposes: wanted, basis: requireBasis(basis) });
  }

  private about(certificateId: string): Promise<Omit<NewProposal, 'act' | 'basis'>> {
    return this.uow.run(async (tx) => {
      const row = await tx.findOneBy(TrustCertificateEntity, { id: certificateId });
      if (!row) throw new DomainError('not-found', { what: 'trustCertificate' });
      if (row.activeTo !== null) throw new DomainError('changed-meanwhile', { what: 'trustCertificate' });
      const { kind, der, sha256, subject, personId, purposes } = row;
      return { kind, certificateId, der, sha256, subject, personId, purposes };
    });
  }

  private async keep(actor: Actor, proposal: NewProposal): Promise<string> {
    const id = newId();
    await this.uow.run(async (tx) => {
      await requireFirst(tx, proposal);
      await tx.insert(TrustProposalEntity, {
        ...proposal,
        id,
        state: 'waiting',
        proposedById: actor.id,
        proposedByName: actor.name,
        proposedAt: this.clock.now(),
        decidedByName: null,
        decidedAt: null,
        refusedBecause: null,
      });
      const { act, kind, sha256, subject, personId, purposes, basis } = proposal;
      const detail = { act, kind, sha256, subject, personId, purposes, basis };
      await this.journal.record(tx, actor, { action: 'trust.propose', objectKind: 'trust', objectId: id, detail });
      await this.tellConfirmers(tx, actor, { id, subject });
    });
    return id;
  }

  private async tellConfirmers(
    tx: EntityManager,
    actor: Actor,
    { id, subject }: { readonly id: string; readonly subject: string },
  ): Promise<void> {
    const asked = await Promise.all(this.settings.trust.confirmers.map((role) => this.staff.peopleWith(role)));
    const others = new Set(asked.flat().map((person) => person.id));
    others.delete(actor.id);
    const words = `Chứng thư số tin cậy: ${actor.name} đề nghị thay đổi về “${subject}”, chờ người thứ hai xác nhận. Mở trang Chứng thư số tin cậy (/kho-tin-cay).`;
    await this.notices.tellEach(tx, others, { key: `trust.proposal:${id}`, kind: 'news', words });
  }
}

/** The same thing is proposed once at a time. @throws DomainError `input-invalid` */
async function requireFirst(tx: EntityManager, { kind, sha256 }: NewProposal): Promise<void> {
  if (await tx.existsBy(TrustProposalEntity, { kind, sha256, state: 'waiting' })) {
    throw new DomainError('input-invalid', {
      message: 'Đã có một đề nghị về chứng thư này đang chờ; xác nhận hoặc từ chối đề nghị đó trước.',
    });
  }
}

function requirePurposes(purposes: readonly TrustPurpose[]): TrustPurpose[] {
  const wanted = TRUST_PURPOSES.filter((purpose) => purposes.includes(purpose));
  if (wanted.length > 0) return wanted;
  throw new DomainError('input-invalid', { field: 'purposes', message: 'Chọn ít nhất một công dụng.' });
}

/** @throws DomainError `input-invalid` */
function requireBasis(text: string): string {
  const basis = clean(text).trim();
  const message =
    basis === ''
      ? 'Viết căn cứ: văn bản, địa chỉ tổ chức chứng thực công bố, đã đối chiếu giá trị băm với nguồn nào.'
      : `Viết căn cứ trong ${String(MAX_BASIS_LENGTH)} ký tự.`;
  if (basis === '' || basis.length > MAX_BASIS_LENGTH)
    throw new DomainError('input-invalid', { field: 'basis', message });
  return basis;
}
