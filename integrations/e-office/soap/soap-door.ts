import type { Clock } from '../../../src/kernel/clock.js';
import type { OperationName, Operations } from './contract.js';

/** Who calls, how, and the bytes as they came. */
export interface SoapCall {
  readonly username: string;
  readonly version: '1.1' | '1.2';
  /** The whole message as received: it holds the caller's credentials, so it is never stored or logged as it is. */
  readonly raw: Buffer;
}

export type SoapHandlers = {
  readonly [Name in OperationName]?: (
    request: Operations[Name]['request'],
    call: SoapCall,
  ) => Promise<Operations[Name]['response']>;
};

/** Remembers nonces, so that a message overheard cannot be played again. */
export abstract class NonceMemory {
  /** @returns false when the key was already remembered and its time is not over */
  abstract remember(key: string, now: Date, until: Date): Promise<boolean>;
}

export interface SoapDoorOptions {
  readonly operations: SoapHandlers;
  /** The password of that user, or null when there is no such user. */
  readonly authenticate: (username: string) => string | null | Promise<string | null>;
  readonly clock: Clock;
  readonly maxBytes: number;
  /** Default: in memory of this process. */
  readonly nonces?: NonceMemory;
  /** Told of every call refused, with at most 64 KiB of what came, passwords blotted out. */
  readonly onRefused?: (code: string, reason: string, raw: Buffer) => Promise<void>;
  /** Told of what went wrong on our side while answering; the caller learns only EO-INTERNAL. */
  readonly onError?: (error: unknown) => void;
}

export interface SoapAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

export type SoapHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The guarded entrance for SOAP calls: nothing reaches an operation that is not well-formed, valid, signed in and fresh. */
export class SoapDoor {
  constructor(private readonly options: SoapDoorOptions) {}

  /** Answers every call, whatever came; never throws. @param headers names in lower case, as node:http gives them */
  handle(raw: Buffer, headers: SoapHeaders): Promise<SoapAnswer> {
    return Promise.reject(
      new Error(`Not built yet: ${String(raw.length)} ${Object.keys(headers).join()} ${String(this.options.maxBytes)}`),
    );
  }
}
