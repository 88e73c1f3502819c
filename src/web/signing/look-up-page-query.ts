import { Injectable } from '@nestjs/common';
import { ConversionQueries } from '../../copies/index.js';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../documents/index.js';
import { hashesOfCode, letterCode, readFileHash, readLookUpCode } from '../../documents/domain/look-up-code.js';
import { SignatureQueries } from '../../signing/index.js';
import type { LookUpReading } from './look-up-view.js';
import { ConvertedDocuments } from '../drafting/converted-documents.js';

/** Reads what anybody may know who holds a letter or a printed copy: nothing is found by number, only by what the thing itself tells. */
@Injectable()
export class LookUpPageQuery {
  constructor(
    private readonly conversions: ConversionQueries,
    private readonly registers: RegisterQueries,
    private readonly signatures: SignatureQueries,
    private readonly documents: ConvertedDocuments,
  ) {}

  /** @param typed a code of either kind, or the SHA-256 of a file @returns null where nothing that left the agency bears it */
  async read(typed: string): Promise<LookUpReading | null> {
    const hash = readFileHash(typed);
    if (hash !== null) return this.letter('file', await this.registers.outgoingByFile(hash));
    const code = readLookUpCode(typed);
    return (await this.printed(code)) ?? (await this.byCode(code));
  }

  private async printed(code: string): Promise<LookUpReading | null> {
    const made = await this.conversions.byCode(code);
    const document = made && (await this.documents.of(made.kind, made.documentId));
    if (!made || !document) return null;
    const letter = made.kind === 'outgoing' ? await this.registers.outgoingById(made.documentId) : null;
    return { by: 'print', made, document, proof: await this.proofOf(letter) };
  }

  private async byCode(code: string): Promise<LookUpReading | null> {
    const range = hashesOfCode(code);
    if (range === null) return null;
    const near = await this.registers.outgoingByFile(range.from, range.to);
    return this.letter(
      'code',
      near.filter(({ sealedSha256 }) => letterCode(sealedSha256 ?? '') === code),
    );
  }

  private async letter(
    by: 'code' | 'file',
    [letter]: readonly OutgoingDocumentEntity[],
  ): Promise<LookUpReading | null> {
    if (letter?.releasedAt === null || letter === undefined) return null;
    const [document, proof] = await Promise.all([this.documents.letter(letter), this.proofOf(letter)]);
    const { signerName, releasedAt, sealedSha256 } = letter;
    return { by, document, proof, signerName, releasedAt, sha256: sealedSha256 ?? '' };
  }

  private async proofOf(letter: OutgoingDocumentEntity | null): Promise<object | null> {
    if (letter === null) return null;
    const request = await this.signatures.byId(letter.signatureRequestId);
    return request === null ? this.whenBroughtBack(letter) : request.proof;
  }

  /** A letter that left before a restore has no request any more: it was judged when it came back into the register. */
  private async whenBroughtBack({ signatureRequestId, sealedSha256 }: OutgoingDocumentEntity): Promise<object | null> {
    const judged = await this.signatures.judgementOf(signatureRequestId, sealedSha256 ?? '');
    return judged && { ...judged.report, lines: judged.report.lines.map((line) => ({ ...line, code: '' })) };
  }
}
