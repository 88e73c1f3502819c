import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { joinSql, limitSql, sql, toStatement } from '../../platform/database/sql.js';
import { byArrival } from '../domain/arrival/arrival-number.js';
import { documentWords } from '../domain/document-words.js';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from './documents.entities.js';
import { RegisterQueries } from './register-queries.js';

/** Lines in which a word begins as the rarest one asked for; the newest of them are shown. */
const LOOKED_AT = 200;
const SHOWN = 20;

/** Lines of both registers that a question finds, newest first. */
export interface FoundDocuments {
  readonly incoming: readonly IncomingDocumentEntity[];
  readonly outgoing: readonly OutgoingDocumentEntity[];
}

/** Of incoming lines, those that may be found, as they may be read. */
type Found = (lines: readonly IncomingDocumentEntity[]) => Promise<readonly IncomingDocumentEntity[]>;

/** Finds lines of the registers, which everybody reads who works on letters, along the index of the longest word asked for. */
@Injectable()
export class DocumentSearch {
  constructor(
    private readonly database: Database,
    private readonly registers: RegisterQueries,
  ) {}

  /**
   * Lines in which each word of the question begins a word; nothing for a question without words.
   *
   * @param mayBeFound is asked before the newest are taken: a line that is missing among them would tell that it was found
   */
  async find(question: string, mayBeFound: Found): Promise<FoundDocuments> {
    const [longest, ...others] = documentWords(question).toSorted((a, b) => b.length - a.length);
    if (longest === undefined) return { incoming: [], outgoing: [] };
    const { dialect } = this.database;
    const checks = others.map(
      (word) =>
        sql`EXISTS (SELECT 1 FROM "document_word" o WHERE o."documentId" = w."documentId" AND o."word" >= ${word} AND o."word" < ${endOf(word)})`,
    );
    const conditions = [sql`w."word" >= ${longest}`, sql`w."word" < ${endOf(longest)}`, ...checks];
    const statement = sql`SELECT w."documentId", w."book" FROM "document_word" w
      WHERE ${joinSql(conditions, ' AND ')} ORDER BY w."word", w."documentId" ${limitSql(LOOKED_AT, dialect)}`;
    const found: { documentId: string; book: string }[] = await this.database.reader.query(
      ...toStatement(statement, dialect),
    );
    const idsIn = (book: string): string[] => [
      ...new Set(found.filter((one) => one.book === book).map(({ documentId }) => documentId)),
    ];
    const [incoming, outgoing] = await Promise.all([
      this.registers.incomingByIds(idsIn('incoming')),
      this.registers.outgoingByIds(idsIn('outgoing')),
    ]);
    const newest = incoming.toSorted((a, b) => byArrival(b, a));
    return {
      incoming: (await mayBeFound(newest)).slice(0, SHOWN),
      outgoing: outgoing.toSorted((a, b) => b.year - a.year || b.number - a.number).slice(0, SHOWN),
    };
  }
}

/** What comes after every word that begins so. */
function endOf(word: string): string {
  return `${word}\uffff`;
}
