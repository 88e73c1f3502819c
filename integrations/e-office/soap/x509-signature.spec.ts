import { execFileSync } from 'node:child_process';
import { sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SignatureAlgorithm, SignedXml } from 'xml-crypto';
import { OutsideUnavailable } from '../../../src/kernel/outside-failure.js';
import { serverCertificate } from '../../../test/support/server-certificate.js';
import { NAMESPACE } from './contract.js';
import { ENVELOPE_NAMESPACE } from './envelope.js';
import { LocalNonceMemory } from './door/nonce-memory.js';
import { SignatureOutOfTime, SignedMessages } from './client/signed-messages.js';
import { ACK, Line, OK, says } from './client/soap-client.fixture.js';
import { aDoor, auth, codeOf, envelope, EVENT, HEAD, NOW, StillClock } from './door/soap-door.fixture.js';
import { requireSigned, SignatureRefused, signEnvelope } from './x509-signature.js';
import type { SigningPair } from './x509-signature.js';

const folder = mkdtempSync(join(tmpdir(), 'x509-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An RSA key with its certificate. */
function aPair(name: string): SigningPair {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const options = ['-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', ...options], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

const ours = aPair('hoi-am');
const stranger = aPair('stranger');
const CERT = join(folder, 'hoi-am.pem');
const KEY = join(folder, 'hoi-am.key');
const signed = signEnvelope(envelope(EVENT), ours);

const C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';

describe('a signed envelope', () => {
  it.each(['1.1', '1.2'] as const)('is believed by a reader that knows the certificate, SOAP %s', (version) => {
    const made = signEnvelope(envelope(EVENT, undefined, version), ours);
    expect(() => requireSigned(made, ours.cert)).not.toThrow();
    expect(() => requireSigned(made, stranger.cert)).toThrow(SignatureRefused);
  });

  it('names its parts by ids that are NCNames', () => {
    const ids = [...signed.matchAll(/wsu:Id="([^"]*)"/gu)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/u);
  });

  it("is believed when Python's zeep signed it, and zeep believes ours, unless a letter was changed", () => {
    const path = join(folder, 'ours.xml');
    const byZeep = (xml: string): string => {
      writeFileSync(path, xml);
      const script = join(import.meta.dirname, '../../../test/support/peers/zeep-signer.py');
      return execFileSync('/usr/bin/python3', [script, KEY, CERT, path], {
        env: { PATH: '/usr/bin' },
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString();
    };
    expect(requireSigned(byZeep(signed), ours.cert).xml).toContain('<a>chào</a>');
    expect(() => byZeep(signed.replace('m-1', 'm-2'))).toThrow(/Command failed/u);
  });

  it('gives what was signed and nothing else', () => {
    const { xml: only, createdAt } = requireSigned(signed, ours.cert);
    expect(createdAt).toEqual(NOW);
    expect(only).toContain('<e:pendingMessageId>m-1<');
    expect(only).not.toContain('Security');
  });
});

/** ECDSA as XML writes it, which we check and never make. */
class EcdsaSha256 implements SignatureAlgorithm {
  static readonly NAME = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';

  getAlgorithmName(): string {
    return EcdsaSha256.NAME;
  }
  getSignature(info: string, key: string): string {
    return sign('sha256', Buffer.from(info), { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
  }
  verifySignature(): boolean {
    return false;
  }
}

/** The other value that holds for the same: of r and s, the s taken from the order of P-256. */
function otherValue(value: string): string {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const raw = Buffer.from(value, 'base64').toString('hex');
  const other = (order - BigInt(`0x${raw.slice(64)}`)).toString(16).padStart(64, '0');
  return Buffer.from(raw.slice(0, 64) + other, 'hex').toString('base64');
}

/** Signed over the parts whose ids begin so; by us unless another key is given, of elliptic curves. */
function signedOver(xml: string, parts: readonly string[], ecKey?: string): string {
  const one = new SignedXml({
    privateKey: ecKey ?? ours.key,
    signatureAlgorithm: ecKey === undefined ? RSA_SHA256 : EcdsaSha256.NAME,
    canonicalizationAlgorithm: C14N,
    idMode: 'wssecurity',
  });
  one.SignatureAlgorithms[EcdsaSha256.NAME] = EcdsaSha256;
  for (const part of parts) {
    const xpath = `//*[@*[local-name(.)='Id' and starts-with(., '${part}-')]]`;
    one.addReference({ xpath, transforms: [C14N], digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256' });
  }
  one.computeSignature(xml, { location: { reference: "//*[local-name(.)='Security']", action: 'append' } });
  return one.getSignedXml();
}

describe('a signed message is believed', () => {
  const clock = new StillClock();
  let messages: SignedMessages;
  beforeEach(() => {
    clock.at = NOW;
    messages = new SignedMessages(ours.cert, clock, new LocalNonceMemory());
  });

  it('once, and near its time', async () => {
    await expect(messages.believed(signed)).resolves.toContain('m-1');
    await expect(messages.believed(signed)).rejects.toThrow('heard before');
    const end = /<\/ds:SignatureValue>/u;
    await expect(messages.believed(signed.replace(end, '\n$&'))).rejects.toThrow('heard before');
    for (const minutes of [-6, 6]) {
      clock.at = new Date(NOW.getTime() + minutes * 60_000);
      await expect(messages.believed(signEnvelope(envelope(EVENT), ours))).rejects.toBeInstanceOf(SignatureOutOfTime);
    }
  });

  it('once, also under the second value that holds for one of ECDSA', async () => {
    const { key, cert } = serverCertificate('localhost');
    const made = signedOver(signed.replace(/<ds:Signature .*<\/ds:Signature>/su, ''), ['body', 'ts'], key);
    const again = made.replace(/(?<=<SignatureValue>)[^<]*/u, otherValue);
    expect(() => requireSigned(again, cert)).not.toThrow();
    const known = new SignedMessages(cert, clock, new LocalNonceMemory());
    await expect(known.believed(made)).resolves.toContain('m-1');
    await expect(known.believed(again)).rejects.toThrow('heard before');
  });

  it('as the answer to what it says that it answers, and says it under its signature', async () => {
    const relates = '<a:RelatesTo xmlns:a="http://www.w3.org/2005/08/addressing" w:Id="re-1">urn:uuid:1</a:RelatesTo>';
    const bare = signed.replace(/<ds:Signature .*<\/ds:Signature>/su, '').replace('<s:Header>', `<s:Header>${relates}`);
    const named = bare.replace('<a:RelatesTo', `<a:RelatesTo xmlns:w="${WSU}"`);
    await expect(messages.believed(signedOver(named, ['body', 'ts', 're']), 'urn:uuid:2')).rejects.toThrow(
      'another message',
    );
    await expect(messages.believed(signedOver(named, ['body', 'ts']), 'urn:uuid:1')).rejects.toThrow('not exactly');
    await expect(messages.believed(signedOver(named, ['body', 'ts', 're']), 'urn:uuid:1')).resolves.toContain('m-1');
  });
});

describe('a signature proves nothing', () => {
  const body = /<s:Body.*<\/s:Body>/su.exec(signed)?.[0] ?? '';
  const signature = /<ds:Signature .*<\/ds:Signature>/su.exec(signed)?.[0] ?? '';
  const info = /<ds:SignedInfo>.*<\/ds:SignedInfo>/su.exec(signed)?.[0] ?? '';
  const reference = /<ds:Reference .*?<\/ds:Reference>/su.exec(signed)?.[0] ?? '';
  const id = /wsu:Id="(body-[^"]*)"/u.exec(body)?.[1] ?? '';
  const forged = body.replace('m-1', 'm-2');

  it.each<[string, string]>([
    ['when something was changed', signed.replace('m-1', 'm-2')],
    ['when the time was changed', signed.replace(/(<wsu:Expires>)\d{4}/u, '$12099')],
    ['when there is none', envelope(EVENT)],
    [
      'over a Body moved aside (wrapping)',
      signed.replace(body, forged.replace(id, 'other')).replace('</s:Header>', `<x>${body}</x></s:Header>`),
    ],
    [
      'over one of two elements of the same id',
      signed.replace(body, forged).replace('</s:Header>', `<x>${body}</x></s:Header>`),
    ],
    ['with two Bodies', signed.replace(body, body + forged)],
    ['beside another signature', signed.replace(signature, signature + signature)],
    ['with two SignedInfo', signed.replace(info, info + info)],
    [
      'moved out of the Security header',
      signed.replace(signature, '').replace('</s:Header>', `${signature}</s:Header>`),
    ],
    ['that makes work without a key: a part named many times', signed.replace(reference, reference.repeat(300))],
    ['with a comment in it', signed.replace('m-1', 'm-<!-- x -->1')],
    ['with an instruction in it', signed.replace('m-1', 'm-<?x y?>1')],
    [
      'with a weak digest',
      signed.replaceAll('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
    ],
  ])('%s', (_what, xml) => {
    expect(xml).not.toBe(signed);
    expect(() => requireSigned(xml, ours.cert)).toThrow(SignatureRefused);
  });

  it.each<[string, (at: number) => string]>([
    ['namespaces', (at) => ` xmlns:n${String(at)}="u:${String(at)}"`],
    ['attributes', (at) => ` a${String(at)}="${String(at)}"`],
  ])('with 8,000 %s to read is refused in time', async (_what, written) => {
    const many = Array.from({ length: 8000 }, (_one, at) => written(at)).join('');
    const { door } = aDoor({ peerCert: ours.cert, maxBytes: 2 ** 18 });
    const began = performance.now();
    const answer = await door.handle(
      Buffer.from(signed.replace('m-1', 'm-2').replace('<e:NotifyEvent', `$&${many}`)),
      HEAD,
    );
    expect(codeOf(answer)).toBe('EO-VALIDATION');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each<[string, string]>([
    ['elements', '<x/>'.repeat(50_000)],
    ['ids', Array.from({ length: 7_000 }, (_one, at) => `<x xmlns:n="u" n:Id="${String(at)}"/>`).join('')],
    [
      'namespaces of many elements',
      `<x ${Array.from({ length: 90 }, (_one, at) => `xmlns:n${String(at)}="u"`).join(' ')}/>`.repeat(110),
    ],
  ])('with more %s than the reader of signatures can take, and is refused in time', async (_what, many) => {
    const { door } = aDoor({ peerCert: ours.cert, maxBytes: 2 ** 18 });
    const began = performance.now();
    const answer = await door.handle(Buffer.from(signed.replace('</e:NotifyEvent>', `${many}$&`)), HEAD);
    expect(codeOf(answer)).toBe('EO-AUTH');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('by another kind of key than RSA', () => {
    expect(() => signEnvelope(envelope(EVENT), serverCertificate('localhost'))).toThrow(SignatureRefused);
  });

  it('of a key that the message brings itself', () => {
    expect(() => requireSigned(signEnvelope(envelope(EVENT), stranger), ours.cert)).toThrow(SignatureRefused);
  });

  it.each(['body', 'ts'])('over %s alone', (part) => {
    expect(() => requireSigned(signedOver(signed.replace(signature, ''), [part]), ours.cert)).toThrow(
      'Body and Timestamp',
    );
  });
});

describe('a door and a client that know each other by their certificates', () => {
  const line = new Line();
  afterAll(() => line.hangUp());

  it('are closed to what is not signed, and read what is', async () => {
    const { door, heard } = aDoor({ peerCert: ours.cert });
    expect(codeOf(await door.handle(Buffer.from(envelope(EVENT)), HEAD))).toBe('EO-AUTH');
    expect(codeOf(await door.handle(Buffer.from(signEnvelope(envelope(EVENT), stranger)), HEAD))).toBe('EO-AUTH');
    expect(heard).toEqual([]);
    expect(await door.handle(Buffer.from(signEnvelope(envelope(EVENT), ours)), HEAD)).toMatchObject({ status: 200 });
    expect(heard).toMatchObject([{ eventId: 'event-0001', pendingMessageId: 'm-1' }]);
  });

  it('sign what goes out, and believe only the answer that the e-office signed', async () => {
    const header = auth(new Date());
    const answer = `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE['1.1']}" xmlns:e="${NAMESPACE}"><s:Header>${header}</s:Header><s:Body>${OK}</s:Body></s:Envelope>`;
    const peer = await line.peerThat(says(signEnvelope(answer, stranger)));
    const client = (peerCert: string) =>
      line.client(peer.url, { timeoutMs: 5_000, security: { signing: ours, peerCert } });
    expect(await client(stranger.cert).call('AcknowledgeMessage', ACK)).toEqual({ receiptId: 'r-1' });
    const said = peer.seen[0]?.body.toString() ?? '';
    expect(said).toMatch(/<wsa:MessageID[^>]*>urn:uuid:/u);
    expect(requireSigned(said, ours.cert).xml).toContain('<e:messageId>m-1<');
    await expect(client(ours.cert).call('AcknowledgeMessage', ACK)).rejects.toBeInstanceOf(OutsideUnavailable);

    const old = auth(new Date(Date.now() - 10 * 60_000));
    const late = await line.peerThat(says(signEnvelope(answer.replace(header, old), stranger)));
    const client2 = line.client(late.url, { security: { peerCert: stranger.cert } });
    await expect(client2.call('AcknowledgeMessage', ACK)).rejects.toMatchObject({
      options: { reason: expect.stringContaining('đồng hồ hai bên') as string },
    });
  });
});
