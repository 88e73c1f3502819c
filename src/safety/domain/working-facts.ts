/** What waits in a queue. */
export interface WaitingFacts {
  readonly count: number;
  /** Since when the oldest waits; null where nothing does. */
  readonly oldest: Date | null;
}

/** How the app and its machine work at the moment. */
export interface WorkingFacts {
  readonly now: Date;
  readonly production: boolean;
  /** What is to leave the agency. `stopped`: given up, a person must act. */
  readonly outbox: WaitingFacts & { readonly stopped: number };
  /** Messages that were fetched and are not entered yet. `lastLook`: when the e-office was last asked; null within a day: nobody asked. */
  readonly inbox: WaitingFacts & { readonly lastLook: Date | null };
  /** Letters whose pages are still to be made. */
  readonly pages: WaitingFacts & { readonly stopped: number };
  /** Of this process, in milliseconds. */
  readonly loop: { readonly usualMs: number; readonly longestMs: number };
  /** Of this process, in bytes. */
  readonly memory: { readonly resident: number; readonly heapUsed: number; readonly heapLimit: number };
  readonly disks: readonly {
    /** `dữ liệu (HOI_AM_DATA)` */
    readonly name: string;
    /** Bytes; null where there is no such folder. */
    readonly free: number | null;
    readonly level: 'ample' | 'low' | 'scarce';
  }[];
  /** The bucket that holds the files, `s3://kho/tep/`, null for a folder; and whether it answers. */
  readonly store: { readonly bucket: string | null; readonly isAway: boolean };
  /** When the pages of the database were last looked over, and whether they were whole; null before the first look. */
  readonly database: { readonly at: Date; readonly isWhole: boolean } | null;
  readonly backup: {
    /** Whether the app makes its own. */
    readonly isOn: boolean;
    readonly newest: Date | null;
    readonly isOld: boolean;
    /** For how many keys it is encrypted; 0: it is not. */
    readonly recipients: number;
    /** Where a key that opens it lies on this machine or beside it. */
    readonly identities: readonly string[];
  };
  /** Of the files that the configuration names; null where it names none that can be read. */
  readonly certificate: { readonly variable: string; readonly subject: string; readonly days: number } | null;
}
