import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { BeginOwnDocument, DocumentReader, type SeenDocument } from '../../correspondence/index.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { DocumentFiles, FileDocument, type FilesOfDocument } from '../../records/index.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import {
  begunDraft,
  documentOf,
  documentShape,
  kindFrom,
  placeOf,
  recordFilePlace,
  seenDocumentOf,
  seenDocumentShape,
} from '../shapes/documents.js';
import { text } from '../shapes/wire.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const DOCUMENTS = endpoint({
  method: 'get',
  path: 'documents',
  status: 200,
  scope: 'documents.read',
  summary: 'Documents under way that answer no ticket and that you may see, newest first.',
  answer: z.object({ documents: z.array(documentShape) }),
});

const DOCUMENT = endpoint({
  method: 'get',
  path: 'documents/{document}',
  status: 200,
  scope: 'documents.read',
  summary:
    'One document that answers no ticket: its parts, how far it has come, and its line in the outgoing register.',
  answer: seenDocumentShape,
});

const BEGIN = endpoint({
  method: 'post',
  path: 'documents',
  status: 201,
  scope: 'documents.write',
  summary: 'Begins a document that answers nothing, as a draft of your unit.',
  body: z.strictObject({ kind: kindFrom('nothing'), subject: text, receivers: z.array(text).min(1).max(50) }),
  answer: begunDraft,
  key: 'accepted',
});

const FILE = endpoint({
  method: 'post',
  path: 'documents/{document}/record-file',
  status: 204,
  scope: 'documents.write',
  summary:
    'Puts a document that has a number into a file of the file plan; else it goes into that of its unit when it is released.',
  body: recordFilePlace,
  key: 'accepted',
});

/** Documents of ours that answer no ticket: what is under way, and its beginning. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiDocumentsController {
  constructor(
    private readonly documents: DocumentReader,
    private readonly beginOwnDocument: BeginOwnDocument,
    private readonly filing: DocumentFiles,
    private readonly fileDocument: FileDocument,
  ) {}

  @Endpoint(DOCUMENTS)
  async list(@CurrentActor() actor: Actor): Promise<Answer<typeof DOCUMENTS>> {
    return { documents: (await this.documents.underWay(actor)).map(documentOf) };
  }

  @Endpoint(DOCUMENT)
  async one(
    @CurrentActor() actor: Actor,
    @Asked(DOCUMENT) { path }: Asked<typeof DOCUMENT>,
  ): Promise<Answer<typeof DOCUMENT>> {
    const seen = await this.documents.one(actor, path['document'] ?? '');
    return seenDocumentOf(seen, await this.filesOf(actor, seen));
  }

  @Endpoint(BEGIN)
  @Allow(DRAFTERS)
  async begin(
    @CurrentActor() actor: Actor,
    @Asked(BEGIN) { body: { kind: template, ...given } }: Asked<typeof BEGIN>,
  ): Promise<Answer<typeof BEGIN>> {
    return { documentId: await this.beginOwnDocument.begin(actor, newId(), { ...given, template }) };
  }
  @Endpoint(FILE)
  @Allow(DRAFTERS)
  async file(@CurrentActor() actor: Actor, @Asked(FILE) { path, body }: Asked<typeof FILE>): Promise<void> {
    const { outgoing } = await this.documents.one(actor, path['document'] ?? '');
    if (outgoing === null) throw new DomainError('not-found', { what: 'outgoingDocument' });
    await this.fileDocument.choose(actor, { book: 'outgoing', documentId: outgoing.id }, placeOf(body));
  }

  private async filesOf(actor: Actor, { outgoing }: SeenDocument): Promise<FilesOfDocument> {
    if (outgoing === null) return { lies: [], open: [], headings: [] };
    return this.filing.of(actor, { book: 'outgoing', documentId: outgoing.id });
  }
}
