import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { DocumentReader } from '../../correspondence/index.js';
import { AgencyQueries, ChooseRecipients, LetterRecipients } from '../../exchange/index.js';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { text } from '../shapes/wire.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const agency = z
  .object({
    code: z.string().meta({ description: 'By Decision 20/2020, or the earlier one where it has no other.' }),
    name: z.string(),
  })
  .meta({ id: 'Agency' });

const AGENCIES = endpoint({
  method: 'get',
  path: 'agencies',
  status: 200,
  scope: 'documents.read',
  summary:
    'Agencies of the exchange in whose name or codes each of some words begins a word, best first, twenty at most.',
  query: z.strictObject({ words: text.max(200) }),
  answer: z.object({ agencies: z.array(agency) }),
});

const RECIPIENTS = endpoint({
  method: 'get',
  path: 'documents/{document}/recipients',
  status: 200,
  scope: 'documents.read',
  summary: 'Agencies that get a document through the exchange when it is released, besides the one that it answers.',
  answer: z.object({ recipients: z.array(agency) }),
});

const CHOOSE = endpoint({
  method: 'post',
  path: 'documents/{document}/recipients',
  status: 204,
  scope: 'documents.write',
  summary: 'Chooses an agency of the exchange that gets a document; one that is chosen already stays so.',
  body: z.strictObject({ code: text.meta({ description: 'Of the agency, of either generation.' }) }),
  key: 'accepted',
});

const LEAVE_OUT = endpoint({
  method: 'delete',
  path: 'documents/{document}/recipients/{agency}',
  status: 204,
  scope: 'documents.write',
  summary: 'Leaves out an agency that was chosen.',
});

/** The receivers, through the exchange, of a document that answers no ticket. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiRecipientsController {
  constructor(
    private readonly documents: DocumentReader,
    private readonly agencies: AgencyQueries,
    private readonly recipients: LetterRecipients,
    private readonly chooseRecipients: ChooseRecipients,
  ) {}

  @Endpoint(AGENCIES)
  async find(@Asked(AGENCIES) { query }: Asked<typeof AGENCIES>): Promise<Answer<typeof AGENCIES>> {
    return { agencies: (await this.agencies.offered(query.words)).map(({ code, name }) => ({ code, name })) };
  }

  @Endpoint(RECIPIENTS)
  async list(
    @CurrentActor() actor: Actor,
    @Asked(RECIPIENTS) { path }: Asked<typeof RECIPIENTS>,
  ): Promise<Answer<typeof RECIPIENTS>> {
    const chosen = await this.recipients.of(await this.idOf(actor, path));
    return { recipients: chosen.map(({ code, name }) => ({ code, name })) };
  }

  @Endpoint(CHOOSE)
  async choose(@CurrentActor() actor: Actor, @Asked(CHOOSE) { path, body }: Asked<typeof CHOOSE>): Promise<void> {
    await this.chooseRecipients.add(actor, await this.idOf(actor, path), body.code);
  }

  @Endpoint(LEAVE_OUT)
  async leaveOut(@CurrentActor() actor: Actor, @Asked(LEAVE_OUT) { path }: Asked<typeof LEAVE_OUT>): Promise<void> {
    await this.chooseRecipients.remove(actor, await this.idOf(actor, path), path['agency'] ?? '');
  }

  /** @throws DomainError `not-found` also for a reply to a ticket, whose receiver is the sender of the ticket */
  private async idOf(actor: Actor, path: Readonly<Record<string, string>>): Promise<string> {
    return (await this.documents.seen(actor, path['document'] ?? '')).id;
  }
}
