import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SigningAuthorities, type Signer } from '../../../delegation/index.js';
import { OutgoingDocumentEntity } from '../../../documents/index.js';
import { amendsWords } from '../../../documents/domain/after-release.js';
import { printedCode, type Amendment } from '../../../documents/domain/register.js';
import { DraftQueries, Templates, WriteDraft, type DraftEntity } from '../../../drafting/index.js';
import { shortDate } from '../../../drafting/domain/letter/date-line.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SignatureQueries } from '../../../signing/index.js';
import { correctionLetter, replyLetter } from '../../../../templates/catalogue.js';
import { knownFields } from '../../../../templates/known-fields.js';
import { mayAmend, whyNotAmendable } from '../../domain/reply/amendment.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { Tickets } from '../tickets.js';

/** A released letter with what is known of it: its draft, and the ticket that it answered. */
interface Original {
  readonly document: OutgoingDocumentEntity;
  readonly draft: DraftEntity;
}

/**
 * Begins the letter that sets a released one right, for the same round of its ticket: a correction names what was wrong and what stands instead; a
 * replacement says all of it again, and that it stands in its place. The released letter stays as it is (rule 44).
 */
@Injectable()
export class BeginAmendment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
    private readonly authorities: SigningAuthorities,
    private readonly tickets: Tickets,
    private readonly drafts: DraftQueries,
    private readonly signatures: SignatureQueries,
    private readonly templates: Templates,
    private readonly writeDraft: WriteDraft,
  ) {}

  /** @returns the id of the draft @throws DomainError `not-found`, `forbidden`, `signing-not-allowed`, `ticket-act-barred`, `letter-under-way` */
  async begin(actor: Actor, documentId: string, as: Amendment): Promise<string> {
    const today = civilDateOf(this.clock.now());
    const kind = as === 'correction' ? correctionLetter : replyLetter;
    const [facts, templateVersion] = await Promise.all([
      this.agencyProfiles.at(today),
      this.templates.inForce(kind.name, today),
    ]);
    return this.uow.run(async (tx) => {
      const { document, draft } = await this.original(tx, documentId);
      const ticket = await this.tickets.forActor(tx, actor, draft.caseId);
      if (!mayAmend(actor, draft)) throw new DomainError('forbidden', { ability: 'amend' });
      await this.requireAmendable(tx, document, { draft, ticket });
      const [unit, signer] = await Promise.all([this.staff.unit(draft.unitId), this.signerFor(draft, kind.name)]);
      const known = knownFields(kind, { facts, unit, today, signer: { fullName: signer.name, lines: signer.lines } });
      const id = await this.writeDraft.begin(tx, actor, {
        caseKind: 'ticket',
        caseId: ticket.id,
        round: draft.round,
        template: kind.name,
        templateVersion,
        unitId: unit.id,
        signerId: signer.person.id,
        amends: { id: document.id, as },
        fields: as === 'correction' ? correcting({ document, draft }, known) : replacing({ document, draft }, known),
      });
      const code = printedCode(document.number, document.notation);
      const title = `Bắt đầu dự thảo: ${amendsWords(as, code)}`;
      await this.tickets.addLine(tx, actor, ticket.id, { kind: 'draft', title });
      return id;
    });
  }

  /** Who signed the original, if he still may; who signs such letters as a rule otherwise. */
  private async signerFor({ signerId, unitId }: DraftEntity, template: string): Promise<Signer> {
    const before = await this.authorities.ask(signerId, { template, unitId });
    return 'refusal' in before ? this.authorities.usualSigner({ template, unitId }) : before;
  }

  private async original(tx: EntityManager, id: string): Promise<Original> {
    const document = await tx.findOneBy(OutgoingDocumentEntity, { id });
    const request = document && (await this.signatures.byId(document.signatureRequestId));
    const draft = request && (await this.drafts.byId(request.draftId));
    if (!document || !draft) throw new DomainError('not-found', { what: 'outgoingDocument' });
    return { document, draft };
  }

  private async requireAmendable(
    tx: EntityManager,
    document: OutgoingDocumentEntity,
    { draft, ticket }: { readonly draft: DraftEntity; readonly ticket: TicketEntity },
  ): Promise<void> {
    const replacing = { amendsId: document.id, amendment: 'replacement' as const, state: 'released' as const };
    const message = whyNotAmendable({
      document,
      replaced: await tx.existsBy(OutgoingDocumentEntity, replacing),
      underWay: (await this.drafts.amending(document.id)) !== null,
      cameBack: draft.round !== ticket.cycle,
    });
    if (message !== null) throw new DomainError('ticket-act-barred', { message });
  }
}

type Known = Readonly<Record<string, unknown>>;

/** `Công văn số 513/SGDĐT-GDTrH ngày 20/3/2026` */
function nameOf({ typeName, number, notation, issuedDate }: OutgoingDocumentEntity): string {
  return `${typeName} số ${printedCode(number, notation)} ngày ${shortDate(issuedDate)}`;
}

/** Errors of form and procedure: what was written, and what stands instead, are left to the officer. */
function correcting({ document, draft }: Original, known: Known): object {
  const { kinh_gui } = replyFields(draft);
  const agency = known['ten_co_quan'];
  return {
    ...known,
    kinh_gui,
    trich_yeu: `đính chính ${nameOf(document)}`,
    van_ban_goc: `${nameOf(document)} của ${typeof agency === 'string' ? agency : 'Sở'} về việc ${document.subject}`,
    noi_dung_sai: '',
    noi_dung_dung: '',
    loi_ket: `Các nội dung khác của ${nameOf(document)} không thay đổi./.`,
    noi_nhan: ['Như trên', ...asTexts(known['noi_nhan'])],
  };
}

/** For errors of content: a new letter, prefilled with the old one. */
function replacing({ document, draft }: Original, known: Known): object {
  const written = replyFields(draft);
  return {
    ...written,
    ...known,
    noi_nhan: written['noi_nhan'] ?? known['noi_nhan'],
    loi_ket: `Công văn này thay thế ${nameOf(document)} về việc ${document.subject}. Trân trọng cảm ơn./.`,
  };
}

function replyFields({ fields }: DraftEntity): Record<string, unknown> {
  return { ...fields };
}

function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
