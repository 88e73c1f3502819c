import { readFile } from 'node:fs/promises';
import type { Abstract, Type } from '@nestjs/common';
import { REPLY } from '../../../src/cli/demo/texts.js';
import { EnterPaper, RouteDocument } from '../../../src/correspondence/index.js';
import { RegisterQueries } from '../../../src/documents/index.js';
import { DraftQueries, ReviewDraft, WriteDraft } from '../../../src/drafting/index.js';
import { DraftRevisionEntity } from '../../../src/drafting/persistence/draft-revision.entities.js';
import { DraftEntity } from '../../../src/drafting/persistence/drafting.entities.js';
import type { Actor } from '../../../src/kernel/actor.js';
import { civilDate } from '../../../src/kernel/civil-date.js';
import { newId } from '../../../src/kernel/ids.js';
import { StaffDirectory } from '../../../src/organisation/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { FollowTickets } from '../../../src/records/index.js';
import { RecordFileEntity, RecordPaperEntity } from '../../../src/records/persistence/records.entities.js';
import { SignatureRequestEntity } from '../../../src/signing/persistence/signing.entities.js';
import {
  ProposeDirectAnswer,
  ApproveAnswer,
  AskCitizen,
  AskCoordination,
  IssueAnswerPage,
  AssignTicket,
  BeginReply,
  KeepEvidence,
  RequestExtension,
  RequestPublication,
  SubmitReply,
  WorkOnTicket,
} from '../../../src/tickets/index.js';
import {
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketFileEntity,
  TicketPublicationEntity,
} from '../../../src/tickets/persistence/life.entities.js';
import { TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import { pngOf } from '../picture-writer.js';
import { releasedLetter } from '../released-letter.js';
import type { TestApp } from '../test-app.js';
import { UNITS, type OwnUnit } from './access-people.js';
import { LONG_TEXT } from './long-text.js';
import { COMPLAINED } from './settle-further.js';

const PDF = {
  name: 'bien-ban.pdf',
  content: Buffer.from(
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n' +
      '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n',
  ),
};
const PICTURE = { name: 'anh.png', contentType: 'image/png', content: pngOf() };

/** Ids of the objects of one unit, by what they are and how far they have come. */
export type Objects = Readonly<Record<string, string>>;

/** Brings tickets, letters and files of one unit to where acts with them are possible. */
export class AccessObjects {
  private readonly found: Record<string, string> = {};

  constructor(
    private readonly app: TestApp,
    private readonly unitId: OwnUnit,
  ) {}

  async make(): Promise<Objects> {
    this.found['unit'] = this.unitId;
    this.found['otherUnit'] = this.otherUnit;
    this.found['officer'] = UNITS[this.unitId].officer;
    await this.beforeWork();
    await this.inWork();
    await this.answers();
    await this.letters();
    await this.papers();
    await this.correspondence();
    return this.found;
  }

  private get otherUnit(): OwnUnit {
    return this.unitId === 'gdtrh' ? 'nui-voi' : 'gdtrh';
  }

  /** A document of another agency that the unit leads on. */
  private async correspondence(): Promise<void> {
    const [clerk, key] = [await this.get(StaffDirectory).person('tiepnhan'), newId()];
    const paper = {
      ...{ senderCode: '', senderName: 'Sở Nội vụ', code: '40/SNV', issuedDate: civilDate('2026-03-10') },
      ...{ typeName: 'Công văn', subject: 'báo cáo cải cách hành chính', priority: 0, person: null },
    };
    const documentId = await this.get(EnterPaper).enter(clerk.actor, { key, paper, files: [] });
    await this.get(RouteDocument).route(clerk.actor, {
      ...{ documentId, version: 1, directedById: 'khanh', direction: LONG_TEXT, directedOn: civilDate('2026-03-10') },
      ...{ leadUnitId: this.unitId, coordinatingUnitIds: [], dueOn: null },
    });
    this.keep({ handled: documentId });
  }

  private async beforeWork(): Promise<void> {
    this.found['new'] = (await this.app.receive()).id;
    this.found['other'] = (await this.app.receive()).code;
    this.found['assigned'] = await this.assigned();
  }

  private async inWork(): Promise<void> {
    const officer = await this.actor('officer');
    const [ticket, document] = await this.inHandWithDocument();
    const attachment = (await this.get(RegisterQueries).filesOf(document)).find(({ name }) => name === PICTURE.name);
    await this.get(KeepEvidence).add(officer, ticket, [PDF]);
    // About a unit of which nobody calls: the unit complained about learns neither who wrote nor what was sent along.
    const about = { complainedUnitId: COMPLAINED };
    await this.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: ticket }, about));
    this.keep({ ticket, attachment: attachment?.id, evidence: (await this.row(TicketFileEntity, ticket)).id });
    const lapsed = await this.inHand();
    await this.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: lapsed }, { informationLapsed: true }));
    const helped = await this.inHand();
    const asks = [{ unitId: this.otherUnit, question: LONG_TEXT }];
    await this.get(AskCoordination).ask(officer, { ticketId: helped, asks });
    const asked = await this.inHand();
    await this.get(AskCoordination).ask(officer, {
      ticketId: asked,
      asks: [{ unitId: COMPLAINED, question: LONG_TEXT }],
    });
    const { id: owed } = await this.row(TicketCoordinationEntity, asked);
    await this.get(IssueAnswerPage).issue(officer, { ticketId: asked, coordinationId: owed, mailTo: '' });
    const waiting = await this.inHand();
    await this.get(AskCitizen).ask(officer, waiting, { text: LONG_TEXT, verbatim: false });
    const wish = { workingDays: 2, reason: LONG_TEXT, progress: LONG_TEXT, verbatim: false };
    const extended = await this.inHand();
    await this.get(RequestExtension).request(officer, extended, wish);
    const extension = (await this.row(TicketExtensionEntity, extended)).id;
    this.keep({ lapsed, helped, asked, owed, waiting, extended, extension });
  }

  private async answers(): Promise<void> {
    const officer = await this.actor('officer');
    const proposed = await this.inHand();
    const answer = await this.propose(proposed);
    const answered = await this.answered();
    const rated = await this.answered();
    await this.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: rated }, { rating: 5 }));
    const shown = await this.answered();
    const wish = { title: 'Kết quả giải quyết', text: LONG_TEXT, left: [], consent: true };
    await this.get(RequestPublication).request(officer, shown, wish);
    const publication = (await this.row(TicketPublicationEntity, shown)).id;
    this.keep({ proposed, answer, answered, rated, shown, publication });
  }

  private async letters(): Promise<void> {
    const [officer, head] = [await this.actor('officer'), await this.actor('head')];
    const checker = (await this.get(StaffDirectory).person('vanthu')).actor;
    const review = this.get(ReviewDraft);
    const [draft, inContent, inFormat, approved, submitted] = [
      await this.written(),
      await this.written(),
      await this.written(),
      await this.written(),
      await this.written(),
    ];
    for (const id of [inContent, inFormat, approved, submitted]) await review.send(officer, id);
    for (const id of [inFormat, approved, submitted]) await review.approve(head, id, 'content');
    for (const id of [approved, submitted]) await review.approve(checker, id, 'format');
    const signature = await this.get(SubmitReply).submit(officer, submitted);
    await this.app.work();
    const drafting = (await this.get(DraftQueries).byId(draft))?.caseId;
    this.keep({ draft, drafting, inContent, inFormat, approved, submitted, signature });
  }

  private async papers(): Promise<void> {
    const ticketId = await this.inHand();
    const { reader } = this.app.nest.get(Database);
    const letter = await releasedLetter(this.app, await reader.manager.findOneByOrFail(TicketEntity, { id: ticketId }));
    const request = await reader.manager.findOneByOrFail(SignatureRequestEntity, { outgoingDocumentId: letter });
    const own = { unitId: this.unitId, authorId: UNITS[this.unitId].officer, writerId: UNITS[this.unitId].officer };
    await this.get(UnitOfWork).run((tx) => tx.update(DraftEntity, { id: request.draftId }, own));
    await this.app.work();
    await this.get(FollowTickets).run();
    const file = await reader.manager.findOneByOrFail(RecordFileEntity, { ticketId: this.found['ticket'] ?? '' });
    const paper = await reader.manager.findOneByOrFail(RecordPaperEntity, { fileId: file.id });
    this.keep({ letter, released: request.id, file: file.id, paper: paper.id });
  }

  private async assigned(): Promise<string> {
    const { id } = await this.app.receive({}, [PICTURE]);
    const clerk = (await this.get(StaffDirectory).person('vanthu')).actor;
    const given = { ticketId: id, unitId: this.unitId, officerId: UNITS[this.unitId].officer };
    await this.get(AssignTicket).assign(clerk, given);
    return id;
  }

  private async inHand(): Promise<string> {
    const id = await this.assigned();
    await this.get(WorkOnTicket).accept(await this.actor('officer'), id);
    return id;
  }

  private async inHandWithDocument(): Promise<readonly [string, string]> {
    const id = await this.inHand();
    const { incomingDocumentId } = await this.app.nest
      .get(Database)
      .reader.manager.findOneByOrFail(TicketEntity, { id });
    return [id, incomingDocumentId];
  }

  private async propose(ticketId: string): Promise<string> {
    const answer = { text: LONG_TEXT, noEvidenceReason: LONG_TEXT };
    return this.get(ProposeDirectAnswer).propose(await this.actor('officer'), ticketId, answer);
  }

  private async answered(): Promise<string> {
    const id = await this.inHand();
    await this.get(ApproveAnswer).approve(await this.actor('head'), id, await this.propose(id));
    return id;
  }

  private async written(): Promise<string> {
    const officer = await this.actor('officer');
    const id = await this.get(BeginReply).begin(officer, await this.inHand());
    const draft = await this.get(DraftQueries).byId(id);
    if (!draft) throw new Error('No draft was begun.');
    const { fields, signerId, version } = draft;
    await this.get(WriteDraft).save(officer, id, { fields: { ...fields, ...REPLY }, signerId, version });
    await this.drawn(id);
    return id;
  }

  /** The letter has its page, however that came. */
  private async drawn(id: string): Promise<void> {
    const docxSha256 = await this.get(FileStore).put(await readFile('templates/cong-van-tra-loi.docx'));
    const files = { docxSha256, pdfSha256: await this.get(FileStore).put(PDF.content) };
    await this.get(UnitOfWork).run(async (tx) => {
      await tx.update(DraftEntity, { id }, files);
      await tx.update(DraftRevisionEntity, { draftId: id }, files);
    });
  }

  private async actor(which: 'officer' | 'head'): Promise<Actor> {
    return (await this.get(StaffDirectory).person(UNITS[this.unitId][which])).actor;
  }

  private row<Row extends { ticketId: string }>(entity: new () => Row, ticketId: string): Promise<Row> {
    const { manager } = this.app.nest.get(Database).reader;
    return manager.getRepository<Row>(entity).createQueryBuilder('row').where({ ticketId }).getOneOrFail();
  }

  private keep(ids: Readonly<Record<string, string | undefined>>): void {
    for (const [name, id] of Object.entries(ids)) {
      if (id === undefined) throw new Error(`No ${name} was made.`);
      this.found[name] = id;
    }
  }

  private get<Part>(part: Type<Part> | Abstract<Part>): Part {
    return this.app.nest.get(part, { strict: false });
  }
}
