/** The codes of `EOfficeFault` and what each means for the caller. Codes of vendors that are not listed count as refusals. */
export interface FaultMeaning {
  /** Whose mistake: `Client` in SOAP 1.1, `Sender` in 1.2; otherwise `Server`, `Receiver`. */
  readonly blame: 'sender' | 'receiver';
  readonly retryable: boolean;
}

const FINAL: FaultMeaning = { blame: 'sender', retryable: false };
const LATER: FaultMeaning = { blame: 'receiver', retryable: true };

export const FAULT_CODES = {
  'EO-AUTH': FINAL,
  'EO-FORBIDDEN': FINAL,
  'EO-VALIDATION': FINAL,
  'EO-NOT-FOUND': FINAL,
  /** Already done under the same id: counts as success. */
  'EO-DUPLICATE': FINAL,
  /** Same id, other content: a person must look. */
  'EO-CONFLICT': FINAL,
  'EO-UNKNOWN-AGENCY': FINAL,
  'EO-UNKNOWN-SIGNER': FINAL,
  'EO-STATE': FINAL,
  'EO-SIZE': FINAL,
  /** The bytes were hurt on the way: worth one more try. */
  'EO-HASH': { blame: 'sender', retryable: true },
  'EO-UNSUPPORTED-VERSION': FINAL,
  'EO-THROTTLED': { blame: 'sender', retryable: true },
  'EO-BUSY': LATER,
  'EO-INTERNAL': LATER,
} as const satisfies Record<string, FaultMeaning>;

export type FaultCode = keyof typeof FAULT_CODES;

/** Whether the code stands in our table. */
export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULT_CODES, code);
}
