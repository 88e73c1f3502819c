import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import type { KeptClosing } from '../domain/closing-check.js';
import { RegisterCheck, type AnchoredHead, type RegisterVerdict } from '../domain/register-check.js';
import { RegisterClosingQueries } from '../persistence/register-closing-queries.js';
import { RegisterCheckQueries, type BookOfYear } from '../persistence/register-check-queries.js';

/** A register that keeps changing would be checked for ever. */
const MAX_LOOKS = 50;

interface Walked {
  readonly check: RegisterCheck;
  readonly last: number;
  /** The stored files, each with a line that vouches for it. */
  readonly files: ReadonlyMap<string, number>;
  readonly closing: KeptClosing | null;
}

/** Proves a book of a year, its stored files included. Reads alone; the register may be written meanwhile. */
@Injectable()
export class CheckRegister {
  constructor(
    private readonly queries: RegisterCheckQueries,
    private readonly files: FileStore,
    private readonly closings: RegisterClosingQueries,
  ) {}

  books(): Promise<readonly BookOfYear[]> {
    return this.queries.books();
  }

  /** @param anchored where the book's chain stood at earlier moments, when somebody kept that outside */
  async check(book: BookOfYear, anchored: readonly AnchoredHead[] = []): Promise<RegisterVerdict> {
    const { check, last, files, closing } = await this.walked(book, anchored);
    for (const [sha256, number] of files) await this.lookAtFile(check, number, sha256);
    return check.verdict(last, closing);
  }

  /** Chain, lines and numbers alone: as much as can be proved while somebody waits. */
  async withoutFiles(book: BookOfYear): Promise<RegisterVerdict> {
    const { check, last, closing } = await this.walked(book, []);
    return check.verdict(last, closing);
  }

  private async walked(book: BookOfYear, anchored: readonly AnchoredHead[]): Promise<Walked> {
    for (let look = 1; ; look += 1) {
      const before = await this.queries.headOf(book);
      const check = new RegisterCheck(book.book, book.year, anchored);
      const files = await this.look(book, check);
      const last = await this.queries.lastNumber(book);
      const closing = await this.closingOf(book);
      const unmoved = (await this.queries.headOf(book))?.seq === before?.seq;
      // Every act upon the register moves the chain, so that what was read while it stood still is of one moment.
      if (unmoved || look >= MAX_LOOKS || check.verdict(last, closing).accept) return { check, last, files, closing };
    }
  }

  private async closingOf(book: BookOfYear): Promise<KeptClosing | null> {
    const seal = await this.closings.sealOf(book);
    if (seal === null) return null;
    const { signed } = seal;
    const locked = await this.closings.isClosed(book);
    return { locked, signed, print: await this.files.stateOf(signed.printSha256) };
  }

  /** @returns the stored files, each with a line that vouches for it */
  private async look(book: BookOfYear, check: RegisterCheck): Promise<ReadonlyMap<string, number>> {
    const files = new Map<string, number>();
    for await (const page of this.queries.entries(book)) for (const entry of page) check.entry(entry);
    for await (const page of this.queries.lines(book)) {
      for (const line of page) {
        check.line(line);
        for (const sha256 of line.files) files.set(sha256, line.number);
      }
    }
    return files;
  }

  private async lookAtFile(check: RegisterCheck, number: number, sha256: string): Promise<void> {
    const state = await this.files.stateOf(sha256);
    if (state !== 'whole') check.file(number, sha256, state);
  }
}
