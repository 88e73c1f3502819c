import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DraftQueries, ReviewDraft, WriteDraft, type DraftEntity } from '../../drafting/index.js';
import { StaffEntity, type Person, StaffDirectory } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { NumberAndSeal, SignatureQueries } from '../../signing/index.js';
import {
  AssignTicket,
  BeginReply,
  KeepEvidence,
  ApproveReply,
  SendReply,
  SubmitReply,
  TicketReader,
  WorkOnTicket,
  type NoteField,
  type SeenTicket,
} from '../../tickets/index.js';
import type { TicketState } from '../../tickets/domain/ticket-state.js';
import type { EOfficeDesk } from './e-office-desk.js';
import { NO_EVIDENCE, NOTES, REPLY } from './texts.js';

/** Refusals that only say that somebody, or the background, was quicker. */
const PASSING: readonly string[] = [
  'changed-meanwhile',
  'ticket-transition-refused',
  'draft-transition-refused',
  'forbidden',
  'signature-not-valid',
];

/**
 * Plays the department's people: looks at the state of a ticket and does the next act of the person whose turn it is, by the same
 * use cases as the pages. It has no memory, so it can go on after any interruption.
 */
export class DepartmentRobot {
  private readonly people = new Map<string, Person>();

  constructor(
    private readonly context: INestApplicationContext,
    private readonly eOffice: EOfficeDesk,
  ) {}

  /** Does the next act, if any is due now. @returns the ticket as it stands before the act */
  async step(ticketId: string): Promise<SeenTicket | null> {
    const ticket = await this.context.get(TicketReader).find(SYSTEM, ticketId);
    if (!ticket || ticket.state === 'answered') return ticket;
    try {
      await this.act(ticket);
    } catch (error) {
      if (!(error instanceof DomainError) || !PASSING.includes(error.code)) throw error;
    }
    return ticket;
  }

  private async act(ticket: SeenTicket): Promise<void> {
    await ACTS[ticket.state]?.(this, ticket);
  }

  async accept({ id }: SeenTicket): Promise<void> {
    await this.context.get(WorkOnTicket).accept(await this.actor('chuyenvien'), id);
  }

  async assign({ id: ticketId }: SeenTicket): Promise<void> {
    const officer = await this.person('chuyenvien');
    const command = { ticketId, unitId: officer.unitId, officerId: officer.id };
    await this.context.get(AssignTicket).assign(await this.actor('vanthu'), command);
  }

  /** The officer says how it goes, field by field, then begins the letter. */
  async work(ticket: SeenTicket): Promise<void> {
    const officer = await this.actor('chuyenvien');
    const said = (await this.context.get(TicketReader).courseOf(SYSTEM, ticket)).map(({ kind }) => kind);
    const next = (Object.keys(NOTES) as NoteField[]).find((field) => !said.includes(field));
    if (next === undefined) {
      await this.context.get(BeginReply).begin(officer, ticket.id);
      return;
    }
    await this.context
      .get(WorkOnTicket)
      .note(officer, ticket.id, { field: next, audience: 'hotline', text: NOTES[next] });
  }

  async letter(ticket: SeenTicket): Promise<void> {
    const [draft] = await this.context.get(DraftQueries).ofCase(ticket.id);
    if (!draft) return;
    const review = this.context.get(ReviewDraft);
    switch (draft.state) {
      case 'editing':
        return this.edit(draft);
      case 'contentReview':
        await this.context.get(ApproveReply).approve(await this.actor('truongphong'), draft.id);
        return;
      case 'formatReview':
        return review.approve(await this.actor('vanthu'), draft.id, 'format');
      case 'approved':
        await this.context.get(SubmitReply).submit(await this.actor('chuyenvien'), draft.id);
        return;
      case 'submitted':
        return this.sign(draft.id);
      case 'done':
      case 'withdrawn':
        return;
    }
  }

  private async edit(draft: DraftEntity): Promise<void> {
    const officer = await this.actor('chuyenvien');
    if (draft.revision === 1) {
      await this.evidence(officer, draft.caseId);
      const fields = { ...draft.fields, ...REPLY };
      await this.context
        .get(WriteDraft)
        .save(officer, draft.id, { fields, signerId: draft.signerId, version: draft.version });
    } else if (draft.pdfSha256 !== null) {
      await this.context.get(SendReply).send(officer, draft.id);
    }
  }

  /** The unit head does not approve a result that nothing proves. */
  private async evidence(officer: Actor, ticketId: string): Promise<void> {
    const ticket = await this.context.get(TicketReader).one(officer, ticketId);
    if (ticket.evidence === null) await this.context.get(KeepEvidence).stateNone(officer, ticketId, NO_EVIDENCE);
  }

  private async sign(draftId: string): Promise<void> {
    const [request] = await this.context.get(SignatureQueries).ofDraft(draftId);
    if (request?.state === 'submitted') await this.eOffice.sign(request.clientRequestId);
    if (request?.state === 'verified')
      await this.context.get(NumberAndSeal).numberAndSeal(await this.actor('vanthu'), request.id);
    if (request?.state === 'sealing') await this.eOffice.seal(request.clientRequestId);
  }

  private async actor(username: string): Promise<Actor> {
    return (await this.person(username)).actor;
  }

  private async person(username: string): Promise<Person> {
    const known = this.people.get(username);
    if (known) return known;
    const { id } = await this.context.get(Database).reader.getRepository(StaffEntity).findOneByOrFail({ username });
    const person = await this.context.get(StaffDirectory).person(id);
    this.people.set(username, person);
    return person;
  }
}

/** Whose turn it is in each state; in the others nobody of the department has anything to do. */
const ACTS: Readonly<Partial<Record<TicketState, (robot: DepartmentRobot, ticket: SeenTicket) => Promise<void>>>> = {
  received: (robot, ticket) => robot.assign(ticket),
  accepted: (robot, ticket) => robot.assign(ticket),
  assigned: (robot, ticket) => robot.accept(ticket),
  verifying: (robot, ticket) => robot.work(ticket),
  processing: (robot, ticket) => robot.work(ticket),
  draftingReply: (robot, ticket) => robot.letter(ticket),
  waitingApproval: (robot, ticket) => robot.letter(ticket),
};
