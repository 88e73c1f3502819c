import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { ReceivePending } from '../../src/exchange/index.js';
import { Database } from '../../src/platform/database/database.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { C14N, ENVELOPED, RSA_SHA1, signatureTemplate, signedByXmlsec } from '../support/signed-xml.js';
import { DEPARTMENT, TestApp } from '../support/test-app.js';
import { openTestAuthority } from '../support/test-authority/authority.js';
import type { TestTrust } from '../support/test-outside.js';
import { textOf } from '../support/web-visitor.js';

const SENDER = { id: '000.00.07.H24', name: 'Sở Nội vụ' };
const HEADER_END = '</edXML:edXMLHeader>';
const authority = openTestAuthority();
const signer = authority.signer({ kind: 'RSA-2048', label: 'axis' });
const WHOLE = { references: [{ uri: '', transforms: [ENVELOPED, C14N] }] };

const plain = new EdxmlCodec()
  .write({ ...REPLY, from: SENDER, to: [DEPARTMENT], documentId: 'NV,2026/03/18,1/SNV' })
  .toString('utf8');
const signed = (template = signatureTemplate(WHOLE)): string =>
  signedByXmlsec(plain.replace(HEADER_END, `${template}${HEADER_END}`), signer, [authority.sub]);

describe('rule 46: the XML signature of a message', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.open();
    app.nest.get<TrustAnchors, TestTrust>(TrustAnchors).trusted.push(authority.root.der);
  });
  afterEach(() => app.close());

  const registered = async (message: string): Promise<IncomingDocumentEntity['messageSignature']> => {
    app.transport.put('m-1', Buffer.from(message), app.clock.now(), SENDER.id);
    await app.nest.get(ReceivePending).receive();
    await app.work();
    const [line] = await app.nest.get(Database).reader.getRepository(IncomingDocumentEntity).find();
    if (!line) throw new Error('not registered');
    return line.messageSignature;
  };

  it('is nothing where there is none', async () => {
    await expect(registered(plain)).resolves.toBeNull();
  });

  it('is recorded as valid when it vouches for the whole message, and the clerk reads it', async () => {
    await expect(registered(signed())).resolves.toEqual({
      kind: 'message',
      verdict: 'valid',
      signers: ['Đỗ Quốc Khánh'],
      reasons: [],
    });
    const page = textOf((await (await app.browserOf('vanthu')).get('/so-van-ban/den')).body);
    expect(page).toContain('Chữ ký XML của thông điệp: Hợp lệ');
  });

  it.each<[string, string, () => string]>([
    ['the subject was changed', 'invalid', () => signed().replace(/<edXML:Subject>/u, '<edXML:Subject>Khác: ')],
    [
      'it signs no more than a piece of itself',
      'unknown',
      () =>
        signed(
          signatureTemplate({ references: [{ uri: '#o', transforms: [C14N] }], objects: '<Object Id="o">x</Object>' }),
        ),
    ],
    ['it is the SHA-1 of older software', 'invalid', () => signed(signatureTemplate({ ...WHOLE, method: RSA_SHA1 }))],
    [
      'it is the empty shell of some software',
      'invalid',
      () => plain.replace(HEADER_END, `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>${HEADER_END}`),
    ],
    ['it came with a comment', 'unknown', () => signed().replace(HEADER_END, `<!-- x -->${HEADER_END}`)],
  ])('stops nothing and is recorded when %s', async (_what, verdict, make) => {
    await expect(registered(make())).resolves.toMatchObject({ kind: 'message', verdict });
  });
});
