import type { Abstract, Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { tellCase, type LetterNews } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { SYSTEM, type Actor, type Role } from '../../src/kernel/actor.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import {
  ProposeDirectAnswer,
  ApproveAnswer,
  AssignTicket,
  BeginReply,
  KeepEvidence,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import {
  TicketDeadlineEntity,
  TicketEntity,
  type TicketEntryEntity,
} from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from './test-app.js';
import { promised } from './promised.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });

/** Those of the test department who meet a ticket. */
export const PARTIES = {
  clerk: person('vanthu', 'van-phong', 'registryClerk', 'formatChecker'),
  officer: person('ngoc', 'gdtrh', 'contactOfficer'),
  head: person('thang', 'gdtrh', 'unitHead'),
  stranger: person('luc', 'nui-voi', 'contactOfficer'),
  leader: person('khanh', 'lanh-dao', 'leader'),
  supervisor: person('giamsat', 'van-phong', 'supervisor'),
} satisfies Readonly<Record<string, Actor>>;

export const DAY = 24 * 3_600_000;

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

export const ANSWER =
  'Nhà trường đã dừng việc dạy thêm trong giờ chính khóa và trả lại toàn bộ tiền đã thu trước ngày 20/3.';

export const NO_EVIDENCE = 'Kết quả xác minh qua trao đổi trực tiếp, không lập văn bản.';

/** One ticket of the hotline in an app of its own, led as far as a test needs. */
export class LifeOfATicket {
  private constructor(
    readonly app: TestApp,
    readonly id: string,
    readonly documentId: string,
  ) {}

  /** @param at when the ticket arrives, ISO 8601; a day in March 2026 where it does not matter */
  static async begin(at?: string, environment: Readonly<Record<string, string>> = {}): Promise<LifeOfATicket> {
    const app = await TestApp.open(environment);
    if (at !== undefined) app.clock.advance(Date.parse(at) - app.clock.now().getTime());
    const { id, incomingDocumentId } = await app.receive();
    return new LifeOfATicket(app, id, incomingDocumentId);
  }

  end(): Promise<void> {
    return this.app.close();
  }

  /** Another ticket in the same app, of the same document unless another is named. */
  another(id: string, documentId = this.documentId): LifeOfATicket {
    return new LifeOfATicket(this.app, id, documentId);
  }

  get<Part>(part: Type<Part> | Abstract<Part>): Part {
    return this.app.nest.get(part, { strict: false });
  }

  /** The ticket has come so far, however that happened. */
  async set(change: Partial<TicketEntity>): Promise<void> {
    await this.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: this.id }, change));
  }

  async setLetter(id: string, state: DraftEntity['state']): Promise<void> {
    await this.get(UnitOfWork).run((tx) => tx.update(DraftEntity, { id }, { state }));
  }

  /** What drafting, signing and the exchange tell of a letter, and what the ticket makes of it. */
  async hear(draftId: string, what: LetterNews, detail = ''): Promise<void> {
    await this.get(UnitOfWork).run((tx) => tellCase(this.get(Outbox), tx, SYSTEM, { draftId, what, detail }));
    await this.app.work();
  }

  beginLetter(): Promise<string> {
    return this.get(BeginReply).begin(PARTIES.officer, this.id);
  }

  async inHand(): Promise<void> {
    const { clerk, officer } = PARTIES;
    const given = { ticketId: this.id, unitId: 'gdtrh', officerId: officer.id };
    await this.get(AssignTicket).assign(clerk, given);
    await this.get(WorkOnTicket).accept(officer, this.id);
  }

  addFile(name = 'bien-ban.pdf', content = PDF): Promise<void> {
    return this.get(KeepEvidence).add(PARTIES.officer, this.id, [{ name, content }]);
  }

  propose(actor: Actor = PARTIES.officer, text = ANSWER, noEvidenceReason = NO_EVIDENCE): Promise<string> {
    return this.get(ProposeDirectAnswer).propose(actor, this.id, { text, noEvidenceReason });
  }

  async answered(): Promise<void> {
    await this.inHand();
    await this.answerAgain();
  }

  /** From the unit's hands to the citizen. */
  async answerAgain(): Promise<void> {
    await this.get(ApproveAnswer).approve(PARTIES.head, this.id, await this.propose());
  }

  /** To read; what a test writes goes through UnitOfWork. */
  get rows(): EntityManager {
    return this.app.nest.get(Database).reader.manager;
  }

  now(): Promise<TicketEntity> {
    return this.rows.findOneByOrFail(TicketEntity, { id: this.id });
  }

  document(): Promise<IncomingDocumentEntity> {
    return this.rows.findOneByOrFail(IncomingDocumentEntity, { id: this.documentId });
  }

  deadlines(duty: string): Promise<TicketDeadlineEntity[]> {
    return this.rows.find(TicketDeadlineEntity, {
      where: { ticketId: this.id, duty },
      order: { cycle: 'ASC', revision: 'ASC' },
    });
  }

  /** What the hotline was told by a status, in the order of promising. */
  async told(status: '02' | '05' | '06'): Promise<(string | null)[]> {
    const sent = await promised(this.rows, { aboutDocumentId: this.documentId, status });
    return sent.map(({ description }) => description);
  }

  /** Newest first. */
  course(): Promise<TicketEntryEntity[]> {
    return this.get(TicketQueries).entriesOf(this.id);
  }

  journalled(action: string): Promise<number> {
    return this.rows.countBy(JournalEntryEntity, { action, objectId: this.id });
  }

  async noticed(staffId: string): Promise<string[]> {
    return (await this.rows.findBy(NoticeEntity, { staffId, ticketId: this.id })).map(({ words }) => words);
  }
}

/** How the later of two acts at the same moment is refused: it finds the ticket as the first left it or, on a server, changed since it looked. */
export const tooLate = (): unknown => expect.stringMatching(/^(?:ticket-transition-refused|changed-meanwhile)$/u);

/** What became of acts that were tried at the same moment: how many were done, and the codes of those refused. */
export async function atOnce(...acts: readonly (() => Promise<unknown>)[]): Promise<[number, unknown[]]> {
  const results = await Promise.allSettled(acts.map((act) => act()));
  const refused = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code?: unknown }).code] : [],
  );
  return [acts.length - refused.length, refused];
}
