import type { HttpHeaders } from './http-head.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** While it comes; it ends with an error above the size that an answer may have. */
  readonly body: AsyncIterable<Buffer>;
  /** Where calls are watched: told what is to be kept of the answer, and the code of the fault in it. Without a word, its first 64 KiB are kept. */
  readonly keep?: (bytes: Buffer, fault: string | null) => void;
}
