import { Injectable } from '@nestjs/common';
import { CopyQueries, RegisterClosingQueries, RegisterQueries } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { CopiesReading } from './copies.js';
import { REGISTER_PAGE } from '../registers/register-page.js';
import type { KeptFile } from '../ticket-files/kept-files.js';
import { PrintedCopiesPageQuery } from '../registers/printed-copies-page-query.js';

/** Reads a page of the register of certified copies, and the copies themselves. */
@Injectable()
export class CopiesPageQuery {
  constructor(
    private readonly clock: Clock,
    private readonly copies: CopyQueries,
    private readonly registers: RegisterQueries,
    private readonly closings: RegisterClosingQueries,
    private readonly documents: PrintedCopiesPageQuery,
    private readonly files: FileStore,
  ) {}

  /** @param top largest number of the page; null = the newest */
  async read(asked: number | null, top: number | null): Promise<Omit<CopiesReading, 'refused'>> {
    const now = this.clock.now();
    const year = asked ?? yearOf(civilDateOf(now));
    const [years, rows, next, lines, voids, unsigned, closing] = await Promise.all([
      this.registers.yearsOf('copies'),
      this.copies.page(year, top === null ? undefined : top + 1, REGISTER_PAGE),
      this.registers.nextNumber('copies', year),
      this.copies.linesOf(year),
      this.copies.voidsOf(year),
      this.copies.unsigned(),
      this.closings.of({ book: 'copies', year }),
    ]);
    return { now, year, years, rows, last: next - 1, lines, voids, unsigned, closing };
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
