import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { BookOwner, OwnedBook } from '../../agency-profile/domain/agency-profile.js';
import {
  RegisterClosingQueries,
  RegisterStartQueries,
  type BegunRegister,
  type RegisterClosing,
} from '../../documents/index.js';
import type { Book } from '../../documents/domain/register.js';
import { numberedBook, type RegisterCode } from './registers-words.js';

/** How the book of a year begins and ends. */
export interface BookEnds {
  /** Null where it begins at 1. */
  readonly start: BegunRegister | null;
  /** Null while it is open. */
  readonly closing: RegisterClosing | null;
  /** Who numbers what is entered in it from now on. */
  readonly owner: BookOwner;
  /** Whether the e-office numbered in it on some day: documents that are not ours may have numbers of it. */
  readonly hasOthers: boolean;
}

const OURS = { owner: 'here', hasOthers: false } as const;

@Injectable()
export class BookEndsQuery {
  constructor(
    private readonly starts: RegisterStartQueries,
    private readonly closings: RegisterClosingQueries,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  /** The tracking of what came in has the numbers of the incoming book, and is never closed by itself. */
  async ofPage(code: RegisterCode, year: number): Promise<BookEnds> {
    const book = numberedBook(code);
    if (book !== null) return this.of(book, year);
    return { start: await this.starts.of({ book: 'incoming', year }), closing: null, ...OURS };
  }

  async of(book: Book, year: number): Promise<BookEnds> {
    const [start, closing, standing] = await Promise.all([
      this.starts.of({ book, year }),
      this.closings.of({ book, year }),
      book === 'copies' ? OURS : this.standingOf(book, year),
    ]);
    return { start, closing, ...standing };
  }

  private async standingOf(book: OwnedBook, year: number): Promise<Pick<BookEnds, 'owner' | 'hasOthers'>> {
    const owner = await this.agencyProfiles.ownerOf(book);
    return { owner, hasOthers: await this.agencyProfiles.wasBookOfEOffice(book, year) };
  }
}
