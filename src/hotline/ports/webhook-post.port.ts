/** A message to be handed over. */
export interface WebhookPosting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the other side answered; its words are not kept. */
export interface WebhookPosted {
  readonly status: number;
  /** After how many seconds it wants to be called again; null where it does not say. */
  readonly retryAfterSeconds: number | null;
}

/** Hands messages over to machines that an administrator has listed. */
export abstract class WebhookPost {
  /** Why an address may not be called at all, in Vietnamese; null when it may. What its name stands for is looked at when it is called. */
  abstract flawOf(url: string): string | null;

  /**
   * @throws OutsideRefused for an address that may not be called
   * @throws OutsideUnavailable when nobody answers
   */
  abstract send(posting: WebhookPosting): Promise<WebhookPosted>;
}
