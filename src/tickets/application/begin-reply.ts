import { Injectable } from '@nestjs/common';
import { WriteDraft } from '../../drafting/index.js';
import { authorityLines } from '../../drafting/domain/letter/authority.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import { letterSymbol } from '../../drafting/domain/letter/symbol.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Settings } from '../../config/settings.js';
import { StaffDirectory, type Person, type Unit } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { replyLetter, type ReplyLetterFields } from '../../../templates/catalogue.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { Tickets } from './tickets.js';

/** Begins the reply letter of a ticket with everything filled in that the house knows; the officer writes what was found and done. */
@Injectable()
export class BeginReply {
  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly staff: StaffDirectory,
    private readonly writeDraft: WriteDraft,
  ) {}

  /** @returns the id of the draft @throws DomainError `not-found`, `forbidden`, `letter-under-way`, `ticket-transition-refused` */
  async execute(actor: Actor, ticketId: string): Promise<string> {
    const [leader] = await this.staff.leaders();
    if (!leader) throw new DomainError('not-found', { what: 'leader' });
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'beginReply');
      const unit = await this.staff.unit(ticket.leadUnitId ?? '');
      const fields = this.fieldsOf(ticket, { unit, leader, today: civilDateOf(this.clock.now()) });
      const template = replyLetter.name;
      const templateVersion = replyLetter.builtIn.at(-1)?.version ?? '';
      const draftId = await this.writeDraft.begin(tx, actor, {
        caseId: ticketId,
        round: ticket.cycle,
        template,
        templateVersion,
        unitId: unit.id,
        signerId: leader.id,
        fields,
      });
      const entry = { kind: 'draft', title: 'Bắt đầu dự thảo công văn trả lời' };
      await this.tickets.perform(tx, actor, ticket, { act: 'beginReply', entry });
      return draftId;
    });
  }

  private fieldsOf(
    ticket: TicketEntity,
    { unit, leader, today }: { unit: Unit; leader: Person; today: CivilDate },
  ): ReplyLetterFields {
    const { agency, hotline } = this.settings;
    const kind = ticket.kind === 'petition' ? 'kiến nghị' : 'phản ánh';
    const matter = `${ticket.subject.slice(0, 1).toLocaleLowerCase('vi')}${ticket.subject.slice(1)}`;
    return {
      co_quan_chu_quan: agency.parent,
      co_quan_ban_hanh: agency.letterhead,
      ten_co_quan: 'Sở Giáo dục và Đào tạo',
      ky_hieu: letterSymbol(agency.symbol, unit.symbol),
      dia_danh: agency.place,
      nam: String(yearOf(today)),
      trich_yeu: `trả lời ${kind} về ${matter}`.slice(0, 500),
      kinh_gui: [hotline.name, `Công dân gửi phiếu ${ticket.code}`],
      loai_y_kien: kind,
      noi_chuyen: 'Tổng đài 1022',
      ngay_chuyen: shortDate(civilDateOf(ticket.startedAt)),
      ve_viec: matter,
      ket_qua_xac_minh: '',
      bien_phap_xu_ly: '',
      theo_doi: '',
      loi_ket: `Trân trọng cảm ơn công dân đã gửi ${kind}./.`,
      noi_nhan: ['Như trên', 'Giám đốc Sở (để b/c)', `Lưu: VT, ${unit.symbol}.`],
      tham_quyen_ky: signingLines(leader.position),
      nguoi_ky: leader.fullName,
    };
  }
}

/** A deputy signs for the head: `KT. GIÁM ĐỐC` / `PHÓ GIÁM ĐỐC` (Nghị định 30/2020/NĐ-CP, Điều 13). */
export function signingLines(position: string): string[] {
  const deputy = /^Phó Giám đốc/iu.test(position);
  return [
    ...authorityLines(
      deputy ? { form: 'KT', holder: 'Giám đốc', position: 'Phó Giám đốc' } : { form: 'head', holder: position },
    ),
  ];
}
