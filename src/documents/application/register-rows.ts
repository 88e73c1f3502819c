import { Injectable } from '@nestjs/common';
import {
  COPY_COLUMNS,
  INCOMING_COLUMNS,
  OUTGOING_COLUMNS,
  TRACKING_COLUMNS,
  type IncomingRow,
  type PairRow,
  type RegisterColumn,
} from '../domain/register-columns.js';
import { POSTAL_COLUMNS } from '../domain/delivery/postal-columns.js';
import type { PrintedLine } from '../domain/printing/printed-pages.js';
import type { PrintedBook, RegisterSpan } from '../domain/register-span.js';
import type { IncomingDocumentEntity } from '../persistence/documents.entities.js';
import { CopyQueries } from '../persistence/copy-queries.js';
import { PostalQueries } from '../persistence/postal-queries.js';
import { RegisterQueries } from '../persistence/register-queries.js';
import { SecretLines } from './secret-lines.js';

export type ColumnPlan = Pick<RegisterColumn<never>, 'heading' | 'width' | 'paper'>;

const COLUMNS: Readonly<Record<PrintedBook, readonly ColumnPlan[]>> = {
  outgoing: OUTGOING_COLUMNS,
  copies: COPY_COLUMNS,
  incoming: INCOMING_COLUMNS,
  tracking: TRACKING_COLUMNS,
  postal: POSTAL_COLUMNS,
};

/** The columns of a register, for whatever form it goes out in. */
export function columnsOf(book: PrintedBook): readonly ColumnPlan[] {
  return COLUMNS[book];
}

/** Reads registers as they are printed: with exactly the legal columns, in the order of their numbers, some hundred lines at a time. */
@Injectable()
export class RegisterRows {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly copies: CopyQueries,
    private readonly postal: PostalQueries,
    private readonly secret: SecretLines,
  ) {}

  of(span: RegisterSpan): AsyncGenerator<readonly PrintedLine[]> {
    switch (span.book) {
      case 'outgoing':
        return this.outgoing(span);
      case 'copies':
        return this.copied(span);
      case 'incoming':
        return this.incoming(span);
      case 'tracking':
        return this.tracking(span);
      case 'postal':
        return this.posted(span);
    }
  }

  private async *incoming(span: RegisterSpan): AsyncGenerator<readonly PrintedLine[]> {
    for await (const rows of this.registers.incomingBetween(span)) {
      const noted = await this.noted(rows);
      yield noted.map((row) => ({ cells: cellsOf(INCOMING_COLUMNS, row), voided: false }));
    }
  }

  private async *copied(span: RegisterSpan): AsyncGenerator<readonly PrintedLine[]> {
    for await (const rows of this.copies.between(span))
      yield rows.map((row) => ({ cells: cellsOf(COPY_COLUMNS, row), voided: row.state === 'voided' }));
  }

  private async *posted(span: RegisterSpan): AsyncGenerator<readonly PrintedLine[]> {
    for await (const rows of this.postal.between(span))
      yield rows.map((row) => ({ cells: cellsOf(POSTAL_COLUMNS, row), voided: false }));
  }

  private async *tracking(span: RegisterSpan): AsyncGenerator<readonly PrintedLine[]> {
    for await (const pairs of this.pairs(span))
      yield pairs.map((pair) => ({ cells: cellsOf(TRACKING_COLUMNS, pair), voided: false }));
  }

  private async *outgoing(span: RegisterSpan): AsyncGenerator<readonly PrintedLine[]> {
    for await (const rows of this.registers.outgoingBetween(span)) {
      const [links, sent] = await Promise.all([this.registers.amendmentLinks(rows), this.postal.answersSentOn(rows)]);
      yield rows.map((row) => ({
        cells: cellsOf(
          OUTGOING_COLUMNS,
          Object.assign(row, { links: links.of(row), sentByHandOn: sent.get(row.id) ?? null }),
        ),
        voided: row.state === 'voided',
      }));
    }
  }

  private async *pairs(span: RegisterSpan): AsyncGenerator<readonly PairRow[]> {
    const replies = await this.registers.repliesInYears(span.year);
    for await (const rows of this.registers.incomingBetween(span)) {
      const joined = new Map((await this.registers.joinedBy(rows)).map((row) => [row.id, row]));
      yield (await this.noted(rows)).map((incoming) => ({
        incoming,
        reply: replies.get(incoming.joinedToId ?? incoming.id) ?? '',
        joinedTo: joined.get(incoming.joinedToId ?? '') ?? null,
      }));
    }
  }

  private async noted(rows: readonly IncomingDocumentEntity[]): Promise<readonly NotedDocument[]> {
    const [same, amended] = await Promise.all([this.registers.sameNumbers(rows), this.registers.amendedBy(rows)]);
    const shown = await this.secret.withheld(rows);
    return shown.map((row) =>
      Object.assign(row, { same: same.get(row.id) ?? [], amends: amended.get(row.amendsId ?? '') ?? null }),
    );
  }
}

type NotedDocument = IncomingDocumentEntity & Pick<IncomingRow, 'same' | 'amends'>;

function cellsOf<Row>(columns: readonly RegisterColumn<Row>[], row: Row): readonly string[] {
  return columns.map(({ text }) => text(row));
}
