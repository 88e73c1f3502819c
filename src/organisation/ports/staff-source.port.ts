import type { DirectoryReading } from '../domain/directory/directory-person.js';

export type { DirectoryPerson, DirectoryReading } from '../domain/directory/directory-person.js';

/** What a reading asks for. */
export interface ReadRequest {
  /** Attributes of a person, in lower case. */
  readonly attributes: readonly string[];
  /** Called after each page with the number of people read so far. */
  onPage(peopleRead: number): Promise<void>;
}

/**
 * The directory in which an office keeps its people. It is only ever read.
 *
 * All methods throw OutsideUnavailable where it does not answer in time, and OutsideRefused where it answers and does not give everything that was asked
 * for: a wrong account, an answer that was cut, one that sends us to another server. What they give is whole or it is not given.
 */
export abstract class StaffSource {
  /** Whether a directory is set up. */
  abstract readonly isOn: boolean;

  /** Where it is, for people: `ldaps://dc1.sgddt.lan, DC=sgddt,DC=lan`; empty where there is none. */
  abstract readonly place: string;

  /** Everybody. */
  abstract readAll(request: ReadRequest): Promise<DirectoryReading>;

  /** Who changed or was deleted since a mark; everybody where the mark is of another server or of an older state of it. */
  abstract readSince(mark: string, request: ReadRequest): Promise<DirectoryReading>;

  /** Which of these identities the directory still has among its people, each asked for by itself: nobody leaves because a list was cut. */
  abstract stillThere(directoryIds: readonly string[]): Promise<readonly string[]>;
}
