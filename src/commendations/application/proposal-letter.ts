import { Injectable } from '@nestjs/common';
import { DocumentWriter, type DocumentPlan } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import { RevealIdentity } from '../../tickets/index.js';
import { commendationProposal } from '../../../templates/kinds/commendation.js';
import { requireCommender } from '../domain/policy.js';
import { FORM_WORDS, mayBeNamed, namelessSender } from '../domain/proposal.js';
import { CommendationReader, type SeenMerit } from './commendation-reader.js';

const PURPOSE = 'Lập tờ trình đề nghị khen thưởng, người gửi đã đồng ý nêu tên';

/**
 * Writes the proposal (tờ trình) as a DOCX, made anew each time and stored nowhere: it may name senders. A sender is named only with consent, and only
 * when the actor may know that sender; each look is written to the journal and to the course of the ticket. Other senders appear by ticket code.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục III; Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
@Injectable()
export class ProposalLetter {
  constructor(
    private readonly reader: CommendationReader,
    private readonly revealIdentity: RevealIdentity,
    private readonly names: NameQueries,
    private readonly documents: DocumentWriter,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`; `signing-not-allowed` when nobody may sign it */
  async docx(actor: Actor, proposalId: string): Promise<Buffer> {
    requireCommender(actor);
    const { proposal, lines } = await this.reader.proposal(actor, proposalId);
    const units = await this.names.units(lines.map(({ merit }) => merit.unitId));
    const commended: object[] = [];
    for (const line of lines) commended.push(await this.rowOf(actor, line, units));
    const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts, unit, filing }) => ({
      trich_yeu: proposal.title,
      kinh_gui: [`${facts.titles.head} ${facts.shortName}`],
      mo_dau: [
        `Căn cứ Điều 5 Quy chế ban hành kèm theo ${facts.citations.regulation} và kết quả xử lý phản ánh, kiến nghị, ${unit.name} đề nghị khen thưởng các tổ chức, cá nhân có tên trong danh sách kèm theo.`,
        'Các phản ánh, kiến nghị này đã giúp sửa đổi, bổ sung, bãi bỏ quy định hoặc thay đổi cách làm; có hồ sơ chứng minh từng trường hợp.',
      ],
      tieu_de_phu_luc: 'Danh sách đề nghị khen thưởng',
      khen_thuong: commended,
      loi_ket: `${unit.name} kính trình ${facts.titles.head} xem xét, quyết định./.`,
      noi_nhan: ['Như trên', filing],
    });
    return this.documents.write({ template: commendationProposal.name, drafters: ['office', 'registry'], fieldsOf });
  }

  private async rowOf(actor: Actor, { merit, ticket }: SeenMerit, units: ReadonlyMap<string, string>): Promise<object> {
    const isSender = merit.recipientKind === 'sender';
    const named = isSender ? await this.senderName(actor, merit, ticket.code) : merit.recipientName;
    return {
      ten: named,
      don_vi: isSender ? 'Công dân, tổ chức gửi phản ánh' : (units.get(merit.unitId ?? '') ?? 'Sở Giáo dục và Đào tạo'),
      thanh_tich: `${merit.achievement} (${[merit.documentTitle, merit.documentSymbol].filter((part) => part !== '').join(', ')})`,
      hinh_thuc: FORM_WORDS[merit.form ?? 'certificate'],
    };
  }

  private async senderName(actor: Actor, merit: SeenMerit['merit'], code: string): Promise<string> {
    if (!mayBeNamed(merit)) return namelessSender(code);
    try {
      const { senderName } = await this.revealIdentity.reveal(actor, merit.ticketId, PURPOSE);
      return senderName.trim() === '' ? namelessSender(code) : senderName;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'ticket-identity-withheld') return namelessSender(code);
      throw error;
    }
  }
}
