import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../../config/settings.js';
import { BeginDocument, requireKind, type DocumentContext } from '../../../drafting/index.js';
import { senderByCode } from '../../../drafting/domain/letter/addressees.js';
import { shortDate } from '../../../drafting/domain/letter/date-line.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { StaffDirectory, type LetterReceiver } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { inPlainWords } from '../../../privacy/domain/stand-in-words.js';
import { addressedCodes } from '../../domain/intake/shared-matter.js';
import { isWrittenTo, openPlaces, placeOfKind } from '../../domain/reply/ticket-documents.js';
import { TicketRefusalEntity } from '../../persistence/intake.entities.js';
import {
  type TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketPauseEntity,
} from '../../persistence/life.entities.js';
import { TicketDeadlineEntity, type TicketEntity } from '../../persistence/tickets.entities.js';
import { mergedInto } from '../intake/document-matters.js';
import { OutsideText } from '../reading/outside-text.js';
import { CoordinationRequests } from '../inquiry/coordination-requests.js';
import { Tickets } from '../tickets.js';
import { asMatter, kindWords, matterWords, sourceParts } from './feedback-parts.js';

/** What was decided about a ticket, from which its document is filled in. */
interface Decided {
  readonly ticket: TicketEntity;
  readonly extension: TicketExtensionEntity | null;
  readonly pause: TicketPauseEntity | null;
  readonly refusal: TicketRefusalEntity | null;
  /** What the letter asks a unit; null where it asks none. */
  readonly asked: AskedByLetter | null;
  /** What it is about, without people, as it follows `về`. */
  readonly matter: string;
  /** When it was due before more time was granted. */
  readonly dueBefore: Date;
}

interface AskedByLetter extends LetterReceiver {
  /** Without people: it goes to those who must not know the sender. */
  readonly question: string;
  readonly dueAt: Date;
}

/** A unit that owes an answer and is reached by a letter. */
interface OwingUnit {
  readonly request: TicketCoordinationEntity;
  readonly receiver: LetterReceiver;
}

/** What every document about a ticket says of it. */
interface Words {
  readonly kind: string;
  readonly hotline: string;
  readonly writer: string;
}

type PartsOf = (decided: Decided, words: Words, context: DocumentContext) => object;

/**
 * Begins a document about a ticket besides its reply, filled in from what was decided there: more time, a question to the citizen, a verification, a return.
 * It moves the ticket nowhere.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 10; Nghị định 20/2008/NĐ-CP, Điều 9 and 14.
 */
@Injectable()
export class BeginTicketDocument {
  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly beginDocument: BeginDocument,
    private readonly requests: CoordinationRequests,
    private readonly staff: StaffDirectory,
    private readonly outside: OutsideText,
  ) {}

  /**
   * @param unitId to which unit a letter goes that asks one: each has its own, for none is told what another was asked
   * @returns the id of the draft
   * @throws DomainError `not-found`, `forbidden` where its place is not open, `input-invalid` where the unit is asked nothing by letter, and as `BeginDocument`
   */
  async begin(actor: Actor, ticketId: string, template: string, unitId: string | null = null): Promise<string> {
    const decided = await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const found = await decidedAbout(tx, ticket);
      const owing = await this.owing(tx, ticket);
      const open = openPlaces(actor, {
        state: ticket.state,
        leadUnitId: ticket.leadUnitId,
        extended: found.extension !== null,
        asked: found.pause !== null,
        asksByLetter: owing.length > 0,
      });
      const place = placeOfKind(template, open);
      if (place === null) throw new DomainError('forbidden', { ability: 'beginDocument' });
      if (place === 'outsideRequest')
        return { ...found, ...(await this.asking(tx, ticket, requireUnit(owing, unitId))) };
      return { ...found, asked: null, matter: matterWords(ticket, await mergedInto(tx, ticketId)) };
    });
    const partsOf = PARTS[template];
    const names = Object.keys(requireKind(template).labels);
    const { ticket, asked } = decided;
    const words = { kind: kindWords(ticket), hotline: this.settings.hotline.name, writer: actor.name };
    const document = {
      ...({ caseKind: 'ticketDocument', caseId: ticketId, template } as const),
      ...(asked === null ? {} : { isMeant: (fields: object) => isWrittenTo(fields, asked.name) }),
    };
    return this.beginDocument.begin(actor, document, () => ({
      template,
      drafters: { unitId: ticket.leadUnitId ?? actor.unitId ?? '' },
      fieldsOf: (context) => {
        const parts = { ...aboutFeedback(decided, words), ...partsOf?.(decided, words, context) };
        return Object.fromEntries(Object.entries(parts).filter(([name]) => names.includes(name)));
      },
    }));
  }

  private async owing(tx: EntityManager, ticket: TicketEntity): Promise<readonly OwingUnit[]> {
    const owed = await this.requests.openOf(tx, ticket);
    const receivers = await this.staff.reachedByLetter(owed.map(({ unitId }) => unitId));
    return owed.flatMap((request) =>
      receivers.filter(({ unitId }) => unitId === request.unitId).map((receiver) => ({ request, receiver })),
    );
  }

  private async asking(
    tx: EntityManager,
    ticket: TicketEntity,
    { request, receiver }: OwingUnit,
  ): Promise<Pick<Decided, 'asked' | 'matter'>> {
    const { text, questions } = await this.outside.of(tx, ticket, [request]);
    const question = inPlainWords(questions.get(request.id) ?? '');
    return {
      asked: { ...receiver, question, dueAt: request.dueAt },
      matter: asMatter(text.ofCitizen(ticket.subject)),
    };
  }
}

