import { jest } from '@jest/globals';
import { REPLY } from '../../src/cli/demo/texts.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { DraftQueries, ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { SignatureQueries, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { RemoteSignatureState } from '../../src/signing/ports/signing-desk.port.js';
import { AssignTicket, BeginReply, SubmitReply, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import type { TestApp } from './test-app.js';

/** Ids of those who have a hand in a letter, and of the unit that writes it. */
export interface LetterCast {
  readonly clerk: string;
  readonly officer: string;
  readonly head: string;
  readonly unit: string;
}

const CAST: LetterCast = { clerk: 'vanthu', officer: 'ngoc', head: 'thang', unit: 'gdtrh' };

/** Brings a letter of the agency to where a test begins: in hand, written, approved, submitted. */
export class LettersOf {
  constructor(
    private readonly app: () => TestApp,
    private readonly cast: LetterCast = CAST,
  ) {}

  readonly actor = async (id: string): Promise<Actor> => (await this.app().nest.get(StaffDirectory).person(id)).actor;
  readonly draftOf = async (id: string): Promise<DraftEntity> => (await this.app().nest.get(DraftQueries).byId(id))!;
  readonly ticketOf = async (id: string): Promise<TicketEntity> => (await this.app().nest.get(TicketQueries).byId(id))!;
  readonly titles = async (ticketId: string): Promise<string[]> =>
    (await this.app().nest.get(TicketQueries).entriesOf(ticketId)).map(({ title }) => title);
  readonly assign = async (ticketId: string, unitId: string, officerId: string): Promise<void> => {
    const clerk = await this.actor(this.cast.clerk);
    await this.app().nest.get(AssignTicket).assign(clerk, { ticketId, unitId, officerId });
  };

  readonly ticketInHand = async (): Promise<string> => {
    const { id } = await this.app().receive();
    await this.assign(id, this.cast.unit, this.cast.officer);
    await this.app()
      .nest.get(WorkOnTicket)
      .accept(await this.actor(this.cast.officer), id);
    return id;
  };

  readonly begin = async (ticketId: string): Promise<string> =>
    this.app()
      .nest.get(BeginReply)
      .begin(await this.actor(this.cast.officer), ticketId);

  readonly save = async (
    draftId: string,
    username: string,
    { page, change = {} }: { page: boolean; change?: object } = { page: true },
  ): Promise<void> => {
    const { fields, signerId, version } = await this.draftOf(draftId);
    const form = { fields: { ...fields, ...REPLY, ...change }, signerId, version };
    await this.app()
      .nest.get(WriteDraft)
      .save(await this.actor(username), draftId, form);
    if (page) await this.app().work();
  };

  readonly sendOn = async (draftId: string): Promise<void> => {
    await this.app()
      .nest.get(ReviewDraft)
      .send(await this.actor(this.cast.officer), draftId);
    await this.app().work();
  };

  readonly writtenAndSent = async (ticketId: string): Promise<string> => {
    const draftId = await this.begin(ticketId);
    await this.save(draftId, this.cast.officer);
    await this.sendOn(draftId);
    return draftId;
  };

  readonly approved = async (ticketId: string): Promise<string> => {
    const draftId = await this.writtenAndSent(ticketId);
    await this.approveBoth(draftId);
    return draftId;
  };

  readonly approveBoth = async (draftId: string): Promise<void> => {
    const review = this.app().nest.get(ReviewDraft);
    await review.approve(await this.actor(this.cast.head), draftId, 'content');
    await review.approve(await this.actor(this.cast.clerk), draftId, 'format');
  };

  readonly submitted = async (): Promise<SignatureRequestEntity> => {
    const draftId = await this.approved(await this.ticketInHand());
    const id = await this.app()
      .nest.get(SubmitReply)
      .submit(await this.actor(this.cast.officer), draftId);
    await this.app().work();
    return this.request(id);
  };

  readonly request = async (id: string): Promise<SignatureRequestEntity> =>
    (await this.app().nest.get(SignatureQueries).byId(id))!;

  /** What the e-office answers when it is asked next. */
  readonly says = (
    { clientRequestId, remoteId }: SignatureRequestEntity,
    news: Partial<RemoteSignatureState>,
  ): void => {
    const known = { signatureRequestId: remoteId ?? '', clientRequestId, revision: 2, status: 'inProgress' as const };
    jest
      .spyOn(this.app().desk, 'states')
      .mockResolvedValueOnce([{ ...known, changedAt: this.app().clock.now(), ...news }]);
  };
}
