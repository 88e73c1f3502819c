import { z } from 'zod';
import type { HeldBytes } from '../../../../src/kernel/held-bytes.js';
import type { RouteStatus } from '../signature-route.js';
import { newIdentity, storedInstant, type SimulatorDatabase } from './database.js';

const ROUTE_STATUSES = ['received', 'inProgress', 'returned', 'signed', 'sealed', 'cancelled'] as const;

const signatureRequest = z.object({
  id: z.string(),
  clientRequestId: z.string(),
  contentHash: z.string(),
  /** Place of the last change in the feed of all changes: grows with every change of any request. */
  revision: z.int(),
  status: z.enum(ROUTE_STATUSES),
  changedAt: storedInstant,
  submittedAt: storedInstant,
  subject: z.string(),
  notation: z.string().nullable(),
  preparedBy: z.string(),
  comment: z.string().nullable(),
  lastActor: z.string().nullable(),
  documentNumber: z.string().nullable(),
  documentNotation: z.string().nullable(),
  issuedDate: z.string().nullable(),
  attempts: z.int(),
});

export type SignatureRequest = z.output<typeof signatureRequest>;

const signatureStep = z.object({
  requestId: z.string(),
  stepOrder: z.int(),
  userCode: z.string(),
  action: z.enum(['initial', 'sign', 'seal']),
  status: z.enum(['waiting', 'done', 'returned', 'cancelled']),
  at: storedInstant.nullable(),
  comment: z.string().nullable(),
});

export type SignatureStep = z.output<typeof signatureStep>;

const signatureFile = z.object({
  requestId: z.string(),
  fileId: z.string(),
  origin: z.enum(['submitted', 'signed', 'sealed']),
  fileName: z.string(),
  contentType: z.string(),
  role: z.enum(['main', 'appendix', 'reference', 'signed']),
  sha256: z.string(),
  size: z.int(),
});

export type SignatureFile = z.output<typeof signatureFile>;

const sealOrder = z.object({
  requestId: z.string(),
  clientRequestId: z.string(),
  contentHash: z.string(),
  fileId: z.string(),
  documentNumber: z.string().nullable(),
  documentNotation: z.string().nullable(),
  issuedDate: z.string().nullable(),
  orderedAt: storedInstant,
  appliedAt: storedInstant.nullable(),
  attempts: z.int(),
});

export type SealOrder = z.output<typeof sealOrder>;

export type RequestToOpen = Pick<
  SignatureRequest,
  'clientRequestId' | 'contentHash' | 'submittedAt' | 'subject' | 'notation' | 'preparedBy'
> &
  Pick<SignatureRequest, 'documentNumber' | 'issuedDate'>;

/** What a change may touch; the revision and the time of change are set with it, always. */
export type RequestChange = Partial<
  Pick<SignatureRequest, 'comment' | 'lastActor' | 'documentNumber' | 'documentNotation' | 'issuedDate'>
> & { readonly status: RouteStatus };

export type FileToKeep = Omit<SignatureFile, 'sha256' | 'size'> & { readonly content: Buffer };

const REVISIONS = 'signature-revision';

/** Letters before their signers, with route, files and seal order. */
export class SignatureBook {
  constructor(private readonly database: SimulatorDatabase) {}

  open(request: RequestToOpen): SignatureRequest {
    const id = newIdentity('ky');
    this.database.run(
      `insert into signatureRequest
         (id, clientRequestId, contentHash, revision, status, changedAt, submittedAt, subject, notation, preparedBy,
          documentNumber, issuedDate)
       values (?, ?, ?, ?, 'received', ?, ?, ?, ?, ?, ?, ?)`,
      id,
      request.clientRequestId,
      request.contentHash,
      this.database.nextOf(REVISIONS),
      request.submittedAt.toISOString(),
      request.submittedAt.toISOString(),
      request.subject,
      request.notation,
      request.preparedBy,
      request.documentNumber,
      request.issuedDate,
    );
    return this.require(id);
  }

  addStep(step: Pick<SignatureStep, 'requestId' | 'stepOrder' | 'userCode' | 'action'>): void {
    this.database.run(
      `insert into signatureStep (requestId, stepOrder, userCode, action, status) values (?, ?, ?, ?, 'waiting')`,
      step.requestId,
      step.stepOrder,
      step.userCode,
      step.action,
    );
  }

