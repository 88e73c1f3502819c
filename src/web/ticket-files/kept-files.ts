import { Injectable } from '@nestjs/common';
import { RegisterPrintQueries, RegisterQueries, type DocumentFileEntity } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import { ExchangeQueries } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DocumentAccess } from '../../records/index.js';
import { EvidenceStore } from '../../platform/files/evidence-store.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LogFileAccess, TicketFiles } from '../../tickets/index.js';
import { isCitizenFile } from '../../tickets/domain/intake/hotline-form.js';
import { registerFile } from '../registers/registers-words.js';
import type { SignatureRequestEntity } from '../../signing/index.js';
import { SignaturesPageQuery } from '../signing/signatures-page-query.js';

/** A file that may be handed to the person who asked. */
export interface KeptFile {
  readonly content: Buffer;
  readonly name: string;
  readonly type: string;
}

/** The same, known by its content. */
export interface StoredFile extends KeptFile {
  readonly sha256: string;
}

const PDF = 'application/pdf';

/** The files of a letter's signing, by their names in the address; the last was signed after the letter had been taken back. */
export const SIGNING_FILES = ['ban-trinh', 'ban-ky', 'ban-dau', 'ban-ky-muon'] as const;

export type SigningFile = (typeof SIGNING_FILES)[number];

const SHA_OF = {
  'ban-trinh': 'submittedSha256',
  'ban-ky': 'signedSha256',
  'ban-dau': 'sealedSha256',
  'ban-ky-muon': 'lateSha256',
} as const;

/** Hands out stored files, each to those who may see the record that it belongs to. Every method: @throws DomainError `not-found`. */
@Injectable()
export class KeptFiles {
  constructor(
    private readonly files: FileStore,
    private readonly registers: RegisterQueries,
    private readonly ticketFiles: TicketFiles,
    private readonly logFileAccess: LogFileAccess,
    private readonly exchange: ExchangeQueries,
    private readonly signatures: SignaturesPageQuery,
    private readonly prints: RegisterPrintQueries,
    private readonly bundles: EvidenceStore,
    private readonly access: DocumentAccess,
  ) {}

  /**
   * What came with an incoming document; of a ticket, for those who may see the ticket, but never for the unit complained about: a
   * photographed page shows whose hand wrote it. What the inspection refused goes out to nobody.
   */
  async attachment(actor: Actor, fileId: string): Promise<StoredFile> {
    const file = await this.seenAttachment(actor, fileId);
    await this.logFileAccess.log(actor, fileId, { document: file.documentId });
    return this.stored(file.sha256, file.name, file.contentType);
  }

  /** The same, unopened. @throws DomainError `not-found`, also for those who may not open it */
  async seenAttachment(actor: Actor, fileId: string): Promise<DocumentFileEntity> {
    const file = await this.registers.fileById(fileId);
    if (!file || !isCitizenFile(file) || file.refusal !== null) throw missing();
    if ((await this.access.toIncoming(actor, file.documentId)) !== 'whole') throw missing();
    return file;
  }

  /** What proves a ticket's facts, for those who may see the ticket. */
  async evidence(actor: Actor, fileId: string): Promise<StoredFile> {
    return this.ofTicket(await this.ticketFiles.evidence(actor, fileId));
  }

  /** What a caller or visitor brought to the desk, for those who may see the ticket; it may show who wrote. */
  async brought(actor: Actor, fileId: string): Promise<StoredFile> {
    const file = await this.ticketFiles.brought(actor, fileId);
    if (file !== null) await this.logFileAccess.log(actor, fileId, { ticket: file.ticketId });
    return this.ofTicket(file);
  }

  /** A letter as it left the agency, for those who may see what it answers. */
  async letter(actor: Actor, outgoingId: string): Promise<StoredFile> {
    const outgoing = await this.registers.outgoingById(outgoingId);
    if (!outgoing?.sealedSha256) throw missing();
    if (!(await this.access.mayOpenLetter(actor, outgoing))) throw missing();
    const name = `${printedCode(outgoing.number, outgoing.notation).replaceAll('/', '-')}.pdf`;
    return this.stored(outgoing.sealedSha256, name);
  }

  async signing(actor: Actor, requestId: string, which: SigningFile): Promise<StoredFile> {
    const request = await this.openedRequest(actor, requestId);
    const sha256 = request[SHA_OF[which]];
    if (sha256 === null) throw missing();
    return this.stored(sha256, `${request.clientRequestId}-${which}.pdf`);
  }

  /** An annex in a file of its own, for those who may see the letter that it went out with. */
  async annex(actor: Actor, outgoingId: string, fileId: string): Promise<StoredFile> {
    const [outgoing, file] = await Promise.all([
      this.registers.outgoingById(outgoingId),
      this.registers.fileById(fileId),
    ]);
    if (!outgoing || file?.documentId !== outgoing.id) throw missing();
    if (!(await this.access.mayOpenLetter(actor, outgoing))) throw missing();
    return this.stored(file.sha256, file.name, file.contentType);
  }

  /** An annex while its letter is signed: as the agency signed it, and until then as it was submitted. */
  async signingAnnex(actor: Actor, requestId: string, position: number): Promise<StoredFile> {
    const { id } = await this.openedRequest(actor, requestId);
    const annex = (await this.signatures.annexesOf(actor, id)).find((one) => one.position === position);
    if (!annex) throw missing();
    return this.stored(annex.sealedSha256 ?? annex.sha256, annex.name);
  }

  /** A letter in signing whose files this person may open. */
  private async openedRequest(actor: Actor, id: string): Promise<SignatureRequestEntity> {
    const request = await this.signatures.requireVisible(actor, id);
    const mayOpen = request.caseKind !== 'ticket' || (await this.access.mayOpenReply(actor, request));
    if (!mayOpen) throw missing();
    return request;
  }

  private async stored(sha256: string, name: string, type = PDF): Promise<StoredFile> {
    return { content: await this.files.get(sha256), sha256, name, type };
  }

  private ofTicket(file: { sha256: string; name: string; mediaType: string } | null): Promise<StoredFile> {
    if (file === null) throw missing();
    return this.stored(file.sha256, file.name, file.mediaType);
  }

  /** A print-out of a register. */
  async registerPrint(id: string): Promise<KeptFile> {
    const print = await this.prints.byId(id);
    if (!print?.pdfSha256) throw missing();
    const { book, year, fromDay, toDay } = print;
    const name = registerFile({ book, year, from: fromDay, to: toDay }, 'pdf');
    return this.stored(print.pdfSha256, name);
  }

  /** The bytes of a refused message or call, as received. */
  async refused(id: string): Promise<KeptFile> {
    const [message, call] = await Promise.all([this.exchange.messageToLookAt(id), this.exchange.refusedCallById(id)]);
    const sha256 = message?.sha256 ?? call?.rawSha256;
    if (sha256 === null || sha256 === undefined) throw missing();
    const bundle = call?.bundle ?? null;
    const content = bundle === null ? await this.files.get(sha256) : await this.bundles.part(bundle, sha256);
    if (content === null) throw missing();
    return { content, name: `tin-loi-${id}.bin`, type: 'application/octet-stream' };
  }
}

function missing(): DomainError {
  return new DomainError('not-found', { what: 'file' });
}
