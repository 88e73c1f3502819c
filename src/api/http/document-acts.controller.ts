import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { DocumentReader, SubmitDocument } from '../../correspondence/index.js';
import { APPROVAL_KINDS } from '../../drafting/domain/draft.js';
import { ChangeAnnexes, DiscardDocument, ReviewDraft, SaveParts } from '../../drafting/index.js';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { NumberAndSeal, WithdrawLetter } from '../../signing/index.js';
import { formNumber, number, optionalText, postedFiles, text } from '../shapes/wire.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const reason = optionalText.meta({ description: 'Why; must be said where it came back, or was approved.' });

const WRITE = endpoint({
  method: 'patch',
  path: 'documents/{document}',
  status: 204,
  scope: 'documents.write',
  summary: 'Saves parts of a document as a new revision; parts that are not named stay as they are.',
  body: z.strictObject({
    version: z.int(),
    parts: z.record(z.string(), z.unknown()).default({}),
    signerId: z.string().optional(),
    reason,
  }),
});

const ANNEX = endpoint({
  method: 'post',
  path: 'documents/{document}/annexes',
  status: 204,
  scope: 'documents.write',
  summary: 'Adds PDF files as annexes, which the agency signs with the document.',
  body: z.strictObject({ version: formNumber, reason, files: postedFiles }),
  media: 'multipart/form-data',
  key: 'accepted',
});

const NO_ANNEX = endpoint({
  method: 'delete',
  path: 'documents/{document}/annexes/{position}',
  status: 204,
  scope: 'documents.write',
  summary: 'Takes an annex out, by its position.',
  query: z.strictObject({ version: number, reason }),
});

const SEND = endpoint({
  method: 'post',
  path: 'documents/{document}/sending',
  status: 204,
  scope: 'documents.write',
  summary: 'Sends a document to those who approve it.',
  key: 'accepted',
});

const DROP = endpoint({
  method: 'delete',
  path: 'documents/{document}',
  status: 204,
  scope: 'documents.write',
  summary: 'Gives up a document that is still being written; its text stays on record.',
});

const APPROVE = endpoint({
  method: 'post',
  path: 'documents/{document}/approvals',
  status: 204,
  scope: 'documents.approve',
  summary: 'Approves what a document says, or its form.',
  body: z.strictObject({ kind: z.enum(APPROVAL_KINDS) }),
  key: 'accepted',
});

const GIVE_BACK = endpoint({
  method: 'post',
  path: 'documents/{document}/return',
  status: 204,
  scope: 'documents.approve',
  summary: 'Gives a document back to who wrote it, with the reason.',
  body: z.strictObject({ reason: text }),
  key: 'accepted',
});

const SUBMIT = endpoint({
  method: 'post',
  path: 'documents/{document}/signature',
  status: 201,
  scope: 'documents.sign',
  summary: 'Puts an approved document before its leader, in the e-office.',
  answer: z.object({ signatureId: z.string() }),
  key: 'accepted',
});

const TAKE_BACK = endpoint({
  method: 'post',
  path: 'documents/{document}/signature-withdrawal',
  status: 204,
  scope: 'documents.sign',
  summary: 'Takes a document back from its leader, before it has a number.',
  body: z.strictObject({ reason: text }),
  key: 'accepted',
});

const NUMBER = endpoint({
  method: 'post',
  path: 'documents/{document}/number',
  status: 200,
  scope: 'documents.number',
  summary:
    'Gives a signed document its number and has it sealed; release follows by itself. `asked`: the e-office gives the number.',
  answer: z.object({ outcome: z.enum(['sealing', 'asked']) }),
  key: 'accepted',
});

