import { Injectable } from '@nestjs/common';
import type { ConversionKind } from '../../copies/domain/conversion.js';
import { RegisterQueries, SecretLines, type OutgoingDocumentEntity } from '../../documents/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { ConvertedDocument, OwnDocument } from '../registers/printed-copies-view.js';

/** A document of the registers as a copy or a look-up names it. */
@Injectable()
export class ConvertedDocuments {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly secret: SecretLines,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  async of(kind: ConversionKind, id: string): Promise<ConvertedDocument | null> {
    if (kind === 'incoming') {
      const [incoming] = await this.secret.withheld(await this.registers.incomingByIds([id]));
      if (!incoming) return null;
      const { typeName, code, issuedDate, senderName, subject } = incoming;
      return { typeName, code, issuedDate, issuer: senderName, subject, state: null };
    }
    const letter = await this.registers.outgoingById(id);
    return letter && this.letter(letter);
  }

  async letter(letter: OutgoingDocumentEntity): Promise<OwnDocument> {
    const issuer = (await this.agencyProfiles.at(letter.issuedDate)).name;
    const { amendedBy } = (await this.registers.amendmentLinks([letter])).of(letter);
    const { typeName, issuedDate, subject, number, notation, state, recalledAt } = letter;
    return { typeName, issuedDate, subject, number, notation, state, recalledAt, amendedBy, code: null, issuer };
  }
}
