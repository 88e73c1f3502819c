import { Injectable } from '@nestjs/common';
import { CopyQueries, RegisterQueries } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { CopiesReading } from './copies-view.js';
import { BookEndsQuery } from '../registers/book-ends-query.js';
import { REGISTER_PAGE } from '../registers/register-page-view.js';
import type { KeptFile } from '../ticket-files/kept-files.js';
import { PrintedCopiesPageQuery } from '../registers/printed-copies-page-query.js';

/** Reads a page of the register of certified copies, and the copies themselves. */
@Injectable()
export class CopiesPageQuery {
  constructor(
    private readonly clock: Clock,
    private readonly copies: CopyQueries,
    private readonly registers: RegisterQueries,
    private readonly ends: BookEndsQuery,
    private readonly documents: PrintedCopiesPageQuery,
    private readonly files: FileStore,
  ) {}

  /** @param top largest number of the page; null = the newest */
  async read(asked: number | null, top: number | null): Promise<Omit<CopiesReading, 'refused'>> {
    const now = this.clock.now();
    const year = asked ?? yearOf(civilDateOf(now));
    const [books, rows, lines, voids, unsigned, ends] = await Promise.all([
      this.registers.booksOf('copies'),
      this.copies.page(year, top === null ? undefined : top + 1, REGISTER_PAGE),
      this.copies.linesOf(year),
      this.copies.voidsOf(year),
      this.copies.unsigned(),
      this.ends.of('copies', year),
    ]);
    const last = books.find((one) => one.year === year)?.last ?? 0;
    return { now, year, years: books.map((one) => one.year), rows, last, lines, voids, unsigned, ...ends };
  }

  /** @throws DomainError `not-found` for a copy that was not signed, and for those who may not read what it was made of */
  async file(actor: Actor, id: string): Promise<KeptFile> {
    const copy = await this.copies.byId(id);
    if (!copy?.sealedSha256) throw new DomainError('not-found', { what: 'file' });
    if (copy.source !== 'scan') await this.documents.requireSeen(actor, { kind: copy.source, id: copy.sourceId ?? '' });
    const name = `${printedCode(copy.number, copy.notation).replaceAll('/', '-')}.pdf`;
    return { content: await this.files.get(copy.sealedSha256), name, type: 'application/pdf' };
  }
}
