import { Injectable } from '@nestjs/common';
import { DocumentWriter, type DocumentPlan } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { forwardingSlip } from '../../../templates/kinds/handing-on.js';
import { announcement } from '../../../templates/kinds/reports.js';
import { petitionNotice, type NoticeFacts } from '../domain/notice.js';
import { petitionName } from '../domain/petition.js';
import { ReadPetition, type SeenPetition } from './read-petition.js';

/**
 * Papers about a petition for its sender and for whom it is handed on to, as DOCX. They are made again each time and kept nowhere here, since the notice
 * names a person.
 */
@Injectable()
export class WritePetitionNotice {
  constructor(
    private readonly petitions: ReadPetition,
    private readonly documents: DocumentWriter,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** The notice to the sender. @throws DomainError `not-found`, also where there is nothing to tell; and as `DocumentWriter.write` */
  async write(actor: Actor, id: string): Promise<Buffer> {
    const seen = await this.petitions.read(actor, id);
    const { petition } = seen;
    const facts = noticeFacts(seen);
    if (petitionNotice(facts, '') === null) throw new DomainError('not-found', { what: 'notice' });
    const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts: { shortName }, filing }) => {
      const { about = '', paragraphs = [] } = petitionNotice(facts, shortName) ?? {};
      const [came = '', ...further] = paragraphs;
      return {
        trich_yeu: about,
        mo_dau: [came],
        muc: [{ tieu_de: 'Nội dung thông báo', viec: [...further] }],
        loi_ket: `${shortName} thông báo để Ông (Bà) ${petition.petitionerName} biết./.`,
        noi_nhan: [`Ông (Bà) ${petition.petitionerName}`, filing],
      };
    };
    await this.note(actor, id);
    return this.documents.write({ template: announcement.name, drafters: ['office', 'registry'], fieldsOf });
  }

  /** The slip with which it is handed on; who wrote stands in the paper that goes along, and not in the slip. @throws DomainError `not-found` where it is not handed on; as `write` */
  async writeSlip(actor: Actor, id: string): Promise<Buffer> {
    const { petition } = await this.petitions.read(actor, id);
    const { way, state, summary, competentAgency } = petition;
    if (way !== 'forward' || (state !== 'decided' && state !== 'closed'))
      throw new DomainError('not-found', { what: 'notice' });
    const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts: { shortName }, filing }) => ({
      trich_yeu: 'Chuyển đơn đến nơi có thẩm quyền giải quyết',
      ten_co_quan: shortName,
      loai_y_kien: 'đơn',
      ma_phieu: petitionName(petition),
      ngay_chuyen: shortDate(petition.receivedOn),
      ve_viec: summary,
      han_tra_loi: 'theo quy định của pháp luật',
      noi_giai_quyet: [competentAgency],
      kem_theo: ['Đơn và tài liệu kèm theo, niêm phong'],
      loi_ket: 'Đề nghị quý cơ quan xem xét, giải quyết theo thẩm quyền./.',
      noi_nhan: ['Như trên', filing],
    });
    await this.note(actor, id);
    return this.documents.write({ template: forwardingSlip.name, drafters: ['office', 'registry'], fieldsOf });
  }

  private async note(actor: Actor, id: string): Promise<void> {
    const act = { action: 'petition.writeNotice', objectKind: 'petition', objectId: id } as const;
    await this.uow.run((tx) => this.journal.record(tx, actor, act));
  }
}

/** What the sender of a petition would be told now, in words; null where nothing is. @param agency as it names itself */
export function noticeWords(seen: SeenPetition, agency: string): readonly string[] | null {
  return petitionNotice(noticeFacts(seen), agency)?.paragraphs ?? null;
}

function noticeFacts({ petition, duties }: SeenPetition): NoticeFacts {
  const settle = duties.find(({ duty }) => duty === 'settle');
  return Object.assign({ settleBy: settle === undefined ? null : civilDateOf(settle.legalEndAt) }, petition);
}
