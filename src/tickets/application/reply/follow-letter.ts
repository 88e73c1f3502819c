import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FOLLOW_LETTER, type LetterNews } from '../../../drafting/index.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Duty } from '../../../law/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { invitation } from '../../domain/reply/rating-link.js';
import { TICKET_ACTS, type ActName } from '../../domain/ticket-acts.js';
import { TicketEntity, TicketEntryEntity } from '../../persistence/tickets.entities.js';
import { OweLetters } from './owe-letters.js';
import { ReopenTicket } from '../ending/reopen-ticket.js';
import { Periods } from '../deadlines/periods.js';
import { RatingLinks } from '../ending/rating-links.js';
import { TellHotline } from '../tell-hotline.js';
import { TicketRules } from '../ticket-rules.js';
import { TellOfLetter, type ToldLetter } from './tell-of-letter.js';
import type { TicketChange } from '../ticket-change.js';
import { latestOf, type TicketCourse } from '../reading/ticket-course.js';
import { Tickets } from '../tickets.js';

interface Consequence {
  /** What it does to the ticket, where the table allows it; left out where the ticket stays. */
  readonly act?: ActName;
  /** The duty whose time begins with it. */
  readonly begins?: Duty;
  /** The duty that nobody owes any more. */
  readonly lifts?: Duty;
  /** Whether the citizens hear now that the letter has answered them. */
  readonly tells?: true;
  readonly title: string;
}

/** What each piece of news about the reply letter means for its ticket. */
const CONSEQUENCES: Readonly<Record<LetterNews, Consequence>> = {
  saved: { title: 'Lưu bản thảo' },
  sentForContent: { act: 'letterSent', title: 'Trình thủ trưởng đơn vị duyệt nội dung' },
  contentApproved: { title: 'Duyệt nội dung' },
  formatApproved: { title: 'Duyệt thể thức' },
  givenBack: { act: 'letterGivenBack', title: 'Trả lại bản thảo' },
  submitted: { title: 'Trình lãnh đạo ký' },
  numberReserved: { title: 'Giữ số văn bản đi, in vào bản trình ký' },
  reservedNumberVoided: { title: 'Hủy số văn bản đi đã giữ' },
  returnedByLeader: { act: 'letterGivenBack', title: 'Lãnh đạo trả lại' },
  rejectedByLeader: { act: 'letterGivenBack', title: 'Lãnh đạo từ chối ký' },
  cancelledByEOffice: { act: 'letterGivenBack', title: 'Trình ký bị rút trên hệ thống quản lý văn bản' },
  failedAtEOffice: { act: 'letterGivenBack', title: 'Hệ thống quản lý văn bản không hoàn tất được việc ký' },
  refusedByEOffice: { act: 'letterGivenBack', title: 'Hệ thống quản lý văn bản không nhận bản trình ký' },
  leaderSigned: { begins: 'releaseReply', title: 'Lãnh đạo đã ký, kiểm tra đạt' },
  shortOfEvidence: { title: 'Chưa đủ căn cứ để kết luận về chữ ký số, đang chờ tổ chức chứng thực' },
  signedOnOverride: { begins: 'releaseReply', title: 'Lãnh đạo đã ký; cho phép dùng khi chưa đủ căn cứ' },
  sealedOnOverride: { title: 'Cho phép phát hành khi chưa đủ căn cứ' },
  overrideWithdrawn: { title: 'Văn bản đã cho phép dùng khi chưa đủ căn cứ nay không đạt kiểm tra' },
  proofFailed: { act: 'letterGivenBack', title: 'Bản trả về không đạt kiểm tra, chưa được phát hành' },
  numberAsked: { title: 'Xin số của hệ thống quản lý văn bản' },
  numberStopped: { title: 'Hệ thống quản lý văn bản cấp số không ghi được vào sổ, văn thư xem lại' },
  numbered: { title: 'Lấy số văn bản đi' },
  sealOrdered: { title: 'Yêu cầu đóng dấu, số đã in khi trình' },
  sealOrderedAgain: { title: 'Yêu cầu đóng dấu lại' },
  sealFailed: { title: 'Bản đóng dấu không đạt kiểm tra, chưa được phát hành' },
  numberVoided: {
    act: 'letterGivenBack',
    lifts: 'releaseReply',
    title: 'Hủy số văn bản đi, trả công văn về người soạn',
  },
  signatureWithdrawn: {
    act: 'letterGivenBack',
    lifts: 'releaseReply',
    title: 'Rút trình ký, trả công văn về người soạn',
  },
  notTakenBack: { title: 'Hệ thống quản lý văn bản không cho rút công văn, phải rút tay trên đó' },
  signedTooLate: { title: 'Công văn được ký sau khi đã rút; tệp ký được giữ làm bằng chứng, không phát hành' },
  sealed: { title: 'Đã đóng dấu, kiểm tra đạt' },
  released: { act: 'letterReleased', title: 'Đã phát hành văn bản trả lời' },
  delivered: { tells: true, title: 'Nơi nhận đã nhận văn bản trả lời' },
  releasedByHand: { act: 'letterReleased', tells: true, title: 'Đã phát hành văn bản trả lời' },
  sentByPost: { title: 'Đã gửi văn bản trả lời qua bưu điện' },
  givenInPerson: { title: 'Đã trả trực tiếp văn bản trả lời cho người phản ánh' },
  sentByEmail: { title: 'Đã gửi văn bản trả lời bằng thư điện tử' },
  notSendable: { title: 'Người phản ánh không để lại địa chỉ, văn bản trả lời lưu hồ sơ' },
  recalled: { act: 'letterRecalled', title: 'Thu hồi văn bản trả lời' },
  recalledBeside: { title: 'Thu hồi văn bản; văn bản trả lời vẫn còn' },
};

