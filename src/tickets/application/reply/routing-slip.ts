import { Injectable } from '@nestjs/common';
import { arrivalNumberWords } from '../../../documents/domain/arrival/arrival-number.js';
import { routingSlip } from '../../../../templates/kinds/routing-slip.js';
import { RegisterQueries, type IncomingDocumentEntity, type OutgoingDocumentEntity } from '../../../documents/index.js';
import { answers } from '../../../documents/domain/after-release.js';
import { progressWords } from '../../../documents/domain/document-outcome.js';
import { typeAndCode } from '../../../documents/domain/same-number.js';
import { printedCode } from '../../../documents/domain/register.js';
import { TemplateRenderer, Templates } from '../../../drafting/index.js';
import { shortDate } from '../../../drafting/domain/letter/date-line.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { NameQueries, type PersonName } from '../../../organisation/index.js';
import { decidedLine } from '../../domain/decisions/decided-words.js';
import type { TicketAssignmentEntity } from '../../persistence/tickets.entities.js';
import { TicketReader } from '../reading/ticket-reader.js';

/** As many coordinating units as the slip has room for. */
const MAX_UNITS = 30;
/** And as much of a leader's words. */
const MAX_WORDS_LENGTH = 2000;

/**
 * The slip that goes round with an incoming document, filled in as far as the ticket has come: who leads, who helps, who handles it, until when, how it
 * was settled; units by the names that they had when they were asked. It
 * names no sender and repeats no words of theirs. Where leaders write, it says who really decided, when, and on which authority.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 24 và Phụ lục IV, phần II.
 */
@Injectable()
export class RoutingSlip {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: TicketReader,
    private readonly registers: RegisterQueries,
    private readonly names: NameQueries,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see the ticket */
  async docx(actor: Actor, ticketId: string): Promise<{ readonly docx: Buffer; readonly arrivalNumber: number }> {
    const ticket = await this.tickets.one(actor, ticketId);
    const document = await this.registers.incomingById(ticket.incomingDocumentId);
    if (document === null) throw new DomainError('not-found', { what: 'incomingDocument' });
    const [life, assignment, decided, shared, replies] = await Promise.all([
      this.tickets.lifeOf(actor, ticket),
      this.tickets.assignmentOf(ticket),
      this.tickets.decidedAssignmentOf(actor, ticket),
      this.tickets.sharedAssignmentOf(actor, ticket),
      this.registers.repliesTo([document.id]),
    ]);
    const asked = life.coordinations.filter(({ cycle }) => cycle === ticket.cycle).slice(0, MAX_UNITS);
    const [unitOn, people] = await Promise.all([
      this.names.unitsByDay([ticket.leadUnitId, ...asked.map(({ unitId }) => unitId)]),
      this.names.people([ticket.officerId, ...[decided ?? assignment, shared].map(assigner)]),
    ]);
    const until = dayOf(ticket.dueAt);
    const today = civilDateOf(this.clock.now());
    const { parent, letterhead } = await this.agencyProfiles.at(today);
    const fields = {
      co_quan_chu_quan: parent,
      co_quan_ban_hanh: letterhead,
      so_den: arrivalNumberWords(document.arrivalNumber),
      ngay_den: shortDate(document.arrivalDate),
      van_ban_den: documentWords(document),
      chu_tri: handed(
        unitOn(ticket.leadUnitId, assignment === null ? today : civilDateOf(assignment.assignedAt)),
        until,
      ),
      phoi_hop: asked.flatMap(({ unitId, askedAt, dueAt }) =>
        handed(unitOn(unitId, civilDateOf(askedAt)), dayOf(dueAt)),
      ),
      ...decision(decided ?? assignment, people),
      giao_ca_nhan: handed(personWords(people.get(ticket.officerId ?? '')), until),
      ...directionInUnit(shared, people),
      ...settled(document, replies),
    };
    const file = await this.templates.file(routingSlip.name, await this.templates.inForce(routingSlip.name, today));
    const { docx } = await this.renderer.render(routingSlip.name, fields, file);
    return { docx, arrivalNumber: document.arrivalNumber };
  }
}

function documentWords(document: IncomingDocumentEntity): string {
  const { issuedDate, senderName, subject } = document;
  return `${typeAndCode(document)} ngày ${shortDate(issuedDate)} của ${senderName}: ${subject}`;
}

function assigner(assignment: TicketAssignmentEntity | null): string | null {
  return assignment?.assignedById ?? null;
}

function personWords(person: PersonName | undefined): string | undefined {
  return person && `${person.honorific} ${person.fullName}`.trim();
}

function handed(name: string | undefined, until: string): readonly { don_vi: string; thoi_han: string }[] {
  return name === undefined ? [] : [{ don_vi: name, thoi_han: until }];
}

/** Who decided, and on what day; empty before the decision. */
function decision(
  assignment: TicketAssignmentEntity | null,
  people: ReadonlyMap<string, PersonName>,
): { readonly y_kien_lanh_dao: string; readonly ngay_lanh_dao: string } {
  if (assignment === null) return { y_kien_lanh_dao: '', ngay_lanh_dao: '' };
  const decider = people.get(assignment.assignedById)?.fullName ?? '';
  const { words, isDecision } = decidedLine(assignment, decider);
  return {
    y_kien_lanh_dao: beginningOf(words, MAX_WORDS_LENGTH),
    ngay_lanh_dao: isDecision ? dayOf(assignment.assignedAt) : '',
  };
}

/** Who in the lead unit gave it to the officer, with which words and when; empty where it was not given to an officer. */
function directionInUnit(
  shared: TicketAssignmentEntity | null,
  people: ReadonlyMap<string, PersonName>,
): { readonly y_kien_don_vi: string; readonly ngay_don_vi: string } {
  if (shared === null) return { y_kien_don_vi: '', ngay_don_vi: '' };
  const head = people.get(shared.assignedById)?.fullName ?? '';
  const said = [head, shared.directive].filter(Boolean).join(': ');
  return { y_kien_don_vi: beginningOf(said, MAX_WORDS_LENGTH), ngay_don_vi: dayOf(shared.assignedAt) };
}

/** How it was settled, and when; empty while it is open. */
function settled(
  { outcome, outcomeOn }: IncomingDocumentEntity,
  replies: readonly OutgoingDocumentEntity[],
): { readonly de_xuat: string; readonly ngay_de_xuat: string } {
  if (outcome === null || outcomeOn === null) return { de_xuat: '', ngay_de_xuat: '' };
  const letter = replies.findLast((one) => one.state === 'released' && one.recalledAt === null && answers(one));
  const words =
    letter === undefined
      ? progressWords(outcome)
      : `Trả lời bằng văn bản số ${printedCode(letter.number, letter.notation)}`;
  return { de_xuat: words, ngay_de_xuat: shortDate(outcomeOn) };
}

function dayOf(instant: Date): string {
  return shortDate(civilDateOf(instant));
}
