import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { RegisterQueries, type IncomingDocumentEntity, type OutgoingDocumentEntity } from '../../../documents/index.js';
import { printedCode, printedNumber } from '../../../documents/domain/register.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { Settings } from '../../../config/settings.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Database } from '../../../platform/database/database.js';
import { rowBy } from '../../../platform/database/rows.js';
import { ExchangeTaskEntity } from '../../persistence/exchange-task.entity.js';
import { InboxMessageEntity, type DispatchEntity } from '../../persistence/exchange.entities.js';
import type { DocumentMessage, DocumentReference, ExchangeMessage, Organ } from '../../ports/message.js';
import { MessageCodec } from '../../ports/message-codec.port.js';
import { codeOf } from '../incoming/register-fit.js';
import { documentIdOf } from '../../domain/document-id.js';

/** Writes the edXML of a dispatch: a status, or a released letter, as the answer to its incoming document where it answers one. */
@Injectable()
export class ComposeMessage {
  constructor(
    private readonly settings: Settings,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly codec: MessageCodec,
    private readonly registers: RegisterQueries,
    private readonly files: FileStore,
    private readonly database: Database,
  ) {}

  /** Same dispatch, same bytes: times, and the agency's names with them, come from the dispatch, not from the clock. */
  async compose(dispatch: DispatchEntity): Promise<Buffer> {
    const { kind, aboutDocumentId, answersInboxId } = dispatch;
    if (answersInboxId !== null) return this.codec.write(await this.status(dispatch, await this.asked(answersInboxId)));
    const about = await this.registers.incomingById(aboutDocumentId);
    if (kind === 'document') return this.codec.write(await this.letter(dispatch, about));
    const responseFor = about === null ? await this.returned(aboutDocumentId) : reference(about);
    return this.codec.write(await this.status(dispatch, responseFor));
  }

  /** A document that was returned has no line in the register; one of a sender that is not trusted goes to the agency that handed it in. */
  private async returned(inboxId: string): Promise<DocumentReference> {
    const asked = await this.asked(inboxId);
    const doubted = { inboxId, kind: 'doubtfulSender' as const, decision: 'refused' as const };
    const { reader } = this.database;
    if (!(await reader.getRepository(ExchangeTaskEntity).existsBy(doubted))) return asked;
    return { ...asked, organId: (await this.inbox(inboxId)).fromAgency };
  }

  /** What a message's sender calls the document that it brings, or speaks of. */
  private async asked(inboxId: string): Promise<DocumentReference> {
    const inbox = await this.inbox(inboxId);
    const { message } = await this.codec.readInTurns(await this.files.get(inbox.sha256));
    if (message === null) throw new DomainError('message-unreadable', { inboxId });
    const organId = message.from.id;
    if (message.kind === 'status') return { ...message.responseFor, organId };
    return {
      organId,
      code: codeOf(message),
      promulgationDate: message.promulgationDate ?? civilDateOf(inbox.queuedAt),
      documentId: message.documentId,
    };
  }

  private async inbox(id: string): Promise<InboxMessageEntity> {
    const inbox = await rowBy(this.database.reader.manager, InboxMessageEntity, { id });
    if (!inbox) throw new DomainError('not-found', { what: 'incomingDocument' });
    return inbox;
  }

  private async status(
    { status, description, createdAt }: DispatchEntity,
    responseFor: DocumentReference,
  ): Promise<ExchangeMessage> {
    return {
      kind: 'status',
      from: await this.agency(createdAt),
      responseFor,
      status: status ?? '05',
      at: createdAt,
      ...(description === null ? {} : { description }),
    };
  }

  /** @param about what it answers; null for a document that answers nothing */
  private async letter(dispatch: DispatchEntity, about: IncomingDocumentEntity | null): Promise<DocumentMessage> {
    const { outgoingDocumentId, business, description: reason } = dispatch;
    const outgoing = await this.registers.outgoingById(outgoingDocumentId ?? '');
    if (!outgoing?.sealedSha256) throw new DomainError('document-not-sealed', { id: outgoingDocumentId });
    const letter = await this.letterAsSent(outgoing, about, dispatch);
    if (business === 'revoke') return this.revocation(letter, reason);
    return business === 'replace' ? this.replacement(letter, outgoing) : letter;
  }

