import { Injectable } from '@nestjs/common';
import { CopyRegister, RegisterQueries, SecretLines, type CopyEntry } from '../../documents/index.js';
import { copyNotation, type CopyForm } from '../../documents/domain/copy.js';
import { printedCode } from '../../documents/domain/register.js';
import { IncomingFiles } from '../../files/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { requireFitting } from '../domain/copy-choice.js';
import { isPdfFrom14 } from '../../files/domain/pdf/pdf-header.js';
import { readPages } from '../domain/page-choice.js';
import { requireCertifyCopies } from '../domain/policy.js';
import { CopyPages } from '../ports/copy-pages.port.js';
import { requireCopied } from './require-copied.js';
import { SealCopy } from './seal-copy.js';

/** What the register says of the document that is copied. */
export interface CopiedDocument {
  readonly typeName: string;
  readonly code: string;
  readonly issuer: string;
  readonly originalDate: CivilDate;
  readonly subject: string;
}

export interface CopyRequest {
  readonly form: CopyForm;
  /** `1-3, 5`; empty for all. */
  readonly pages: string;
  readonly askedBy: string;
  readonly recipients: readonly string[];
  readonly original:
    | (CopiedDocument & { readonly kind: 'scan'; readonly file: { readonly name: string; readonly content: Buffer } })
    | { readonly kind: 'outgoing' | 'incoming'; readonly id: string };
}

interface Base {
  readonly document: CopiedDocument;
  readonly sourceId: string | null;
  readonly content: Buffer;
  readonly sha256: string;
}

/** Makes a certified copy: its pages, its number, and the order to have the agency sign it. */
@Injectable()
export class MakeCertifiedCopy {
  constructor(
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly registers: RegisterQueries,
    private readonly secret: SecretLines,
    private readonly register: CopyRegister,
    private readonly incoming: IncomingFiles,
    private readonly pages: CopyPages,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly seal: SealCopy,
  ) {}

  /**
   * @returns the id of the copy's line in the register
   * @throws DomainError `forbidden` for anybody but the registry, `input-invalid`, `not-found`, `document-not-released`, `document-recalled`, `pdf-not-copyable`
   *
   * Source: Nghị định 30/2020/NĐ-CP, Điều 25, 26 và Điều 32 khoản 2; Phụ lục I, phần II.
   */
  async make(actor: Actor, request: CopyRequest): Promise<string> {
    requireCertifyCopies(actor);
    requireFitting({ ...request, source: request.original.kind });
    const wanted = readPages(request.pages);
    const base = await this.base(request.original);
    const baseSha256 = await this.pagesOf(request, base, wanted);
    const { symbol } = await this.agencyProfiles.today();
    const entry: CopyEntry = {
      ...base.document,
      form: request.form,
      notation: copyNotation(request.form, symbol),
      recipients: [...request.recipients],
      keeper: 'VT',
      askedBy: request.askedBy === '' ? null : request.askedBy,
      pages: wanted === null ? null : request.pages,
      source: request.original.kind,
      sourceId: base.sourceId,
      baseSha256,
    };
    return this.uow.run(async (tx) => {
      const copy = await this.register.number(tx, actor, entry);
      await this.seal.order(tx, copy);
      return copy.id;
    });
  }

  /** A whole scan is signed as received; anything else is a new file with the pages as they are printed. */
  private async pagesOf({ original }: CopyRequest, base: Base, wanted: readonly number[] | null): Promise<string> {
    if (original.kind === 'scan' && wanted === null) return base.sha256;
    const { pdf } = requireCopied(await this.pages.chosen(base.content, wanted, this.clock.now()));
    return this.files.put(pdf);
  }

  private base(original: CopyRequest['original']): Promise<Base> {
    switch (original.kind) {
      case 'scan':
        return this.scan(original);
      case 'outgoing':
        return this.letter(original.id);
      case 'incoming':
        return this.arrived(original.id);
    }
  }

  private async scan(original: Extract<CopyRequest['original'], { kind: 'scan' }>): Promise<Base> {
    const { file, typeName, code, issuer, originalDate, subject } = original;
    requirePdf(file.content);
    const { sha256 } = await this.incoming.keepOne(file, 'file');
    const document = { typeName, code, issuer, originalDate, subject };
    return { document, sourceId: null, content: file.content, sha256 };
  }

  private async letter(id: string): Promise<Base> {
    const letter = await this.registers.outgoingById(id);
    if (!letter) throw new DomainError('not-found', { what: 'outgoingDocument' });
    const { state, sealedSha256: sha256, typeName, issuedDate: originalDate, subject } = letter;
    if (state !== 'released' || sha256 === null) throw new DomainError('document-not-released', { id, state });
    if (letter.recalledAt !== null) throw new DomainError('document-recalled', { id });
    const issuer = (await this.agencyProfiles.at(originalDate)).name;
    const code = printedCode(letter.number, letter.notation);
    const document = { typeName, code, issuer, originalDate, subject };
    return { document, sourceId: id, sha256, content: await this.files.get(sha256) };
  }

  private async arrived(fileId: string): Promise<Base> {
    const file = await this.registers.fileById(fileId);
    const found = file && (await this.secret.withheld(await this.registers.incomingByIds([file.documentId])));
    const incoming = found?.[0];
    if (!file || !incoming || file.refusal !== null) throw new DomainError('not-found', { what: 'file' });
    const { typeName, code, senderName: issuer, issuedDate: originalDate, subject } = incoming;
    const content = await this.files.get(file.sha256);
    requirePdf(content);
    const document = { typeName, code, issuer, originalDate, subject };
    return { document, sourceId: fileId, sha256: file.sha256, content };
  }
}

/** Scans are PDF from version 1.4 on. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II. @throws DomainError `input-invalid` */
function requirePdf(content: Buffer): void {
  if (!isPdfFrom14(content))
    throw invalid('file', 'Bản sao làm từ tệp PDF phiên bản 1.4 trở lên. Quét hoặc lưu lại thành PDF rồi chọn lại.');
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