/** @throws DomainError `input-invalid` where the unit is asked nothing by letter */
function requireUnit(owing: readonly OwingUnit[], unitId: string | null): OwingUnit {
  const found = owing.find(({ receiver }) => receiver.unitId === unitId);
  if (found !== undefined) return found;
  const message = 'Chọn đơn vị nhận công văn trong số đơn vị đang được hỏi và chưa trả lời.';
  throw new DomainError('input-invalid', { field: 'template', message });
}

async function decidedAbout(tx: EntityManager, ticket: TicketEntity): Promise<Omit<Decided, 'asked' | 'matter'>> {
  const { id: ticketId, cycle } = ticket;
  const latest = { ticketId, cycle };
  const [extension, pause, refusal, counts] = [
    await tx.findOne(TicketExtensionEntity, { where: { ...latest, granted: true }, order: { askedAt: 'DESC' } }),
    await tx.findOne(TicketPauseEntity, { where: latest, order: { startedAt: 'DESC' } }),
    await tx.findOne(TicketRefusalEntity, { where: { ...latest, kind: 'returned' }, order: { decidedAt: 'DESC' } }),
    await tx.find(TicketDeadlineEntity, { where: { ...latest, duty: 'process' }, order: { revision: 'ASC' } }),
  ];
  const granted = counts.findLastIndex(({ reason }) => reason === 'extension');
  return {
    ticket,
    extension,
    refusal,
    pause: pause?.endedAt === null ? pause : null,
    dueBefore: counts[granted - 1]?.dueAt ?? ticket.dueAt,
  };
}

function aboutFeedback({ ticket, matter }: Decided, { kind }: Words): object {
  return {
    loai_y_kien: kind,
    ve_viec: matter,
    ...sourceParts(ticket),
    ma_phieu: ticket.code,
    han_tra_loi: day(ticket.dueAt),
    kem_theo: [],
  };
}

function day(instant: Date): string {
  return shortDate(civilDateOf(instant));
}

function subject(text: string): string {
  return text.slice(0, 500);
}

/** To the hotline, where it came from there, and to the sender by the code that the sender was told. */
function toSender({ ticket }: Decided, { hotline }: Words): readonly string[] {
  return [...(ticket.hotlineCode === null ? [] : [hotline]), ...addressedCodes(ticket, []).map(senderByCode)];
}

const agencyOf = ({ refusal }: Decided): readonly string[] => (refusal?.agency ? [refusal.agency] : []);

/** What was returned, to the agency that is competent. */
const handingOn: PartsOf = (decided, words, { filing }) => ({
  trich_yeu: subject(`chuyển ${words.kind} về ${decided.matter}`),
  kinh_gui: agencyOf(decided),
  de_nghi: decided.refusal?.text ?? '',
  loi_ket: 'Đề nghị quý cơ quan quan tâm giải quyết./.',
  noi_nhan: ['Như trên', filing],
});

