import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DocumentFileEntity,
  IncomingDocumentEntity,
  NumberIncoming,
  RegisterIncoming,
  type IncomingEntry,
} from '../../documents/index.js';
import { awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import {
  refusedArrival,
  requireArrivalNumber,
  type TypedArrival,
} from '../../documents/domain/arrival/typed-arrival.js';
import { NO_NUMBER } from '../../documents/domain/same-number.js';
import { AgencyQueries, MIRROR_INCOMING } from '../../exchange/index.js';
import { mediaTypeByName } from '../../files/domain/media-type.js';
import { IncomingFiles } from '../../files/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { sha256Of } from '../../kernel/sha256.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { paperFlaw, type IncomingPaper } from '../domain/incoming-paper.js';
import { REGISTRARS } from '../domain/policy.js';
import { DocumentHandlingEntity } from '../persistence/correspondence.entities.js';
import { Handlings, personWho } from './handlings.js';

/** A scan of what came on paper. */
export interface ScannedFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface PaperToEnter {
  /** Idempotency key of the form, a UUID: submitted twice, it makes one line. */
  readonly key: string;
  readonly paper: IncomingPaper;
  /** Empty when the paper was not scanned. */
  readonly files: readonly ScannedFile[];
  /** Number and day that it has in the e-office's book, as typed; where that owns the book and none is typed, the line waits for it. */
  readonly arrival?: TypedArrival;
}

type RegisterLine = Omit<IncomingEntry, 'files' | 'queuedAt'>;

/** The contents of a form: its fields, who wrote it, and the sha256 of each scan. */
type EnteredPaper = RegisterLine & Pick<IncomingPaper, 'person'> & { readonly files: readonly string[] };

/** Submitted again with the same key, these must be the same. */
const COMPARED_FIELDS = ['senderCode', 'senderName', 'code', 'issuedDate', 'typeName', 'subject', 'priority'] as const;

const ENTER_AGAIN = 'Mở lại trang Vào sổ văn bản giấy rồi ghi lại.';

const MAX_FILE_NAME_LENGTH = 200;

/**
 * Enters a document that came on paper, from another agency or from a person who wrote what is no feedback: it gets a line and a number in the
 * incoming register, is mirrored in the e-office and waits to be routed. Feedback of citizens is entered as a ticket instead.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 21, Điều 22.
 */
@Injectable()
export class EnterPaper {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly incoming: IncomingFiles,
    private readonly agencies: AgencyQueries,
    private readonly registerIncoming: RegisterIncoming,
    private readonly handlings: Handlings,
    private readonly outbox: Outbox,
    private readonly numbers: NumberIncoming,
  ) {}

  /** @returns the id of the line @throws DomainError `forbidden`; `input-invalid` naming the field, `key` where the form was entered with other contents */
  async enter(actor: Actor, { key, paper: given, files, arrival }: PaperToEnter): Promise<string> {
    if (!hasRole(actor, ...REGISTRARS)) throw new DomainError('forbidden', { ability: 'enterPaper' });
    const now = this.clock.now();
    const paper = tidy(given);
    const flaw = paperFlaw(paper, civilDateOf(now)) ?? (await this.senderFlaw(paper));
    if (flaw !== null) throw new DomainError('input-invalid', { ...flaw });
    const entered = {
      ...entryOf(paper, key),
      person: paper.person,
      files: files.map(({ content }) => sha256Of(content)),
    };
    const before = await this.enteredBefore(entered);
    if (before !== null) return before;
    const kept = await this.incoming.keep(files, 'files');
    try {
      return await this.uow.run(async (tx) => {
        const document = await this.registerIncoming.register(tx, actor, {
          ...entryOf(paper, key),
          queuedAt: now,
          files: kept.map(({ name, size, sha256 }) => ({
            name: name.normalize('NFC').slice(-MAX_FILE_NAME_LENGTH),
            contentType: mediaTypeByName(name),
            size,
            sha256,
            refusal: null,
            signature: null,
          })),
        });
        await this.handlings.open(tx, document, paper.person);
        await this.takeNumber(tx, actor, document, arrival);
        await this.outbox.enqueue(tx, MIRROR_INCOMING.of({ incomingDocumentId: document.id }));
        return document.id;
      });
    } catch (error) {
      const other = isUniqueViolation(error) ? await this.enteredBefore(entered) : null;
      if (other !== null) return other;
      throw error;
    }
  }

  /** Behind the words by which the line is found: its number is added to them. */
  private async takeNumber(
    tx: EntityManager,
    actor: Actor,
    document: IncomingDocumentEntity,
    arrival: TypedArrival | undefined,
  ): Promise<void> {
    if (arrival === undefined || arrival.number.trim() === '' || !awaitsNumber(document)) return;
    const arrivalDate = arrival.arrivalDate === '' ? document.arrivalDate : arrival.arrivalDate;
    const given = requireArrivalNumber(actor, { ...arrival, arrivalDate });
    const fault = await this.numbers.number(tx, actor, document.id, given);
    if (fault !== null) throw refusedArrival(fault);
  }

  /** The line that an earlier submission of this form made, or null. @throws DomainError `input-invalid` where that had other contents */
  private async enteredBefore(entered: EnteredPaper): Promise<string | null> {
    const { manager } = this.database.reader;
    const line = await manager.findOneBy(IncomingDocumentEntity, { documentId: entered.documentId });
    if (line === null) return null;
    const scans = await manager.find(DocumentFileEntity, {
      where: { documentId: line.id },
      order: { position: 'ASC' },
    });
    const handling = await manager.findOneBy(DocumentHandlingEntity, { documentId: line.id });
    const isSame = COMPARED_FIELDS.every((field) => line[field] === entered[field]);
    const before = { person: handling && personWho(handling), files: scans.map(({ sha256 }) => sha256) };
    if (isSame && isDeepStrictEqual(before, { person: entered.person, files: entered.files })) return line.id;
    throw new DomainError('input-invalid', { field: 'key', message: ENTER_AGAIN });
  }

  /** A code must belong to an active agency, and not to one whose papers are tickets. */
  private async senderFlaw({
    senderCode,
  }: IncomingPaper): Promise<{ readonly field: 'senderCode'; readonly message: string } | null> {
    if (senderCode === '') return null;
    if (!this.handlings.isOurs({ senderCode }))
      return { field: 'senderCode', message: 'Phản ánh, kiến nghị của tổ chức, cá nhân ghi ở trang Ghi phiếu mới.' };
    const agency = await this.agencies.byCode(senderCode);
    if (agency?.active === true) return null;
    return { field: 'senderCode', message: 'Danh bạ cơ quan không có mã này; tìm lại, hoặc để trống.' };
  }
}

function tidy(paper: IncomingPaper): IncomingPaper {
  const { senderCode, senderName, code, typeName, subject, person } = paper;
  const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  return {
    ...paper,
    senderCode: senderCode.trim(),
    senderName: oneLine(senderName),
    code: oneLine(code),
    typeName: oneLine(typeName),
    subject: oneLine(subject),
    person: person && { ...person, address: oneLine(person.address) },
  };
}

/** A paper has no document id of its sender, so the form's key takes its place. */
function entryOf(paper: IncomingPaper, key: string): RegisterLine {
  const { senderCode, senderName, code, issuedDate, typeName, subject, priority } = paper;
  return {
    senderCode,
    senderName,
    issuedDate,
    typeName,
    subject,
    priority,
    code: code === '' ? NO_NUMBER : code,
    documentId: key,
    messageId: null,
    messageSignature: null,
  };
}
