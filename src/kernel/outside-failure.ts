/** The outside did not answer, or asked to be left alone for now: the same request may be made again later. */
export class OutsideUnavailable extends Error {
  constructor(
    message: string,
    readonly options: {
      readonly cause?: unknown;
      readonly retryAfterSeconds?: number;
      /** Something else is awaited than the peer that was called: no sign that the peer is unavailable. */
      readonly elsewhere?: boolean;
      /** The peer is there and will take this one later, in minutes rather than seconds: a mail server that greylists. */
      readonly deferred?: boolean;
      /** What people are told, in Vietnamese, where it is more than that nobody answered. */
      readonly reason?: string;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'OutsideUnavailable';
  }
}

/** The outside understood and said no: never made again by itself; `reason` is shown to a clerk. */
export class OutsideRefused extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(`${code}: ${reason}`, options);
    this.name = 'OutsideRefused';
  }
}
