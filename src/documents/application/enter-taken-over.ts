import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../../kernel/civil-date.js';
import { newId } from '../../kernel/ids.js';
import { fold } from '../../kernel/vietnamese.js';
import { WITHOUT_MESSAGE } from '../domain/arrival/without-message.js';
import { incomingLine, outgoingLine, type RegisterLine } from '../domain/register-line.js';
import { REGISTER_LENGTHS } from '../domain/register-lengths.js';
import { missingLine, type TakenOverLine, type TakenOverRegister } from '../domain/take-over/take-over-rows.js';
import { TAKEN_OVER_SENDER, type TakenOver } from '../domain/take-over/taken-over.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import type { RegisterTakeOverEntity } from '../persistence/register-take-over.entity.js';
import { RegisterChain } from './register-chain.js';
import { RegisterNumbers } from './register-numbers.js';

/** Some thirty values a row; SQL Server takes 2,100 in a statement. */
const WRITTEN_AT_ONCE = 60;

type Source = Pick<RegisterTakeOverEntity, 'book' | 'year' | 'source'>;

/**
 * Enters the lines of another register before the first that is numbered here, each marked as its; a number that it does not have keeps a line that
 * says so. The next number follows the last.
 */
@Injectable()
export class EnterTakenOver {
  constructor(
    private readonly numbers: RegisterNumbers,
    private readonly chain: RegisterChain,
  ) {}

  /** In the transaction in which the book has begun. */
  async enter(tx: EntityManager, of: Source, register: TakenOverRegister): Promise<void> {
    const { book, year } = of;
    const numbers = linesOf(register);
    const lines = book === 'incoming' ? await this.incoming(tx, of, numbers) : await this.outgoing(tx, of, numbers);
    await this.chain.appendAll(tx, 'takenOver', { book, year, lines });
    await this.numbers.raise(tx, { book, year, to: register.last });
  }

  private async incoming(
    tx: EntityManager,
    of: Source,
    numbers: readonly TakenOverLine[],
  ): Promise<readonly RegisterLine[]> {
    const rows = numbers.map((one) => Object.assign(new IncomingDocumentEntity(), incomingRow(of, one)));
    await insertAll(tx, IncomingDocumentEntity, rows);
    return rows.map((row) => incomingLine(row, []));
  }

  private async outgoing(
    tx: EntityManager,
    of: Source,
    numbers: readonly TakenOverLine[],
  ): Promise<readonly RegisterLine[]> {
    const rows = numbers.map((one) => Object.assign(new OutgoingDocumentEntity(), outgoingRow(of, one)));
    await insertAll(tx, OutgoingDocumentEntity, rows);
    return rows.map(outgoingLine);
  }
}

async function insertAll<Row extends object>(
  tx: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += WRITTEN_AT_ONCE)
    await tx.getRepository(entity).insert(rows.slice(from, from + WRITTEN_AT_ONCE));
}

/** Every number from the first to the last; one that is missing bears the day of the line before it. */
function linesOf({ rows, first, last }: TakenOverRegister): readonly TakenOverLine[] {
  const known = new Map(rows.map((row) => [row.number, row]));
  let day = rows[0]?.enteredOn;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const line = known.get(first + at);
    day = line?.enteredOn ?? day;
    return line ?? (day === undefined ? [] : missingLine(first + at, day));
  }).flat();
}

function markOf({ source }: Source, { row, sentOn, receipt, copies, note }: TakenOverLine): TakenOver {
  return { source, row, sentOn, receipt: saidOrNull(receipt), copies: saidOrNull(copies), note: saidOrNull(note) };
}

function saidOrNull(text: string): string | null {
  return text === '' ? null : text;
}

function incomingRow(of: Source, line: TakenOverLine): IncomingDocumentEntity {
  const { number, enteredOn, issuedDate, senderName, code, typeName, subject, handler } = line;
  return {
    ...WITHOUT_MESSAGE,
    id: newId(),
    year: of.year,
    arrivalNumber: number,
    arrivalDate: enteredOn,
    issuedDate,
    senderName,
    code,
    senderCode: `${TAKEN_OVER_SENDER}${fold(senderName)}`.slice(0, REGISTER_LENGTHS.agencyCode),
    typeName,
    subject,
    documentId: `tiep-quan:${of.year}:${number}`,
    queuedAt: instantOf(enteredOn, 0),
    handler: saidOrNull(handler),
    routedOn: line.sentOn,
    receipt: saidOrNull(line.receipt),
    takenOver: markOf(of, line),
    givenBy: null,
  };
}

function outgoingRow(of: Source, line: TakenOverLine): OutgoingDocumentEntity {
  const { number, notation, issuedDate, typeName, subject, signerName, recipients, keeper, voidReason } = line;
  return {
    id: newId(),
    year: of.year,
    number,
    notation,
    issuedDate,
    typeName,
    subject,
    signerName,
    keeper,
    voidReason,
    recipients: [...recipients],
    state: voidReason === null ? 'released' : 'voided',
    replyToId: null,
    signatureRequestId: newId(),
    reservedAt: null,
    sealedSha256: null,
    releasedAt: null,
    recalledAt: null,
    receipt: saidOrNull(line.receipt),
    copies: null,
    recallReason: null,
    amendment: null,
    amendsId: null,
    takenOver: markOf(of, line),
    givenBy: null,
    version: 1,
  };
}
