import { readFileSync } from 'node:fs';
import { ThreadXmlSignatures } from '../../integrations/xml-signatures/thread-xml-signatures.js';
import { CheckPackageSignatures, CheckXmlSignatures } from '../../src/signing/index.js';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { FixedClock } from '../support/fixed-clock.js';
import { withCustomData, withThumbnail } from '../support/office-exports.js';
import { signedPackage, withPart, type PackageWish } from '../support/signed-package.js';
import { SHA1 } from '../support/signed-xml.js';
import { openTestAuthority } from '../support/test-authority/authority.js';
import { crlAt, keyUsage, revocationList, type Holder } from '../support/test-authority/certificates.js';

const PLAIN = readFileSync('templates/thong-bao.docx');
const authority = openTestAuthority();
const leader = authority.signer({ kind: 'RSA-2048', label: 'office' });
const threads = new ThreadXmlSignatures();
const anchors = [authority.root.der];
const trust = { today: () => Promise.resolve({ anchors, timestampAnchors: anchors, intermediates: [] }) };
const lists = new Map<string, Buffer>();

const published = {
  fetch: (url: string): Promise<Buffer> => {
    const list = lists.get(url);
    return list ? Promise.resolve(list) : Promise.reject(new OutsideUnavailable('không có'));
  },
};

const noResponders = { ask: () => Promise.reject(new OutsideUnavailable('không có')) };

const clock = new FixedClock('2026-03-06T02:00:00Z');
const checkPackageSignatures = new CheckPackageSignatures(
  new CheckXmlSignatures(threads, trust, published, noResponders, clock),
);
const signed = (wish: PackageWish = {}, signer: Holder = leader): Buffer =>
  signedPackage(PLAIN, signer, { chain: [authority.sub], ...wish });

afterAll(() => threads.onApplicationShutdown());

