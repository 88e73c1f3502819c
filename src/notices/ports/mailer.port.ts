/** A letter by mail, whole. */
export interface Mail {
  /** The same for every try, so that a server that has it already knows it again. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The department's mail server. */
export abstract class Mailer {
  /** False where no server is set: nobody is written to then. */
  abstract readonly available: boolean;

  /**
   * Hands a letter to the mail server.
   *
   * @throws OutsideUnavailable try again later: nobody answers, or the server says "not now" (4xx)
   * @throws OutsideRefused never try again: the server says no (5xx)
   */
  abstract send(mail: Mail): Promise<void>;
}
