/** One side of a call. */
export interface ObservedBytes {
  /** What may be kept of it: files give way to their hashes, secrets are redacted; its beginning where it is long. */
  readonly kept: Buffer;
  /** Bytes on the wire, files included; HTTP heads left out. */
  readonly size: number;
}

/** One call between the app and an e-office, as it went over the wire. */
export interface ObservedCall {
  readonly direction: 'toThem' | 'toUs';
  /** The line or the door that it went through: `exchange`, `signing`, `e-office-callback`, `voffice-callback`. */
  readonly channel: string;
  readonly operation: string;
  /** The HTTP status, or the code of a fault where it has one; `none` when no answer came. */
  readonly status: string;
  readonly at: Date;
  /** From its beginning to the end of its answer. */
  readonly ms: number;
  /** Names what was asked: the same for two calls that ask the same. Null at a door, where each call counts. */
  readonly question: string | null;
  readonly request: ObservedBytes;
  /** Null when none came. */
  readonly response: ObservedBytes | null;
}

/** Keeps what went over the wire as evidence. */
export abstract class CallObserver {
  /** Called after each call. Never throws and never waits; calls that it cannot take are counted. */
  abstract observe(call: ObservedCall): void;
}
