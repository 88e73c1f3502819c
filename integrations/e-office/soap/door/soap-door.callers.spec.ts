import { type Spool, SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { NAMESPACE } from '../contract.js';
import { E_OFFICE_CONTRACT } from '../e-office-contract.js';
import { withoutFiles } from '../soap-contract.js';
import { aDoor, auth, bodyOf, codeOf, envelope, EVENT, HEAD, NOW, PASSWORD } from './soap-door.fixture.js';
import { passwordDigest } from './username-token.js';

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

describe('who may call', () => {
  const token = (inside: string, more = ''): string =>
    `<w:Security xmlns:w="${OASIS}-wssecurity-secext-1.0.xsd" xmlns:u="${OASIS}-wssecurity-utility-1.0.xsd">${more}<w:UsernameToken><w:Username>e-office</w:Username>${inside}</w:UsernameToken></w:Security>`;
  const created = (iso = NOW.toISOString()): string => `<u:Created>${iso}</u:Created>`;
  const nonce = Buffer.from('0123456789abcdef');
  const digest = (iso = NOW.toISOString(), password = PASSWORD): string =>
    `<w:Password Type="${OASIS}-username-token-profile-1.0#PasswordDigest">${passwordDigest(nonce, iso, password)}</w:Password>`;
  const written = `<w:Nonce>${nonce.toString('base64')}</w:Nonce>`;

  it.each<[string, string]>([
    ['the password as text', token(`<w:Password>${PASSWORD}</w:Password>${created()}`)],
    ['the password as digest', token(digest() + written + created())],
    ['a clock four minutes behind', auth(new Date('2026-11-24T00:56:00Z'))],
    ['a clock four minutes ahead', auth(new Date('2026-11-24T01:04:00Z'))],
    [
      'a time of creation in the time zone of Việt Nam',
      token(digest('2026-11-24T08:00:00+07:00') + written + created('2026-11-24T08:00:00+07:00')),
    ],
    [
      'Created in the Timestamp only',
      token(`<w:Password>${PASSWORD}</w:Password>`, `<u:Timestamp>${created()}</u:Timestamp>`),
    ],
  ])('lets in %s', async (_what, header) => {
    const { door } = aDoor();
    expect(await door.handle(Buffer.from(envelope(EVENT, header)), HEAD)).toMatchObject({ status: 200 });
  });

  it.each<[string, string]>([
    ['nobody', ''],
    ['an unknown name', auth(NOW, 'ai-đó')],
    ['a wrong password', auth(NOW, 'e-office', 'đoán')],
    ['an empty password', token(`<w:Password></w:Password>${created()}`)],
    ['no password', token(created())],
    ['a digest without nonce', token(digest() + created())],
    ['a digest over another time', token(digest('2026-11-24T00:59:59.000Z') + written + created())],
    ['a password of an unknown kind', token(`<w:Password Type="urn:x">${PASSWORD}</w:Password>${created()}`)],
    ['no time of creation', token(`<w:Password>${PASSWORD}</w:Password>`)],
    ['a message six minutes old', auth(new Date('2026-11-24T00:54:00Z'))],
    ['a message six minutes ahead', auth(new Date('2026-11-24T01:06:00Z'))],
    [
      'a message long expired',
      token(digest() + written + created(), '<u:Timestamp><u:Expires>2026-11-23T00:00:00Z</u:Expires></u:Timestamp>'),
    ],
    ['two tokens', auth() + auth()],
    ['a token outside WS-Security', '<UsernameToken><Username>e-office</Username></UsernameToken>'],
  ])('turns away %s', async (_what, header) => {
    const { door, heard, refused } = aDoor();
    expect(codeOf(await door.handle(Buffer.from(envelope(EVENT, header)), HEAD))).toBe('EO-AUTH');
    expect(heard).toEqual([]);
    expect(refused).toMatchObject([{ code: 'EO-AUTH' }]);
  });

  it('turns everybody away from an account without password', async () => {
    const { door } = aDoor({ authenticate: () => '' });
    expect(codeOf(await door.handle(Buffer.from(envelope(EVENT, auth(NOW, 'e-office', ''))), HEAD))).toBe('EO-AUTH');
  });

  it.each<[string, string]>([
    ['with a nonce', envelope(EVENT)],
    ['without one', envelope(EVENT, token(`<w:Password>${PASSWORD}</w:Password>${created()}`))],
  ])('turns a replay away, %s', async (_what, message) => {
    const { door, heard, clock, refused } = aDoor();
    expect(await door.handle(Buffer.from(message), HEAD)).toMatchObject({ status: 200 });
    expect(codeOf(await door.handle(Buffer.from(message), HEAD))).toBe('EO-AUTH');
    clock.at = new Date('2026-11-24T01:04:59Z');
    expect(codeOf(await door.handle(Buffer.from(message), HEAD))).toBe('EO-AUTH');
    expect(heard).toHaveLength(1);
    expect(refused[0]?.reason).toContain('phát lại');
  });

  it('keeps no password: neither in evidence, nor with the event, nor in the answer', async () => {
    const { door, refused, raws } = aDoor();
    const text = token(`<w:Password>${PASSWORD}</w:Password>${created()}`);
    await door.handle(Buffer.from(envelope(EVENT, text)), HEAD);
    const wrong = await door.handle(Buffer.from(envelope('<x/>', text)), HEAD);
    await door.handle(Buffer.from(envelope(EVENT, text).slice(0, 700)), HEAD);
    await door.handle(Buffer.from(`\ufeff${envelope('<x/>', text.replace(PASSWORD, 'matkhau'))}`, 'utf16le'), HEAD);
    expect([...raws, ...refused.map(({ raw }) => raw), bodyOf(wrong)].join()).not.toMatch(/bí-mật|matkhau/u);
    expect(raws[0]).toContain('<w:Password>***</w:Password>');
    expect(refused).toHaveLength(3);
  });

  it('keeps at most 64 KiB of what it refuses', async () => {
    const { door, refused } = aDoor();
    await door.handle(Buffer.from('x'.repeat(200 * 1024)), HEAD);
    expect(refused[0]?.raw).toHaveLength(64 * 1024);
  });

  it('sets nothing aside for a caller who is not known, where no operation takes files', async () => {
    let opened = 0;
    class CountedSpools extends SpoolFolder {
      override open(): Spool {
        opened += 1;
        return super.open();
      }
    }
    const spools = new CountedSpools('/nonexistent');
    const { door } = aDoor({ contract: withoutFiles(E_OFFICE_CONTRACT), spools, maxBytes: 2 ** 20 });
    const edxml = `<e:SendMessage xmlns:e="${NAMESPACE}"><e:edxml>${'QUJD'.repeat(1000)}</e:edxml></e:SendMessage>`;
    const head = { ...HEAD, soapaction: `"${NAMESPACE}/SendMessage"` };
    expect(codeOf(await door.handle(Buffer.from(envelope(edxml, auth(NOW, 'stranger'))), head))).toBe('EO-AUTH');
    expect(opened).toBe(0);
  });
});
