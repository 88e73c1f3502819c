import { Injectable } from '@nestjs/common';
import { BeginDocument, DocumentWriter, type DocumentContext, type DocumentPlan } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import { RevealIdentity } from '../../tickets/index.js';
import { commendationDecision, commendationProposal } from '../../../templates/kinds/commendation.js';
import { requireCommender } from '../domain/policy.js';
import { decisionAbstract, FORM_WORDS, mayBecome, mayBeNamed, namelessSender } from '../domain/proposal.js';
import { CommendationReader, type SeenMerit, type SeenProposal } from './commendation-reader.js';

const PURPOSE = 'Lập tờ trình đề nghị khen thưởng, người phản ánh đã đồng ý nêu tên';

/**
 * What the documents of a list of commendations say: the proposal (tờ trình) and the decision on it, as a DOCX that is stored nowhere, or as a draft to be
 * approved and signed. A sender is named only with consent, and only when the actor may know that sender; each look is written to the journal and to the
 * course of the ticket. Other senders appear by ticket code.
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
    private readonly beginDocument: BeginDocument,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`; `signing-not-allowed` when nobody may sign it */
  async docx(actor: Actor, proposalId: string): Promise<Buffer> {
    requireCommender(actor);
    const seen = await this.reader.proposal(actor, proposalId);
    return this.documents.write(await this.planOf(actor, seen, commendationProposal.name));
  }

  /**
   * Begins one of the two as a draft; the decision once the list was proposed.
   *
   * @returns the id of the draft
   * @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` for a list that has not come so far, and as `BeginDocument`
   */
  async begin(actor: Actor, proposalId: string, template: string): Promise<string> {
    requireCommender(actor);
    const seen = await this.reader.proposal(actor, proposalId);
    if (!mayBecome(template, seen.proposal.state)) throw new DomainError('changed-meanwhile', { what: 'proposal' });
    const document = { caseKind: 'commendation' as const, caseId: proposalId, template };
    return this.beginDocument.begin(actor, document, () => this.planOf(actor, seen, template));
  }

  private async planOf(actor: Actor, { proposal, lines }: SeenProposal, template: string): Promise<DocumentPlan> {
    const units = await this.names.units(lines.map(({ merit }) => merit.unitId));
    const commended: object[] = [];
    for (const line of lines.filter(({ merit }) => merit.granted !== false))
      commended.push(await this.rowOf(actor, line, units));
    const fieldsOf: DocumentPlan['fieldsOf'] = (context) => ({
      ...(template === commendationDecision.name
        ? decisionParts(proposal.title, context)
        : proposalParts(proposal.title, context)),
      khen_thuong: commended,
    });
    return { template, drafters: ['office', 'registry'], fieldsOf };
  }

  private async rowOf(actor: Actor, { merit, ticket }: SeenMerit, units: ReadonlyMap<string, string>): Promise<object> {
    const isSender = merit.recipientKind === 'sender';
    const named = isSender ? await this.senderName(actor, merit, ticket.code) : merit.recipientName;
    return {
      ten: named,
      don_vi: isSender ? 'Tổ chức, cá nhân phản ánh' : (units.get(merit.unitId ?? '') ?? 'Sở Giáo dục và Đào tạo'),
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

/** A unit writes to the head of its own agency. */
function proposalParts(title: string, { facts, unit, filing }: DocumentContext): object {
  return {
    trich_yeu: title,
    kinh_gui: [`${facts.titles.head} ${facts.shortName}`],
    mo_dau: [
      `Căn cứ ${facts.citations.regulation} và kết quả xử lý phản ánh, kiến nghị, ${unit.name} đề nghị khen thưởng các tổ chức, cá nhân có tên trong danh sách kèm theo.`,
      'Các phản ánh, kiến nghị này đã giúp sửa đổi, bổ sung, bãi bỏ quy định hoặc thay đổi cách làm; có hồ sơ chứng minh từng trường hợp.',
    ],
    tieu_de_phu_luc: 'Danh sách đề nghị khen thưởng',
    loi_ket: `${unit.name} kính trình ${facts.titles.head} xem xét, quyết định./.`,
    noi_nhan: ['Như trên', filing],
  };
}

/** Articles as most decisions have them; who drafts writes others where they differ. */
function decisionParts(title: string, { facts, unit, filing }: DocumentContext): object {
  return {
    trich_yeu: decisionAbstract(title),
    can_cu: [
      `Căn cứ quy định của Ủy ban nhân dân thành phố về chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của ${facts.shortName}`,
      `Căn cứ ${facts.citations.regulation}`,
      `Theo đề nghị của ${unit.name}`,
    ],
    dieu: [
      'Khen thưởng các tổ chức, cá nhân có tên trong danh sách kèm theo Quyết định này.',
      'Quyết định này có hiệu lực kể từ ngày ký.',
    ],
    tieu_de_phu_luc: 'Danh sách khen thưởng',
    loi_ket: `${unit.name} và các tổ chức, cá nhân có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.`,
    noi_nhan: ['Như Điều 3', filing],
  };
}
