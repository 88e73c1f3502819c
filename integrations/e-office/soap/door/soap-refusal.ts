import type { FaultCode } from './fault-codes.js';

/** Thrown by the door, and by what answers behind it, to refuse a call with a typed fault. */
export class SoapRefusal extends Error {
  /**
   * @param code one of the contract's fault codes
   * @param reason Vietnamese sentence that the caller's people may read; never holds secrets or a citizen's text
   */
  constructor(
    readonly code: FaultCode,
    readonly reason: string,
    readonly details: {
      readonly retryAfterSeconds?: number;
      /** Paths of the elements at fault, at most 50. */
      readonly fields?: readonly string[];
      readonly correlationId?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`${code}: ${reason}`, { cause: details.cause });
    this.name = 'SoapRefusal';
  }
}
