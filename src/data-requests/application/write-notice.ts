import { Injectable } from '@nestjs/common';
import { DocumentWriter, type DocumentPlan } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { announcement } from '../../../templates/kinds/reports.js';
import { requireRequestKeeper, type RequestKind, type RequestOutcome } from '../domain/data-request.js';
import type { DataRequestEntity } from '../persistence/data-request.entity.js';
import { HeldDataOfPerson } from './held-data.js';

/** What was asked, within a sentence after `yêu cầu`. */
const ASKED: Readonly<Record<RequestKind, string>> = {
  access: 'xem và nhận bản sao dữ liệu cá nhân của mình',
  correction: 'sửa dữ liệu cá nhân của mình',
  deletion: 'xóa dữ liệu cá nhân của mình',
  restriction: 'hạn chế xử lý dữ liệu cá nhân của mình',
};

const DECIDED: Readonly<Record<RequestOutcome, string>> = {
  granted: 'Đồng ý thực hiện toàn bộ yêu cầu.',
  partly: 'Đồng ý thực hiện một phần yêu cầu.',
  refused: 'Không thực hiện được yêu cầu.',
};

const REMEDY =
  'Nếu không đồng ý với kết quả này, Ông (Bà) có quyền đề nghị xem xét lại, khiếu nại, tố cáo theo quy định của pháp luật.';

/**
 * The notice that tells a person who asked about their data the outcome, as a DOCX for the registry. It is made again each time and not stored: it
 * names a person, and the outcome is stored with the request.
 *
 * Source: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, quyền của chủ thể dữ liệu; Nghị định 30/2020/NĐ-CP, mẫu 1.4 (thông báo).
 */
@Injectable()
export class WriteNotice {
  constructor(
    private readonly requests: HeldDataOfPerson,
    private readonly documents: DocumentWriter,
  ) {}

  /** @throws DomainError `forbidden`; `not-found`, also before there is an answer; and as `DocumentWriter.write` */
  async write(actor: Actor, id: string): Promise<Buffer> {
    requireRequestKeeper(actor);
    const request = await this.requests.request(actor, id);
    const { outcome, personName } = request;
    if (outcome === null) throw new DomainError('not-found', { what: 'dataRequest' });
    const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts, filing }) => ({
      trich_yeu: 'Trả lời yêu cầu về dữ liệu cá nhân',
      mo_dau: [
        `Ngày ${shortDate(civilDateOf(request.receivedAt))}, ${facts.shortName} nhận được yêu cầu của Ông (Bà) ${personName} về việc ${ASKED[request.kind]}. Sau khi xem xét, ${facts.shortName} thông báo kết quả như sau:`,
      ],
      muc: sectionsOf(request, outcome),
      loi_ket: `${facts.shortName} thông báo để Ông (Bà) ${personName} biết./.`,
      noi_nhan: [`Ông (Bà) ${personName}`, filing],
    });
    return this.documents.write({ template: announcement.name, drafters: ['office', 'registry'], fieldsOf });
  }
}

function sectionsOf({ asked, answer, basis }: DataRequestEntity, outcome: RequestOutcome): readonly object[] {
  return [
    { tieu_de: 'Nội dung yêu cầu', viec: linesOf(asked) },
    { tieu_de: 'Kết quả', viec: [DECIDED[outcome], ...linesOf(answer ?? '')] },
    { tieu_de: 'Căn cứ', viec: linesOf(basis ?? '') },
    ...(outcome === 'granted' ? [] : [{ tieu_de: 'Quyền của người yêu cầu', viec: [REMEDY] }]),
  ];
}

function linesOf(text: string): readonly string[] {
  return text.split(/\n+/u).filter((line) => line.trim() !== '');
}