  private async letterAsSent(
    outgoing: OutgoingDocumentEntity,
    about: IncomingDocumentEntity | null,
    dispatch: DispatchEntity,
  ): Promise<DocumentMessage> {
    const { agency } = this.settings;
    const { createdAt, receiverCode } = dispatch;
    const code = printedCode(outgoing.number, outgoing.notation);
    return {
      kind: 'document',
      from: await this.agency(createdAt),
      to: this.receiversOf(dispatch, about),
      codeNumber: printedNumber(outgoing.number),
      codeNotation: outgoing.notation,
      place: (await this.agencyProfiles.at(outgoing.issuedDate)).place,
      promulgationDate: outgoing.issuedDate,
      typeName: outgoing.typeName,
      subject: outgoing.subject,
      content: outgoing.subject,
      signer: { fullName: outgoing.signerName },
      toPlaces: outgoing.recipients,
      priority: about?.priority ?? 0,
      // Who did not send it has nothing of what is answered.
      responseFor: receiverCode === null && about !== null ? [reference(about)] : [],
      documentId: this.idOf(outgoing),
      business: 'new',
      trace: [{ organId: agency.code, at: createdAt }],
      attachments: [await this.attachment(outgoing, code), ...(await this.annexes(outgoing, code))],
    };
  }

  private receiversOf(dispatch: DispatchEntity, about: IncomingDocumentEntity | null): Organ[] {
    const { receiverCode, receiverName, alsoTo } = dispatch;
    const others = (alsoTo ?? []).map(({ code: id, name }) => ({ id, name }));
    if (receiverCode !== null) return [{ id: receiverCode, name: receiverName ?? receiverCode }, ...others];
    if (about === null) throw new DomainError('not-found', { what: 'incomingDocument' });
    const { hotline } = this.settings;
    const answered = about.senderCode === hotline.code ? hotline.name : about.senderName;
    return [{ id: about.senderCode, name: answered }, ...others];
  }

  /** The letter is named once more, without its files; what it answered is not spoken of. */
  private revocation(letter: DocumentMessage, reason: string | null): DocumentMessage {
    const { from, codeNumber, codeNotation, promulgationDate, documentId } = letter;
    const revoked = { organId: from.id, code: `${codeNumber}/${codeNotation}`, documentId };
    return {
      ...letter,
      responseFor: [promulgationDate === undefined ? revoked : { ...revoked, promulgationDate }],
      business: 'revoke',
      businessDetail: { documentId, ...(reason === null ? {} : { reason }) },
      attachments: [],
    };
  }

  /** The receivers of the letter that it replaces are told that the old one no longer holds. */
  private async replacement(letter: DocumentMessage, { amendsId }: OutgoingDocumentEntity): Promise<DocumentMessage> {
    const replaced = await this.registers.outgoingById(amendsId ?? '');
    if (!replaced) throw new DomainError('not-found', { what: 'outgoingDocument' });
    const organIds = letter.to.map(({ id }) => id);
    return {
      ...letter,
      business: 'replace',
      businessDetail: { replaces: [{ documentId: this.idOf(replaced), organIds }] },
    };
  }

  /** The name of a document of ours among the agencies. */
  private idOf(outgoing: Pick<OutgoingDocumentEntity, 'issuedDate' | 'number' | 'notation'>): string {
    return documentIdOf(this.settings.agency.code, outgoing);
  }

  private async attachment(
    outgoing: OutgoingDocumentEntity,
    code: string,
  ): Promise<DocumentMessage['attachments'][number]> {
    return {
      name: `${code.replaceAll('/', '-')}.pdf`,
      contentType: 'application/pdf',
      description: `${outgoing.typeName} số ${code} ngày ${outgoing.issuedDate.split('-').toReversed().join('/')}`,
      content: await this.files.get(outgoing.sealedSha256 ?? ''),
    };
  }

  private async annexes({ id }: OutgoingDocumentEntity, code: string): Promise<DocumentMessage['attachments']> {
    const files = await this.registers.filesOf(id);
    return Promise.all(
      files.map(async ({ name, contentType, sha256 }, at) => ({
        name,
        contentType,
        description: `Phụ lục ${String(at + 1)} kèm văn bản số ${code}`,
        content: await this.files.get(sha256),
      })),
    );
  }

  private async agency(at: Date): Promise<Organ> {
    const { name, address } = await this.agencyProfiles.at(civilDateOf(at));
    return { id: this.settings.agency.code, name, address };
  }
}

function reference(about: IncomingDocumentEntity): DocumentReference {
  return {
    organId: about.senderCode,
    code: about.code,
    promulgationDate: about.issuedDate,
    documentId: about.documentId,
  };
}
