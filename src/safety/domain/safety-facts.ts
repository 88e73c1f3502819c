/** How the accounts of an installation stand. */
export interface AccountFacts {
  readonly now: Date;
  readonly idleMinutes: number;
  readonly administrators: readonly string[];
  /** Accounts that sign in with a password kept here, administrators left out. */
  readonly localPasswords: number;
  readonly secondFactor: {
    /** Whether administrators must show a code besides the password. */
    readonly demanded: boolean;
    /** Administrators who have set none up. */
    readonly missing: readonly string[];
  };
  readonly unused: {
    /** For how many days nobody has signed in. */
    readonly days: number;
    /** Whether such accounts are locked; else they are only named. */
    readonly areLocked: boolean;
    /** Null while the installation is younger. */
    readonly names: readonly string[] | null;
  };
  /** The office's directory of people; null where accounts are kept here. */
  readonly directory: {
    /** Whether it is read by itself. */
    readonly onSchedule: boolean;
    /** When a reading was last carried out; null: never. */
    readonly lastSyncAt: Date | null;
    /** Why the latest reading failed; null where it did not. */
    readonly failure: string | null;
    /** Administrators who come in while it is away. */
    readonly breakGlass: number;
  } | null;
}

/** How the app stands towards strangers, as far as the program can see. */
export interface SafetyFacts extends AccountFacts {
  readonly now: Date;
  readonly production: boolean;
  readonly demonstration: boolean;
  /** Where people open the app. */
  readonly publicUrl: string;
  /** Addresses and networks of the proxies whose word on the caller is trusted. */
  readonly proxies: readonly string[];
  /** From which addresses and networks administrators may come; none: from anywhere. */
  readonly administrationAddresses: readonly string[];
  /** By the journal of the last days: how many people called from how many addresses of the net. */
  readonly callers: { readonly people: number; readonly addresses: number };
  readonly limits: { readonly requestsAMinute: number; readonly callsAMinute: number };
  /** `open`: files go to it over the net as they are. */
  readonly antivirus: 'none' | 'thisMachine' | 'open';
  /** Whether files come in unseen while it is away. */
  readonly letsInUnscanned: boolean;
  /** Names of the secrets that stand in variables rather than in files. */
  readonly secretsInVariables: readonly string[];
  /** When the key of sessions was made that the program made for itself; null where it is given. */
  readonly ownSessionKeySince: Date | null;
  readonly database: 'ownFile' | 'encrypted' | 'thisMachine' | 'open';
  readonly eOffice: 'none' | 'tls' | 'thisMachine' | 'open';
  readonly mail: 'none' | 'tls' | 'open';
  /** Names of the variables that send logs or traces to another machine unencrypted. */
  readonly openLines: readonly string[];
  readonly metricsOpen: boolean;
  readonly evidenceDays: number;
  /** `latest`: when the last anchor was written; null where there is none or the folder cannot be read. */
  readonly anchors: { readonly isElsewhere: boolean; readonly latest: Date | null };
  readonly trustAnchors: 'none' | 'unreadable' | 'there';
  readonly dataReadByOthers: boolean;
  readonly nodeMajor: number;
}
