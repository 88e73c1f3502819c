export interface LogMessage {
  readonly at: Date;
  /** What it is about, without blanks: `digest`. */
  readonly about: string;
  /** ASCII, one line. */
  readonly text: string;
}

/** A log host: another machine, on which this agency's staff cannot change what has arrived. */
export abstract class LogHost {
  /** Whether one is set. */
  abstract readonly isOn: boolean;

  /**
   * Hands a message over. Syslog has no receipt: over UDP it may be lost, over TCP and TLS it has reached the other machine's network.
   *
   * @throws OutsideUnavailable when the machine cannot be reached in time
   */
  abstract send(message: LogMessage): Promise<void>;
}