/** What is done with documents that answer no ticket, from their first word until they leave. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiDocumentActsController {
  constructor(
    private readonly documents: DocumentReader,
    private readonly saveParts: SaveParts,
    private readonly annexes: ChangeAnnexes,
    private readonly review: ReviewDraft,
    private readonly discardDocument: DiscardDocument,
    private readonly submitDocument: SubmitDocument,
    private readonly withdrawLetter: WithdrawLetter,
    private readonly numberAndSeal: NumberAndSeal,
  ) {}

  @Endpoint(WRITE)
  async write(@CurrentActor() actor: Actor, @Asked(WRITE) { path, body }: Asked<typeof WRITE>): Promise<void> {
    await this.saveParts.save(actor, await this.idOf(actor, path), body);
  }

  @Endpoint(ANNEX)
  @TakesFiles()
  async annex(@CurrentActor() actor: Actor, @Asked(ANNEX) { path, body }: Asked<typeof ANNEX>): Promise<void> {
    const files = [body.files].flat().map(({ name, content }) => ({ name, content }));
    await this.annexes.add(actor, await this.idOf(actor, path), { ...body, files });
  }

  @Endpoint(NO_ANNEX)
  async noAnnex(@CurrentActor() actor: Actor, @Asked(NO_ANNEX) { path, query }: Asked<typeof NO_ANNEX>): Promise<void> {
    await this.annexes.remove(actor, await this.idOf(actor, path), { ...query, position: Number(path['position']) });
  }

  @Endpoint(SEND)
  async send(@CurrentActor() actor: Actor, @Asked(SEND) { path }: Asked<typeof SEND>): Promise<void> {
    await this.review.send(actor, await this.idOf(actor, path));
  }

  @Endpoint(DROP)
  async drop(@CurrentActor() actor: Actor, @Asked(DROP) { path }: Asked<typeof DROP>): Promise<void> {
    await this.discardDocument.discard(actor, await this.idOf(actor, path));
  }

  @Endpoint(APPROVE)
  async approve(@CurrentActor() actor: Actor, @Asked(APPROVE) { path, body }: Asked<typeof APPROVE>): Promise<void> {
    await this.review.approve(actor, await this.idOf(actor, path), body.kind);
  }

  @Endpoint(GIVE_BACK)
  async giveBack(
    @CurrentActor() actor: Actor,
    @Asked(GIVE_BACK) { path, body }: Asked<typeof GIVE_BACK>,
  ): Promise<void> {
    await this.review.giveBack(actor, await this.idOf(actor, path), body.reason);
  }

  @Endpoint(SUBMIT)
  async submit(
    @CurrentActor() actor: Actor,
    @Asked(SUBMIT) { path }: Asked<typeof SUBMIT>,
  ): Promise<Answer<typeof SUBMIT>> {
    return { signatureId: await this.submitDocument.submit(actor, path['document'] ?? '') };
  }

  @Endpoint(TAKE_BACK)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Asked(TAKE_BACK) { path, body }: Asked<typeof TAKE_BACK>,
  ): Promise<void> {
    await this.withdrawLetter.withdraw(actor, await this.signatureOf(actor, path), body.reason);
  }

  @Endpoint(NUMBER)
  @Allow(['registryClerk'])
  async number(
    @CurrentActor() actor: Actor,
    @Asked(NUMBER) { path }: Asked<typeof NUMBER>,
  ): Promise<Answer<typeof NUMBER>> {
    return { outcome: await this.numberAndSeal.numberAndSeal(actor, await this.signatureOf(actor, path)) };
  }

  /** Replies to tickets are none of these: they go by the acts of their tickets. */
  private async idOf(actor: Actor, path: Readonly<Record<string, string>>): Promise<string> {
    return (await this.documents.seen(actor, path['document'] ?? '')).id;
  }

  /** @throws DomainError `not-found` for a document that was not submitted */
  private async signatureOf(actor: Actor, path: Readonly<Record<string, string>>): Promise<string> {
    const { signature } = await this.documents.one(actor, path['document'] ?? '');
    if (signature === null) throw new DomainError('not-found', { what: 'signatureRequest' });
    return signature.id;
  }
}