/** What a unit is asked that is reached by a letter; of a commune's the People's Committee is addressed, and the unit gets a copy. */
function askingByLetter({ name, through, question, dueAt }: AskedByLetter, filing: string): object {
  return {
    kinh_gui: [through ?? name],
    de_nghi: [
      ...question.split('\n').filter((line) => line.trim() !== ''),
      ...(through === null ? [] : [`Đề nghị ${through} chỉ đạo ${name} phối hợp.`]),
    ].join('\n'),
    han_tra_loi: day(dueAt),
    loi_ket: 'Rất mong nhận được sự phối hợp của quý cơ quan, đơn vị./.',
    noi_nhan: ['Như trên', ...(through === null ? [] : [name]), filing],
  };
}

const PARTS: Readonly<Record<string, PartsOf>> = {
  'cong-van-gia-han': (decided, words, { facts, filing }) => ({
    trich_yeu: subject(`gia hạn trả lời ${words.kind} về ${decided.matter}`),
    kinh_gui: toSender(decided, words),
    han_cu: day(decided.dueBefore),
    han_moi: decided.extension === null ? '' : shortDate(decided.extension.promisedOn),
    viec_da_lam: decided.extension?.progress ?? '',
    ly_do: decided.extension?.reason ?? '',
    loi_ket: `${facts.shortName} mong tổ chức, cá nhân phản ánh thông cảm và sẽ trả lời đúng hạn mới nêu trên./.`,
    noi_nhan: ['Như trên', `${facts.titles.head} Sở (để b/c)`, filing],
  }),
  'cong-van-de-nghi-bo-sung': (decided, words, { facts, filing }) => ({
    trich_yeu: subject(`đề nghị bổ sung thông tin về ${words.kind} ${decided.matter}`),
    kinh_gui: toSender(decided, words),
    can_bo_sung: (decided.pause?.request ?? '').split('\n').filter((line) => line.trim() !== ''),
    han_bo_sung: decided.pause === null ? '' : day(decided.pause.until),
    noi_tiep_nhan: `Tổng đài 1022 hoặc ${facts.shortName}`,
    loi_ket: 'Rất mong nhận được sự phối hợp của tổ chức, cá nhân phản ánh./.',
    noi_nhan: ['Như trên', filing],
  }),
  'bien-ban': (decided, words, { filing }) => ({
    trich_yeu: subject(`Làm việc về ${words.kind} ${decided.matter}`),
    bat_dau: '',
    dia_diem: decided.ticket.place,
    chu_tri: '',
    thu_ky: words.writer,
    thanh_phan: [],
    muc: [],
    ket_luan: [],
    nguoi_ghi: words.writer,
    loi_ket: 'Biên bản đã đọc cho mọi người dự họp nghe và thống nhất./.',
    noi_nhan: [filing],
  }),
  'cong-van-khong-thuoc-tham-quyen': (decided, words, { facts, filing }) => ({
    trich_yeu: subject(`chuyển ${words.kind} về ${decided.matter}`),
    kinh_gui: agencyOf(decided),
    co_quan_tham_quyen: decided.refusal?.agency ?? '',
    cung_gui: '',
    ly_do: decided.refusal?.text ?? '',
    loi_ket: `${facts.shortName} thông báo để tổ chức, cá nhân phản ánh được biết và theo dõi kết quả giải quyết./.`,
    noi_nhan: ['Như trên', ...toSender(decided, words).map((name) => `${name} (để biết)`), filing],
  }),
  'cong-van-chuyen': (decided, words, context) =>
    decided.asked === null
      ? handingOn(decided, words, context)
      : {
          ...askingByLetter(decided.asked, context.filing),
          trich_yeu: subject(`đề nghị phối hợp giải quyết ${words.kind} về ${decided.matter}`),
        },
  'phieu-chuyen': (decided, words, { filing }) => ({
    trich_yeu: subject(`Chuyển ${words.kind} về ${decided.matter}`),
    noi_giai_quyet: agencyOf(decided),
    loi_ket: 'Đề nghị đơn vị giải quyết và thông báo kết quả./.',
    noi_nhan: [...agencyOf(decided), filing],
  }),
};
