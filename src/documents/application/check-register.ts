import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import { RegisterCheck, type AnchoredHead, type RegisterVerdict } from '../domain/register-check.js';
import { RegisterCheckQueries, type BookOfYear } from '../persistence/register-check-queries.js';

/** A line that is entered, or a state that changes, while its book is read looks like a flaw; at the second look it does not. */
const LOOKS = 3;

/** Proves a book of a year, its stored files included. Reads alone; the register may be written meanwhile. */
@Injectable()
export class CheckRegister {
  constructor(
    private readonly queries: RegisterCheckQueries,
    private readonly files: FileStore,
  ) {}

  books(): Promise<readonly BookOfYear[]> {
    return this.queries.books();
  }

  /** @param anchored where the book's chain stood at an earlier moment, when somebody kept that outside */
  async execute(book: BookOfYear, anchored: AnchoredHead | null = null): Promise<RegisterVerdict> {
    let verdict = await this.look(book, anchored);
    for (let look = 2; look <= LOOKS && !verdict.accept; look += 1) verdict = await this.look(book, anchored);
    return verdict;
  }

  private async look(book: BookOfYear, anchored: AnchoredHead | null): Promise<RegisterVerdict> {
    const check = new RegisterCheck(book.book, book.year, anchored);
    for await (const page of this.queries.entries(book)) for (const entry of page) check.entry(entry);
    for await (const page of this.queries.lines(book)) {
      for (const line of page) {
        check.line(line);
        for (const sha256 of line.files) await this.lookAtFile(check, line.number, sha256);
      }
    }
    return check.verdict(await this.queries.lastNumber(book));
  }

  private async lookAtFile(check: RegisterCheck, number: number, sha256: string): Promise<void> {
    const state = await this.files.stateOf(sha256);
    if (state !== 'whole') check.file(number, sha256, state);
  }
}
