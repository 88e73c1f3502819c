import { Injectable } from '@nestjs/common';
import { SigningAuthorities, type Signer } from '../../../delegation/index.js';
import { Templates, WriteDraft } from '../../../drafting/index.js';
import { filingLine, senderByCode } from '../../../drafting/domain/letter/addressees.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { Settings } from '../../../config/settings.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { unitSymbol, type AgencyProfile } from '../../../agency-profile/domain/agency-profile.js';
import { StaffDirectory, type Unit } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { replyLetter } from '../../../../templates/catalogue.js';
import { knownFields } from '../../../../templates/known-fields.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { addressedCodes, waiting } from '../../domain/intake/shared-matter.js';
import { mergedInto } from '../intake/document-matters.js';
import { Tickets } from '../tickets.js';
import { kindWords, matterWords, sourceParts } from './feedback-parts.js';

/** What a letter is begun with. */
interface Known {
  readonly facts: AgencyProfile;
  readonly unit: Unit;
  readonly signer: Signer;
  readonly today: CivilDate;
  /** The tickets whose senders still wait for it. */
  readonly senders: readonly Pick<TicketEntity, 'code' | 'channel' | 'hotlineCode' | 'startedAt'>[];
  /** What it is about, without people, as it follows `về`. */
  readonly matter: string;
}

/**
 * Begins the reply letter of a ticket with everything filled in that the agency knows, and without people: who is to be written to by name is looked at
 * first (`NameSender`). The officer writes what was found and done.
 */
@Injectable()
export class BeginReply {
  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly tickets: Tickets,
    private readonly staff: StaffDirectory,
    private readonly authorities: SigningAuthorities,
    private readonly templates: Templates,
    private readonly writeDraft: WriteDraft,
  ) {}

  /** @returns the id of the draft @throws DomainError `not-found`, `forbidden`, `signing-not-allowed`, `letter-under-way`, `ticket-transition-refused` */
  async begin(actor: Actor, ticketId: string): Promise<string> {
    const today = civilDateOf(this.clock.now());
    const facts = await this.agencyProfiles.at(today);
    const templateVersion = await this.templates.inForce(replyLetter.name, today);
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'beginReply');
      const unit = await this.staff.unit(ticket.leadUnitId ?? '');
      const signer = await this.authorities.usualSigner({ template: replyLetter.name, unitId: unit.id });
      const merged = await mergedInto(tx, ticketId);
      const senders = waiting(ticket, merged);
      const matter = matterWords(ticket, merged);
      const fields = this.fieldsOf(ticket, { facts, unit, signer, today, senders, matter });
      const draftId = await this.writeDraft.begin(tx, actor, {
        caseKind: 'ticket',
        caseId: ticketId,
        round: ticket.cycle,
        template: replyLetter.name,
        templateVersion,
        unitId: unit.id,
        signerId: signer.person.id,
        fields,
      });
      const entry = { kind: 'draft', title: 'Bắt đầu dự thảo công văn trả lời' };
      await this.tickets.perform(tx, actor, ticket, { act: 'beginReply', entry });
      return draftId;
    });
  }

  private fieldsOf(ticket: TicketEntity, { facts, unit, signer, today, senders, matter }: Known): object {
    const { hotline } = this.settings;
    const answered = senders[0] ?? ticket;
    const kind = kindWords(ticket);
    return {
      ...knownFields(replyLetter, {
        facts,
        unit,
        today,
        signer: { fullName: signer.name, lines: signer.lines },
      }),
      trich_yeu: `trả lời ${kind} về ${matter}`.slice(0, 500),
      kinh_gui: [
        ...(answered.hotlineCode === null ? [] : [hotline.name]),
        ...addressedCodes(ticket, senders).map(senderByCode),
      ],
      loai_y_kien: kind,
      ...sourceParts(answered),
      ve_viec: matter,
      ket_qua_xac_minh: '',
      bien_phap_xu_ly: '',
      theo_doi: '',
      loi_ket: `Trân trọng cảm ơn tổ chức, cá nhân đã gửi ${kind}./.`,
      noi_nhan: ['Như trên', `${facts.titles.head} Sở (để b/c)`, filingLine(unitSymbol(facts, unit))],
    };
  }
}
