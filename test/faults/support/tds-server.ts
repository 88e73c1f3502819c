import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What becomes of one statement or commit: done, chosen as the victim of a deadlock, or the line is broken off, before or after it was done. */
export type Fate = 'done' | 'deadlock' | 'lostBefore' | 'lostAfter';

const HEADER = 8;
const PRELOGIN = 0x12;
const LOGIN = 0x10;
const TRANSACTION = 0x0e;
const [BEGIN, COMMIT] = [5, 7];
const DEADLOCK_VICTIM = 1205;

/**
 * The other end of TDS 7.4, as much of it as a client needs that opens connections and transactions: it keeps what was committed, and breaks on demand.
 * It stands in for a SQL Server only where lines break and transactions are chosen as victims; it understands no SQL.
 * Source: MS-TDS 2.2.
 */
export class TdsServer {
  /** Texts of INSERT statements that were committed, in that order. */
  readonly committed: string[] = [];
  /** Asked for each INSERT, and for each commit as `COMMIT`. */
  fate: (statement: string) => Fate = () => 'done';
  private server: Server | null = null;
  private readonly lines = new Set<Socket>();
  private port = 0;

  get url(): string {
    return `mssql://sa:khong-dung@127.0.0.1:${this.port}/hoi_am?encrypt=false`;
  }

  /** Listens, on the same port each time. */
  async open(): Promise<void> {
    this.server = createServer((line) => this.serve(line)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Breaks all lines off, and listens no more. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const line of this.lines) line.resetAndDestroy();
    if (server) await new Promise((done) => server.close(done));
  }

  private serve(line: Socket): void {
    this.lines.add(line);
    line.on('error', () => undefined).once('close', () => this.lines.delete(line));
    const session = new Session(this);
    let rest = Buffer.alloc(0);
    let message = Buffer.alloc(0);
    line.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= HEADER && rest.length >= rest.readUInt16BE(2)) {
        const packet = rest.subarray(0, rest.readUInt16BE(2));
        rest = rest.subarray(packet.length);
        message = Buffer.concat([message, packet.subarray(HEADER)]);
        if ((packet.readUInt8(1) & 1) === 0) continue;
        const answer = session.answer(packet.readUInt8(0), message);
        message = Buffer.alloc(0);
        if (answer === null) line.resetAndDestroy();
        else line.write(packed(answer));
      }
    });
  }
}

/** One connection and its transaction. */
class Session {
  private open: string[] | null = null;

  constructor(private readonly server: TdsServer) {}

  /** @returns null when the line is broken off */
  answer(type: number, message: Buffer): Buffer | null {
    if (type === PRELOGIN) return prelogin();
    if (type === LOGIN) return Buffer.concat([loginAck(), done()]);
    if (type === TRANSACTION) return this.transaction(message.readUInt16LE(message.readUInt32LE(0)));
    const text = message.toString('utf16le') + message.subarray(1).toString('utf16le');
    const insert = /INSERT [^']*'(?<what>[^']*)'/u.exec(text)?.groups?.['what'];
    if (insert !== undefined) return this.meet(insert, () => this.open?.push(insert));
    const name = /(?:db|schema)_name/u.exec(text)?.[0];
    return name === undefined ? done() : Buffer.concat([row(name, 'dbo'), done()]);
  }

  private transaction(asked: number): Buffer | null {
    if (asked === BEGIN) {
      this.open = [];
      return Buffer.concat([changed(0x08, true), done()]);
    }
    if (asked === COMMIT)
      return this.meet('COMMIT', () => this.commit(), Buffer.concat([changed(0x09, false), done()]));
    this.open = null;
    return Buffer.concat([changed(0x0a, false), done()]);
  }

  private commit(): void {
    this.server.committed.push(...(this.open ?? []));
    this.open = null;
  }

  private meet(what: string, act: () => unknown, answer = done()): Buffer | null {
    const fate = this.server.fate(what);
    if (fate === 'deadlock') {
      this.open = null;
      return Buffer.concat([failure(DEADLOCK_VICTIM, 'deadlock victim'), done(0x02)]);
    }
    if (fate !== 'lostBefore') act();
    return fate === 'done' ? answer : null;
  }
}

function packed(answer: Buffer): Buffer {
  const header = Buffer.from([0x04, 0x01, 0, 0, 0, 0, 1, 0]);
  header.writeUInt16BE(HEADER + answer.length, 2);
  return Buffer.concat([header, answer]);
}

/** A version, and that nothing is encrypted. */
function prelogin(): Buffer {
  return Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, 2]);
}

function loginAck(): Buffer {
  const body = Buffer.concat([Buffer.from([1, 0x74, 0, 0, 4]), short('TDS'), Buffer.from([16, 0, 0, 0])]);
  return Buffer.concat([Buffer.from([0xad]), length(body), body]);
}

function done(status = 0): Buffer {
  return Buffer.concat([Buffer.from([0xfd, status, 0, 0, 0]), Buffer.alloc(8)]);
}

/** A transaction begins or ends: it has a name of eight bytes. */
function changed(kind: number, begins: boolean): Buffer {
  const name = Buffer.from([8, 1, 0, 0, 0, 0, 0, 0, 0]);
  const none = Buffer.from([0]);
  const body = Buffer.concat([Buffer.from([kind]), ...(begins ? [name, none] : [none, name])]);
  return Buffer.concat([Buffer.from([0xe3]), length(body), body]);
}

function failure(number: number, words: string): Buffer {
  const code = Buffer.alloc(6);
  code.writeInt32LE(number, 0);
  code.set([1, 13], 4);
  const text = Buffer.from(words, 'utf16le');
  const count = Buffer.alloc(2);
  count.writeUInt16LE(words.length);
  const body = Buffer.concat([code, count, text, short('tds'), short(''), Buffer.from([1, 0, 0, 0])]);
  return Buffer.concat([Buffer.from([0xaa]), length(body), body]);
}

/** One column of text with one row. */
function row(name: string, value: string): Buffer {
  const text = Buffer.from(value, 'utf16le');
  const column = Buffer.from([0x81, 1, 0, 0, 0, 0, 0, 0, 0, 0xe7, 0, 1, 9, 4, 0xd0, 0, 0x34]);
  return Buffer.concat([column, short(name), Buffer.from([0xd1]), length(text), text]);
}

function short(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'utf16le')]);
}

function length(body: Buffer): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(body.length);
  return bytes;
}