  keepFile(file: FileToKeep): void {
    this.database.run(
      'insert into signatureFile values (?, ?, ?, ?, ?, ?, ?, ?)',
      file.requestId,
      file.fileId,
      file.origin,
      file.fileName,
      file.contentType,
      file.role,
      this.database.keep(file.content),
      file.content.length,
    );
  }

  find(id: string): SignatureRequest | undefined {
    return this.database.first(signatureRequest, 'select * from signatureRequest where id = ?', id);
  }

  findByClientRequest(clientRequestId: string): SignatureRequest | undefined {
    return this.database.first(
      signatureRequest,
      'select * from signatureRequest where clientRequestId = ?',
      clientRequestId,
    );
  }

  /** Changes after a revision, in their order: a request appears once, with its last change. */
  changedAfter(revision: number, limit: number): SignatureRequest[] {
    return this.database.all(
      signatureRequest,
      'select * from signatureRequest where revision > ? order by revision limit ?',
      revision,
      limit,
    );
  }

  /** Every request, the latest submitted first. */
  all(): SignatureRequest[] {
    return this.database.all(signatureRequest, 'select * from signatureRequest order by submittedAt desc, id');
  }

  steps(requestId: string): SignatureStep[] {
    return this.database.all(
      signatureStep,
      'select * from signatureStep where requestId = ? order by stepOrder',
      requestId,
    );
  }

  /** In the order submitted, signed, sealed. */
  files(requestId: string): SignatureFile[] {
    return this.database.all(
      signatureFile,
      `select * from signatureFile where requestId = ?
       order by case origin when 'submitted' then 1 when 'signed' then 2 else 3 end, fileId`,
      requestId,
    );
  }

  file(requestId: string, fileId: string): SignatureFile | undefined {
    return this.files(requestId).find((file) => file.fileId === fileId);
  }

  bytes(file: SignatureFile): Buffer {
    return this.database.bytes(file.sha256);
  }

  held(file: SignatureFile): HeldBytes {
    return this.database.held(file.sha256);
  }

  closeStep(step: SignatureStep, status: SignatureStep['status'], at: Date, comment: string | null = null): void {
    this.database.run(
      'update signatureStep set status = ?, at = ?, comment = ? where requestId = ? and stepOrder = ?',
      status,
      at.toISOString(),
      comment,
      step.requestId,
      step.stepOrder,
    );
  }

  /** Writes the change with a new revision, which puts it at the end of the feed. */
  change(request: SignatureRequest, change: RequestChange, at: Date): SignatureRequest {
    const next = { ...request, ...change };
    this.database.run(
      `update signatureRequest
       set revision = ?, status = ?, changedAt = ?, comment = ?, lastActor = ?, documentNumber = ?,
           documentNotation = ?, issuedDate = ?
       where id = ?`,
      this.database.nextOf(REVISIONS),
      next.status,
      at.toISOString(),
      next.comment,
      next.lastActor,
      next.documentNumber,
      next.documentNotation,
      next.issuedDate,
      request.id,
    );
    return this.require(request.id);
  }

  countRepetition(id: string): void {
    this.database.run('update signatureRequest set attempts = attempts + 1 where id = ?', id);
  }

  orderSeal(order: Omit<SealOrder, 'appliedAt' | 'attempts'>): void {
    this.database.run(
      `insert into sealOrder
         (requestId, clientRequestId, contentHash, fileId, documentNumber, documentNotation, issuedDate, orderedAt)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      order.requestId,
      order.clientRequestId,
      order.contentHash,
      order.fileId,
      order.documentNumber,
      order.documentNotation,
      order.issuedDate,
      order.orderedAt.toISOString(),
    );
  }

  sealOrderOf(requestId: string): SealOrder | undefined {
    return this.database.first(sealOrder, 'select * from sealOrder where requestId = ?', requestId);
  }

  sealOrder(clientRequestId: string): SealOrder | undefined {
    return this.database.first(sealOrder, 'select * from sealOrder where clientRequestId = ?', clientRequestId);
  }

  countSealRepetition(requestId: string): void {
    this.database.run('update sealOrder set attempts = attempts + 1 where requestId = ?', requestId);
  }

  closeSealOrder(requestId: string, at: Date): void {
    this.database.run('update sealOrder set appliedAt = ? where requestId = ?', at.toISOString(), requestId);
  }

  private require(id: string): SignatureRequest {
    const request = this.find(id);
    if (!request) throw new RangeError(`No signature request ${id}`);
    return request;
  }
}
