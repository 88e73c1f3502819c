import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpOcspSource } from '../../integrations/trust/http-ocsp-source.js';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { OcspAnswers } from '../../src/signing/application/evidence/ocsp-answers.js';
import { type MissingList, VerifyNow } from '../../src/signing/application/evidence/verify-now.js';
import type { Verification } from '../../src/signing/domain/verification/verify-pdf.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestAuthority, type TestAuthority } from '../support/test-authority/authority.js';
import {
  extension,
  type Holder,
  keyUsage,
  ocspAt,
  ocspResponse,
  type OcspWish,
} from '../support/test-authority/certificates.js';
import { octets } from '../support/test-authority/der-writer.js';
import { preparedLetter, signAsLeader } from '../support/test-authority/letter.js';

const NOW = '2026-03-18T04:00:00Z';
const NONCE = Buffer.from('06092b0601050507300102', 'hex');

/** The nonce of a request: `OID, OCTET STRING { OCTET STRING }`. */
const nonceIn = (request: Buffer): Buffer => {
  const at = request.indexOf(NONCE) + NONCE.length + 4;
  return request.subarray(at, at + 16);
};

describe('rule 51: a responder that is asked (OCSP over HTTP)', () => {
  let authority: TestAuthority;
  let server: Server;
  let url: string;
  let host: string;
  let asked: Buffer[];
  let answer: (request: Buffer, reply: ServerResponse) => void;

  beforeAll(() => {
    authority = openTestAuthority();
  });
  beforeEach(async () => {
    asked = [];
    server = createServer((request: IncomingMessage, reply) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        asked.push(Buffer.concat(parts));
        answer(Buffer.concat(parts), reply);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    url = `http://${host}/ocsp`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  const clock = new FixedClock(NOW);
  const signer = (): Holder => authority.signer({ extensions: [keyUsage('digitalSignature'), ocspAt(url)] });
  const saying = (who: Holder, status: OcspWish['status'], nonce?: (request: Buffer) => Buffer) => {
    answer = (request, reply) => {
      const extensions = nonce ? { extensions: [extension('1.3.6.1.5.5.7.48.1.2', octets(nonce(request)))] } : {};
      const at = new Date('2026-03-18T00:00:00Z');
      reply.end(
        ocspResponse(who, authority.sub, { status, at, until: new Date('2026-03-19T00:00:00Z'), ...extensions }),
      );
    };
  };

  async function verdict(who: Holder, missing: MissingList = 'judge', times = 1): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'hoi-am-ocsp-'));
    const anchors = [authority.root.der];
    const trust = { today: () => Promise.resolve({ anchors, timestampAnchors: anchors, intermediates: [] }) };
    const lists = { fetch: () => Promise.reject(new OutsideRefused('CRL-HOST', 'Không hỏi ở đây.')) };
    const responders = new OcspAnswers(new HttpOcspSource([host]), clock);
    const verify = new VerifyNow(trust, lists, responders, new FolderFileStore(directory), clock);
    const file = await verify.forThread(signAsLeader(preparedLetter(), { signer: who, chain: [authority.sub] }));
    try {
      let last: Verification | null = null;
      for (let time = 0; time < times; time += 1) last = await verify.ask(file, { kind: 'verification' }, missing);
      return last?.verdict ?? '';
    } finally {
      await verify.onApplicationShutdown();
      await rm(directory, { recursive: true, force: true });
    }
  }

  it.each([
    ['good', 'valid'],
    ['revoked', 'invalid'],
    ['unknown', 'unknown'],
  ] as const)('says %s, so the letter is %s', async (status, expected) => {
    const who = signer();
    saying(who, status, nonceIn);
    expect(await verdict(who)).toBe(expected);
  });

  it('is asked once a minute, also when it answers everybody alike', async () => {
    const who = signer();
    saying(who, 'good');
    expect(await verdict(who, 'judge', 3)).toBe('valid');
    expect(asked).toHaveLength(1);
  });

  it('is not believed when it answers another question', async () => {
    const who = signer();
    saying(who, 'good', () => Buffer.alloc(16));
    expect(await verdict(who)).toBe('unknown');
  });

  it('is waited for, or the judgement is made without it, as the caller wants', async () => {
    const who = signer();
    answer = (_request, reply) => reply.writeHead(503).end();
    expect(await verdict(who)).toBe('unknown');
    await expect(verdict(who, 'wait')).rejects.toBeInstanceOf(OutsideUnavailable);
  });

  it.each<readonly [string, (reply: ServerResponse) => void]>([
    ['sends elsewhere', (reply) => reply.writeHead(302, { location: url }).end()],
    ['sends too much', (reply) => reply.end(Buffer.alloc(65 * 1024))],
    ['breaks off', (reply) => reply.destroy()],
  ])('that %s counts as silent', async (_rule, act) => {
    answer = (_request, reply) => {
      act(reply);
    };
    await expect(new HttpOcspSource([host]).ask(url, Buffer.from('30', 'hex'))).rejects.toBeInstanceOf(
      OutsideUnavailable,
    );
  });

  it.each(['http://other.example/ocsp', 'file:///etc/passwd', 'no address'])('is not asked at %s', async (place) => {
    await expect(new HttpOcspSource([host]).ask(place, Buffer.alloc(1))).rejects.toBeInstanceOf(OutsideRefused);
  });
});