/** A piece of news, and which cycle of the ticket its letter answers. */
interface News {
  readonly entry: TicketCourse;
  readonly consequence: Consequence;
  readonly round: number;
  readonly told: Omit<ToldLetter, 'eventId'>;
}

/**
 * Moves a ticket on with its reply letter; when the letter is released, the ticket is answered. A letter of an earlier cycle moves nothing any more:
 * the ticket has come back since. News told twice makes one line.
 */
@Injectable()
export class FollowLetter implements JobHandler<typeof FOLLOW_LETTER> {
  readonly job = FOLLOW_LETTER;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly rules: TicketRules,
    private readonly hotline: TellHotline,
    private readonly reopenTicket: ReopenTicket,
    private readonly links: RatingLinks,
    private readonly people: TellOfLetter,
    private readonly letters: OweLetters,
  ) {}

  async handle({ eventId, caseId, round, actorName, ...told }: PayloadOf<typeof FOLLOW_LETTER>): Promise<void> {
    await this.updateCopies({ ...SYSTEM, id: told.actorId, name: actorName }, caseId, {
      entry: { ...courseOf(told.what, told.detail), id: eventId },
      consequence: CONSEQUENCES[told.what],
      round: Number(round),
      told,
    });
  }

  private async updateCopies(actor: Actor, id: string, news: News): Promise<void> {
    const { entry, round, told } = news;
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(TicketEntryEntity, { id: entry.id ?? '' })) return;
      const ticket = await tx.findOneBy(TicketEntity, { id });
      if (!ticket) throw new DomainError('not-found', { what: 'ticket' });
      if (round !== ticket.cycle) return this.note(tx, actor, id, ofRound(entry, round));
      await this.apply(tx, actor, ticket, news);
      await this.people.tell(tx, { ...told, eventId: entry.id ?? '' });
    });
  }

  private async apply(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { entry, consequence: { act, begins, lifts, tells } }: News,
  ): Promise<void> {
    if (begins !== undefined && ticket.open) await this.begin(tx, ticket, begins);
    if (lifts !== undefined) await this.periods.met(tx, ticket.id, lifts);
    if (act !== undefined && TICKET_ACTS[act].moves[ticket.state] !== undefined) {
      if (act === 'letterRecalled') return this.reopenTicket.afterRecall(tx, actor, ticket, entry);
      if (act === 'letterReleased') return this.release(tx, actor, ticket, { entry, tells: tells === true });
      await this.tickets.perform(tx, actor, ticket, { act, entry, as: 'system' });
      return;
    }
    const toHotline = tells === true && ticket.answerMode === 'letter';
    await this.note(tx, actor, ticket.id, { ...entry, toHotline });
    if (toHotline) await this.tellAnswered(tx, ticket, entry);
  }

  /** The ticket is answered; those behind it whom the letter has not reached hear, or are owed it. */
  private async release(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { entry, tells }: { readonly entry: TicketCourse; readonly tells: boolean },
  ): Promise<void> {
    const change = await this.answered(ticket);
    const released = { act: 'letterReleased', change, entry, as: 'system' } as const;
    const { ticket: answered, lineId: id } = await this.tickets.perform(tx, actor, ticket, released);
    await this.letters.toOthers(tx, answered);
    if (tells) await this.tellAnswered(tx, answered, { ...entry, id });
  }

  /** Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1: released on the day of signing, on the next working day at the latest (rule 43). */
  private async begin(tx: EntityManager, ticket: TicketEntity, duty: Duty): Promise<void> {
    await this.periods.count(tx, ticket, { duty, reason: 'signature', startedAt: this.clock.now() });
  }

  private async note(tx: EntityManager, actor: Actor, id: string, entry: TicketCourse): Promise<void> {
    await this.tickets.addLine(tx, actor, id, entry);
    await tx.update(TicketEntity, { id }, { latest: latestOf(entry) });
  }

  /** The letter went to the sender of its own document; the others behind the ticket hear at which one they are answered (rule 18). */
  private async tellAnswered(tx: EntityManager, ticket: TicketEntity, { id, text }: TicketCourse): Promise<void> {
    const answered = `Đã trả lời bằng ${text === undefined ? 'văn bản' : `văn bản số ${text}`}`;
    const link = await this.links.issue(tx, ticket, ticket.ratingEndsAt);
    await this.hotline.tell(tx, ticket, {
      status: '06',
      description: `${answered}.${invitation(link)}`,
      elsewhere: `${answered} tại phiếu ${ticket.code}.`,
      lineId: id ?? '',
    });
  }

  private async answered(ticket: TicketEntity): Promise<TicketChange> {
    const answeredAt = this.clock.now();
    return { answerMode: 'letter', answeredAt, ...(await this.rules.windowsAfterAnswer(ticket, answeredAt)) };
  }
}

function courseOf(news: LetterNews, detail: string): TicketCourse {
  const { title } = CONSEQUENCES[news];
  if (news === 'saved') return { kind: news, title: `${title} ${detail}` };
  // A reader of the course asks whether the letter was released, not by which way.
  const kind = news === 'releasedByHand' ? 'released' : news;
  return { kind, title, toHotline: kind === 'released', ...(detail === '' ? {} : { text: detail }) };
}

function ofRound(entry: TicketCourse, round: number): TicketCourse {
  return { ...entry, title: `${entry.title} (lần xử lý ${round})` };
}
