import {
  C14N,
  ECDSA_SHA256,
  ECDSA_SHA384,
  ENVELOPED,
  EXCLUSIVE_C14N,
  RSA_SHA1,
  SHA1,
  SHA384,
  signatureTemplate,
  signedByXmlsec,
  type XmlSignatureWish,
} from '../../test/support/signed-xml.js';
import { openTestAuthority } from '../../test/support/test-authority/authority.js';
import { checkXmlSignatures } from './check-xml-signatures.js';
import { ThreadXmlSignatures } from './thread-xml-signatures.js';

const WHOLE: XmlSignatureWish = { references: [{ uri: '', transforms: [ENVELOPED, C14N] }] };
const authority = openTestAuthority();
const leader = authority.signer({ kind: 'RSA-2048', label: 'xml leader' });

const document = (signature: string, text = 'Nghỉ học ngày 18/3'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<m:thu xmlns:m="urn:thu"><m:noi-dung so="1">${text}</m:noi-dung>${signature}</m:thu>`;

const signed = (wish: Partial<XmlSignatureWish> = {}, signer = leader): string =>
  signedByXmlsec(document(signatureTemplate({ ...WHOLE, ...wish })), signer, [authority.sub]);

const faults = (xml: string): (string | null)[] => checkXmlSignatures(xml).map(({ fault }) => fault);

describe('a sound XML signature, made by xmlsec', () => {
  it.each<[string, () => string]>([
    ['inclusive canonical form', () => signed()],
    ['exclusive canonical form', () => signed({ references: [{ uri: '', transforms: [ENVELOPED, EXCLUSIVE_C14N] }] })],
    ['SHA-384', () => signed({ references: [{ uri: '', transforms: [ENVELOPED], digest: SHA384 }] })],
    ['ECDSA P-256', () => signed({ method: ECDSA_SHA256 }, authority.signer({ kind: 'P-256' }))],
    ['ECDSA P-384', () => signed({ method: ECDSA_SHA384 }, authority.signer({ kind: 'P-384' }))],
  ])('%s', (_what, make) => {
    const [only] = checkXmlSignatures(make());
    expect(only).toMatchObject({ fault: null, stretches: [{ uri: '' }] });
  });

  it('hands on what was signed, in canonical form and without the signature', () => {
    const [only] = checkXmlSignatures(signed());
    const said = '<m:thu xmlns:m="urn:thu"><m:noi-dung so="1">Nghỉ học ngày 18/3</m:noi-dung></m:thu>';
    expect(only?.fault === null && only.stretches).toEqual([{ uri: '', text: said }]);
    expect(only?.fault === null && only.signer.equals(leader.der)).toBe(true);
    expect(only?.fault === null && only.certificates).toHaveLength(2);
  });

  it('is found in a thread as well', async () => {
    const threads = new ThreadXmlSignatures();
    const answer = await threads.check(signed());
    expect(answer?.[0]).toMatchObject({ fault: null });
    expect(answer?.[0]?.fault === null && answer[0].signer.equals(leader.der)).toBe(true);
    await threads.onApplicationShutdown();
  });

  it('is not there in an unsigned document', () => {
    expect(checkXmlSignatures(document(''))).toEqual([]);
  });
});

describe('an XML signature that nothing may be believed of', () => {
  const rows: readonly (readonly [string, string, () => string])[] = [
    ['the text was changed', 'mismatch', () => signed().replace('18/3', '19/3')],
    ['an attribute was changed', 'mismatch', () => signed().replace('so="1"', 'so="2"')],
    ['an element was added', 'mismatch', () => signed().replace('<m:noi-dung', '<m:them/><m:noi-dung')],
    ['the digest was exchanged', 'mismatch', () => signed().replace(/<DigestValue>..../u, '<DigestValue>AAAA')],
    ['the value was exchanged', 'mismatch', () => signed().replace(/<SignatureValue>..../u, '<SignatureValue>AAAA')],
    [
      'the certificate is somebody else’s',
      'mismatch',
      () =>
        signed().replaceAll(/<X509Certificate>[^<]*<\/X509Certificate>/gu, () => {
          const other = authority.signer({ kind: 'RSA-2048', label: 'another' }).der.toString('base64');
          return `<X509Certificate>${other}</X509Certificate>`;
        }),
    ],
    [
      'there is no certificate',
      'certificate-missing',
      () => signed().replaceAll(/<X509Data>[\s\S]*<\/X509Data>/gu, ''),
    ],
    [
      'its certificate is cut off, as in samples of the axis',
      'certificate-missing',
      () => signed().replaceAll(/<X509Certificate>[^<]*</gu, '<X509Certificate>MIIFqTCCBJG<'),
    ],
    [
      'the digest is SHA-1',
      'algorithm-weak',
      () => signed({ references: [{ uri: '', transforms: [ENVELOPED], digest: SHA1 }] }),
    ],
    ['the signature is over SHA-1', 'algorithm-weak', () => signed({ method: RSA_SHA1 })],
    [
      'a transform is not known',
      'algorithm-unknown',
      () => signed().replace(C14N, 'http://www.w3.org/TR/1999/REC-xslt-19991116'),
    ],
    ['a comment stands in it', 'ambiguous', () => signed().replace('18/3', '18<!-- -->/3')],
    ['a comment stands in the digest', 'ambiguous', () => signed().replace('<DigestValue>', '<DigestValue><!-- x -->')],
    ['an instruction stands in it', 'ambiguous', () => signed().replace('18/3', '18<?x y?>/3')],
    ['it has a DOCTYPE', 'ambiguous', () => signed().replace('<m:thu', '<!DOCTYPE thu>\n<m:thu')],
    [
      'it has two SignedInfo',
      'malformed',
      () => signed().replace(/<SignedInfo>[\s\S]*<\/SignedInfo>/u, (info) => info + info.replace('URI=""', 'URI="#x"')),
    ],
    ['it is cut off', 'malformed', () => signed().slice(0, -9)],
    [
      'there are too many',
      'malformed',
      () => document('<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'.repeat(9)),
    ],
  ];
  it.each(rows)('%s', (_what, fault, make) => {
    expect(faults(make())).toEqual([fault]);
  });

  it('is wrapped: what was signed is moved aside and other content takes its place', () => {
    const part = `<m:thu xmlns:m="urn:thu"><m:a Id="a">cũ</m:a></m:thu>`;
    const template = signatureTemplate({
      references: [{ uri: '#o', transforms: [C14N] }],
      objects: `<Object Id="o">${part}</Object>`,
    });
    const whole = signedByXmlsec(document(template), leader, [authority.sub]);
    const twice = whole.replace('<m:noi-dung so="1">', '<m:noi-dung so="1" Id="o">');
    expect(faults(whole)).toEqual([null]);
    expect(faults(twice)).toEqual(['malformed']);
  });
});
