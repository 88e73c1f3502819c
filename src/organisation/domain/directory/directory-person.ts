/** A person as a directory describes one; texts are in NFC. */
export interface DirectoryPerson {
  /** objectGUID or entryUUID as lower-case text: stays when the person is renamed or moved. */
  readonly directoryId: string;
  /** The distinguished name at the time of reading. */
  readonly directoryName: string;
  /** The first value of each attribute that was asked for, by its name in lower case; what is empty is left out. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The account is switched off there. */
  readonly isDisabled: boolean;
}

/** What one reading of the directory gave. */
export interface DirectoryReading {
  readonly people: readonly DirectoryPerson[];
  /** Whether everybody is here, so that who is missing has left; else only who changed since a mark. */
  readonly complete: boolean;
  /** From where the next reading of changes may go on; null where the directory gives none. */
  readonly mark: string | null;
  /** Identities that the directory says were deleted. */
  readonly deleted: readonly string[];
}
