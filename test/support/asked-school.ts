import type { EntityManager } from 'typeorm';
import type { Actor } from '../../src/kernel/actor.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { Mailer, type Mail } from '../../src/notices/ports/mailer.port.js';
import { UnitEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PostedFile } from '../../src/platform/http/bodies/posted-file.js';
import {
  AnswerByPage,
  type AnswerGiven,
  AnswerPageReader,
  AskCoordination,
  AssignTicket,
  IssueAnswerPage,
  WorkOnTicket,
  type ReadAnswerPage,
} from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from './test-app.js';

export const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
export const OFFICER: Actor = {
  id: 'ngoc',
  name: 'Nguyễn Thị Hồng Ngọc',
  unitId: 'gdtrh',
  roles: ['contactOfficer'],
};
export const QUESTION = 'Đề nghị nhà trường cho biết ông Bùi Văn Khải đã nộp những khoản nào.';
export const ANSWER: AnswerGiven = {
  name: 'Trần Thị Mơ',
  position: 'Hiệu trưởng',
  reply: 'Nhà trường đã trả lại toàn bộ số tiền thu ngoài quy định cho cha mẹ học sinh.',
  files: [],
  address: '203.0.113.7',
};
/** A file as a form brings it. */
export function pdf(name: string, words = ''): PostedFile {
  return new PostedFile(name, Buffer.from(`%PDF-1.7\n${words}%%EOF\n`));
}

export const SCHOOL = {
  id: 'sao-mai',
  code: 'SaoMai',
  name: 'Trường Tiểu học Sao Mai',
  symbol: 'SM',
  parentId: null,
};

/** Keeps what is sent, or refuses it. */
class TestMailer extends Mailer {
  override available = true;
  refuses = false;
  readonly sent: Mail[] = [];

  override async send(mail: Mail): Promise<void> {
    if (this.refuses) throw new OutsideRefused('SMTP', '550 no such user');
    this.sent.push(mail);
    return Promise.resolve();
  }
}

/** A ticket whose officer has asked a school that has no accounts; the school may be given an answer page. */
export class AskedSchool {
  private constructor(
    readonly app: TestApp,
    readonly mailer: TestMailer,
    readonly ticketId: string,
  ) {}

  static async open(): Promise<AskedSchool> {
    const mailer = new TestMailer();
    const adapters = new Map([[Mailer, mailer]]);
    const app = await TestApp.open({ HOI_AM_PUBLIC_URL: 'https://hoi-am.example' }, { adapters });
    const { id: ticketId } = await app.receive();
    await app.nest.get(UnitOfWork).run(async (tx) => {
      await tx.insert(UnitEntity, { ...SCHOOL, kind: 'school', email: 'saomai@haiphong.edu.vn' });
    });
    await app.nest.get(AssignTicket).assign(CLERK, { ticketId, unitId: 'gdtrh', officerId: 'ngoc' });
    await app.nest.get(WorkOnTicket).accept(OFFICER, ticketId);
    await app.nest.get(AskCoordination).ask(OFFICER, { ticketId, asks: [{ unitId: SCHOOL.id, question: QUESTION }] });
    return new AskedSchool(app, mailer, ticketId);
  }

  get rows(): EntityManager {
    return this.app.nest.get(Database).reader.manager;
  }

  ticket(): Promise<TicketEntity> {
    return this.rows.findOneByOrFail(TicketEntity, { id: this.ticketId });
  }

  request(): Promise<TicketCoordinationEntity> {
    return this.rows.findOneByOrFail(TicketCoordinationEntity, { ticketId: this.ticketId });
  }

  /** @returns the secret part of the page's address. */
  async issue(mailTo = '', actor = OFFICER): Promise<string> {
    const command = { ticketId: this.ticketId, coordinationId: (await this.request()).id, mailTo };
    const { address } = await this.app.nest.get(IssueAnswerPage).issue(actor, command);
    return address.replace('https://hoi-am.example/tra-loi/', '');
  }

  read(secret: string): Promise<ReadAnswerPage | null> {
    return this.app.nest.get(AnswerPageReader).read(secret);
  }

  answer(secret: string, change: Partial<AnswerGiven> = {}): Promise<void> {
    return this.app.nest.get(AnswerByPage).answer(secret, { ...ANSWER, ...change });
  }
}
