/** What the e-office tells us unasked. A hint only: we look again ourselves before anything changes. */
export interface EOfficeEvent {
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly about:
    | { readonly kind: 'signature'; readonly signatureRequestId: string; readonly clientRequestId: string }
    | { readonly kind: 'message'; readonly messageId: string };
}

/** The door's inner side: the SOAP callback hands its events here. */
export abstract class EOfficeEvents {
  /** Stores the event once and returns its receipt after commit; a replay gets the same receipt and `duplicate`. */
  abstract notify(
    event: EOfficeEvent,
    raw: Buffer,
  ): Promise<{ readonly receiptId: string; readonly duplicate: boolean }>;
}

/** Where a refused call leaves its trace, so that a clerk sees it. */
export abstract class RefusedCalls {
  /** @param reason Vietnamese sentence · @param raw the first 64 KiB of what came */
  abstract record(door: string, code: string, reason: string, raw: Buffer): Promise<void>;
}
