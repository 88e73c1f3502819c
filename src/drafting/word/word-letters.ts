import { DomainError } from '../../kernel/domain-error.js';
import { ThreadPool } from '../../platform/threads/thread-pool.js';
import type { CheckOptions } from '../domain/format/rules/finding.js';
import type { LetterOrigin, WordFile } from '../domain/word/word-reading.js';
import type { ReadLetter } from './read-letter.js';
import type { WordJob } from './word.worker.js';

/** What the check of a document's form is given as well. */
const TIME_LIMIT_MS = 15_000;
const HEAP_MEGABYTES = 512;
const USUAL: CheckOptions = { titlesAllowed: false };

/** Hands letters out to Word and reads those that come back, in a thread. */
export class WordLetters {
  private readonly threads = new ThreadPool({
    script: new URL('./word.worker.js', import.meta.url),
    threads: 1,
    timeLimitMs: TIME_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });

  /**
   * @param content a file that passed the inspection
   * @param options what the agency allows beyond the rules of form; nothing when left out
   * @throws DomainError `input-invalid` for one that cannot be read in time
   */
  async read(content: Buffer, options = USUAL): Promise<WordFile> {
    const answer = (await this.run({ content, origin: null, options })) as ReadLetter;
    if (answer.kind === 'read') return answer.file;
    throw unread('Không đọc được tệp Word. Mở ra trong Word, lưu lại dạng .docx rồi nộp lại.');
  }

  /** The file of a revision, which says itself what revision it is. */
  async bound(content: Buffer, origin: LetterOrigin): Promise<Buffer> {
    return Buffer.from((await this.run({ content, origin, options: USUAL })) as Uint8Array);
  }

  /** Ends the threads; Nest calls it when the application stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }

  private async run({ content, ...rest }: WordJob): Promise<unknown> {
    const copy = new Uint8Array(content);
    const job: WordJob = { content: copy, ...rest };
    const outcome = await this.threads.run(job, [copy.buffer]);
    if (outcome.kind === 'answered') return outcome.answer;
    throw unread('Đọc tệp quá lâu nên đã dừng. Bỏ ảnh, bảng lớn rồi nộp lại.');
  }
}

function unread(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'file', message });
}