describe('rule 51: the signature of an Office file', () => {
  it('is not looked for in a file without one', async () => {
    await expect(checkPackageSignatures.check(PLAIN)).resolves.toBeNull();
    await expect(checkPackageSignatures.check(Buffer.from('PK\u0003\u0004 nothing'))).resolves.toBeNull();
  });

  it('is valid when every part is there as it was signed', async () => {
    await expect(checkPackageSignatures.check(signed())).resolves.toEqual({
      kind: 'office',
      verdict: 'valid',
      signers: ['Đỗ Quốc Khánh'],
      reasons: [],
    });
  });

  it('stays valid when only the properties change, which Office does not sign', async () => {
    const renamed = withPart(signed(), 'docProps/core.xml', (xml) =>
      xml.replace('</cp:coreProperties>', ' </cp:coreProperties>'),
    );
    await expect(checkPackageSignatures.check(renamed)).resolves.toMatchObject({ verdict: 'valid' });
  });

  describe('of a file with data of a program beside its text, which Office does not sign', () => {
    const data = ['customXml/item1.xml', 'customXml/itemProps1.xml', 'customXml/_rels/item1.xml.rels'];
    const withData = (): Buffer =>
      signedPackage(withCustomData(), leader, { chain: [authority.sub], leaveOut: data, unsignedRelations: ['rId7'] });

    it('is marked for a clerk, and not called changed', async () => {
      const note = await checkPackageSignatures.check(withData());
      expect(note).toMatchObject({ verdict: 'unknown', signers: ['Đỗ Quốc Khánh'] });
      expect(note?.reasons.join(' ')).toMatch(/customXml\) không nằm trong chữ ký.*item1\.xml/u);
    });

    it('is marked as well when the data changed', async () => {
      const changed = withPart(withData(), 'customXml/item1.xml', (xml) => xml.replace('513', '913'));
      await expect(checkPackageSignatures.check(changed)).resolves.toMatchObject({ verdict: 'unknown' });
    });

    it('is changed when the data was signed and is another', async () => {
      const whole = signedPackage(withCustomData(), leader, { chain: [authority.sub] });
      await expect(checkPackageSignatures.check(whole)).resolves.toMatchObject({ verdict: 'valid' });
      const changed = withPart(whole, 'customXml/item1.xml', (xml) => xml.replace('513', '913'));
      await expect(checkPackageSignatures.check(changed)).resolves.toMatchObject({ verdict: 'changedAfterSigning' });
    });

    it('is changed when the text was changed', async () => {
      const changed = withPart(withData(), 'word/document.xml', (xml) => xml.replace('Kính gửi', 'Kính mời'));
      await expect(checkPackageSignatures.check(changed)).resolves.toMatchObject({ verdict: 'changedAfterSigning' });
    });

    it('is changed when a part came in under the folder of the data by another relationship', async () => {
      const header =
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="../customXml/item1.xml"/>';
      const changed = withPart(withData(), 'word/_rels/document.xml.rels', (xml) =>
        xml.replace('</Relationships>', `${header}</Relationships>`),
      );
      await expect(checkPackageSignatures.check(changed)).resolves.toMatchObject({ verdict: 'changedAfterSigning' });
    });
  });

  it('stays valid when the small picture of the first page changes, wherever its writer put it', async () => {
    const thumbnail = withThumbnail('thumbnail.jpeg', Buffer.from('ffd8ffd9', 'hex'));
    const file = signedPackage(thumbnail, leader, { chain: [authority.sub], leaveOut: ['thumbnail.jpeg'] });
    await expect(checkPackageSignatures.check(file)).resolves.toMatchObject({ verdict: 'valid' });
  });

  const extra = '<w:p><w:r><w:t>Thêm</w:t></w:r></w:p>';
  const relation =
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="moi.xml"/>';
  const rows: readonly (readonly [string, string, string, () => Buffer])[] = [
    [
      'the text was changed',
      'changedAfterSigning',
      'word/document.xml',
      () => withPart(signed(), 'word/document.xml', (xml) => xml.replace('</w:body>', `${extra}</w:body>`)),
    ],
    [
      'the styles were changed',
      'changedAfterSigning',
      'word/styles.xml',
      () => withPart(signed(), 'word/styles.xml', (xml) => `${xml} `),
    ],
    ['a part was added', 'changedAfterSigning', 'word/moi.xml', () => withPart(signed(), 'word/moi.xml', () => '<a/>')],
    [
      'a relationship was added',
      'changedAfterSigning',
      'word/_rels/document.xml.rels',
      () =>
        withPart(signed(), 'word/_rels/document.xml.rels', (xml) =>
          xml.replace('</Relationships>', `${relation}</Relationships>`),
        ),
    ],
    [
      'a relationship leads elsewhere',
      'changedAfterSigning',
      '_rels/.rels',
      () => withPart(signed(), '_rels/.rels', (xml) => xml.replace('word/document.xml', 'word/khac.xml')),
    ],
    [
      'a part is said to be something else',
      'changedAfterSigning',
      'word/styles.xml',
      () => withPart(signed(), '[Content_Types].xml', (xml) => xml.replace('styles+xml', 'settings+xml')),
    ],
    [
      'a part was never signed',
      'changedAfterSigning',
      'word/header1.xml',
      () => signed({ leaveOut: ['word/header1.xml'] }),
    ],
    [
      'the list of what is signed was changed',
      'invalid',
      'không khớp',
      () => withPart(signed(), '_xmlsignatures/sig1.xml', (xml) => xml.replace('/word/styles.xml', '/word/style5.xml')),
    ],
    ['the list speaks of SHA-1', 'invalid', 'quá yếu', () => signed({ digest: SHA1 })],
    [
      'the signature part says nothing',
      'invalid',
      'sai cấu trúc',
      () => withPart(signed(), '_xmlsignatures/sig1.xml', () => '<a/>'),
    ],
    [
      'nobody vouches for the signer',
      'unknown',
      'không do tổ chức chứng thực nào được tin cậy cấp',
      () => signed({}, openTestAuthority('Gốc lạ').signer({ kind: 'RSA-2048', label: 'office stranger' })),
    ],
    [
      'the certificate had expired',
      'invalid',
      'hiệu lực',
      () =>
        signed({}, authority.signer({ kind: 'RSA-2048', label: 'office', notAfter: new Date('2026-01-01T00:00:00Z') })),
    ],
    [
      'the key is too short',
      'invalid',
      'quá yếu',
      () => signed({}, authority.signer({ kind: 'RSA-1024', label: 'office short' })),
    ],
    [
      'the certificate may not sign',
      'invalid',
      'không được dùng để ký',
      () => signed({}, authority.signer({ kind: 'RSA-2048', label: 'office', extensions: [keyUsage('keyCertSign')] })),
    ],
  ];
  it.each(rows)('does not hold when %s', async (_what, verdict, why, make) => {
    const note = await checkPackageSignatures.check(make());
    expect(note).toMatchObject({ kind: 'office', verdict });
    expect(note?.reasons.join(' ')).toContain(why);
  });

  it('asks whether the certificate was revoked: unknown without a list, invalid when it is on it', async () => {
    const url = 'http://ca.example/crl';
    const asked = authority.signer({
      kind: 'RSA-2048',
      label: 'office',
      extensions: [keyUsage('digitalSignature'), crlAt(url)],
    });
    const file = signed({}, asked);
    await expect(checkPackageSignatures.check(file)).resolves.toMatchObject({ verdict: 'unknown' });
    lists.set(url, revocationList(authority.sub, {}));
    await expect(checkPackageSignatures.check(file)).resolves.toMatchObject({ verdict: 'valid' });
    lists.set(
      url,
      revocationList(authority.sub, { revoked: [{ serial: asked.serial, at: new Date('2026-02-01T00:00:00Z') }] }),
    );
    await expect(checkPackageSignatures.check(file)).resolves.toMatchObject({ verdict: 'invalid' });
  });
});
