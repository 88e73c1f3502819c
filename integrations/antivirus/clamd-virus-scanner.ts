import { connect, type NetConnectOpts } from 'node:net';
import { Readable } from 'node:stream';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { VirusScanner, type ScanAnswer, type ScannerFacts } from '../../src/files/ports/virus-scanner.port.js';

/** Commands end with a zero byte where they begin with `z`, and so do the answers. */
const SCAN = Buffer.from('zINSTREAM\0');
const VERSION = Buffer.from('zVERSION\0');
const END_OF_FILE = Buffer.alloc(4);
const PIECE_BYTES = 64 * 1024;
/** clamd never sends a longer answer: a peer that does is something else. */
const MAX_ANSWER_LENGTH = 4096;
/** How long clamd is not asked again after a timeout, so that many files in a row do not each wait for it. */
const LEFT_ALONE_MS = 30_000;

/**
 * ClamAV's clamd, by its own protocol: the file goes over the connection, so it needs no folder in common, and may run under another account or in another
 * container. Each file has a connection of its own.
 *
 * Source: clamd(8), commands INSTREAM and VERSION.
 */
export class ClamdVirusScanner extends VirusScanner {
  override readonly isOn = true;
  private leftAloneUntil = 0;

  /**
   * @param address `unix:/run/clamav/clamd.ctl` or `host:port`
   * @param timeoutMs for one file, from the connection to the verdict
   */
  constructor(
    private readonly address: string,
    private readonly timeoutMs: number,
  ) {
    super();
  }

  override async scan(content: Buffer): Promise<ScanAnswer> {
    const answer = await this.ask(function* () {
      yield SCAN;
      for (let at = 0; at < content.length; at += PIECE_BYTES) {
        const piece = content.subarray(at, at + PIECE_BYTES);
        yield lengthOf(piece);
        yield piece;
      }
      yield END_OF_FILE;
    });
    if (answer === 'stream: OK') return { kind: 'clean' };
    const name = /^stream: (?<name>.+) FOUND$/su.exec(answer)?.groups?.['name'];
    if (name !== undefined) return { kind: 'infected', name };
    throw new OutsideUnavailable(`clamd gives no verdict: ${answer}`);
  }

  override async about(): Promise<ScannerFacts> {
    // `ClamAV 1.4.3/27791/Thu Oct 16 09:41:09 2025`; without a base of signatures the version alone.
    const [version = '', , made = ''] = (
      await this.ask(function* () {
        yield VERSION;
      })
    ).split('/');
    const at = Date.parse(`${made} UTC`);
    return { version, knowledgeOf: Number.isNaN(at) ? null : new Date(at) };
  }

  /** @throws OutsideUnavailable */
  private async ask(pieces: () => Iterable<Buffer>): Promise<string> {
    if (performance.now() < this.leftAloneUntil) throw new OutsideUnavailable('clamd kept others waiting just now');
    const end = AbortSignal.timeout(this.timeoutMs);
    try {
      return await answerTo(placeOf(this.address), pieces, end);
    } catch (cause) {
      if (end.aborted) this.leftAloneUntil = performance.now() + LEFT_ALONE_MS;
      throw new OutsideUnavailable('clamd does not answer', { cause });
    }
  }
}

/** It may answer and hang up while it is still being written to: what it said counts, whatever becomes of the rest. */
function answerTo(place: NetConnectOpts, pieces: () => Iterable<Buffer>, end: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(place);
    let said = '';
    const settle = (failure: Error): void => {
      end.removeEventListener('abort', abort);
      const ending = said.indexOf('\0');
      if (ending >= 0) resolve(said.slice(0, ending));
      else reject(failure);
    };
    const abort = (): void => {
      socket.destroy(new Error('time-out'));
    };
    end.addEventListener('abort', abort);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (said.includes('\0') || said.length > MAX_ANSWER_LENGTH) socket.destroy();
    });
    socket.on('error', settle);
    socket.on('close', () => {
      settle(new Error('closed without an answer'));
    });
    Readable.from(pieces()).pipe(socket, { end: false });
  });
}

function placeOf(address: string): NetConnectOpts {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[|\]$/gu, ''), port: Number(address.slice(colon + 1)) };
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(END_OF_FILE.length);
  length.writeUInt32BE(piece.length);
  return length;
}
