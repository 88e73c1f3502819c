import { createHash } from 'node:crypto';
import { PeerUnderTest } from '../../integrations/e-office/conformance/peer.js';
import { holdToContract } from '../../integrations/e-office/conformance/run.js';
import { SoapClient } from '../../integrations/e-office/soap/client/soap-client.js';
import { SoapMessageTransport } from '../../integrations/e-office/soap/client/soap-message-transport.adapter.js';
import { SoapSigningDesk } from '../../integrations/e-office/soap/client/soap-signing-desk.adapter.js';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { aReply, aStatus } from '../../integrations/e-office/simulator/simulator.fixture.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { MemoryBytes } from '../../src/kernel/held-bytes.js';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { PhpOffice } from '../support/peers/php-office.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let office: PhpOffice;
beforeAll(async () => {
  office = await PhpOffice.start();
});
afterAll(() => office.stop());

it('PHP keeps the contract by the conformance suite', async () => {
  const { username, password, agency } = PhpOffice;
  const account = { endpoint: office.url, username, password, agency, signer: 'ld-1', write: true };
  const verdicts = await holdToContract(new PeerUnderTest(account, new SystemClock()));
  expect(verdicts.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});

describe.each(['1.1', '1.2'] as const)(
  'our adapters against a PHP SoapServer made from the WSDL, SOAP %s',
  (version) => {
    let client: SoapClient;
    let transport: SoapMessageTransport;
    let desk: SoapSigningDesk;
    const own = version.replace('.', '');

    beforeAll(() => {
      const { username, password, agency } = PhpOffice;
      client = new SoapClient({
        endpoint: office.url,
        username,
        password,
        timeoutMs: 10_000,
        clock: new SystemClock(),
        version,
      });
      transport = new SoapMessageTransport(client, agency);
      desk = new SoapSigningDesk(client);
    });
    afterAll(() => client.close());

    it('list, fetch in parts and acknowledge what came', async () => {
      const bytes = Buffer.concat([Buffer.from('<edXML>'), Buffer.alloc(5 * 2 ** 20, `đ${own}`)]);
      const messageId = await office.queue(bytes);
      expect(await transport.listPending()).toEqual([
        expect.objectContaining({ messageId, kind: 'document', fromAgency: PhpOffice.hotline, size: bytes.length }),
      ]);
      const message = await transport.getMessage(messageId);
      expect(message.sha256).toBe(sha256(bytes));
      const ack = { messageId, outcome: 'done' as const, sha256: message.sha256 };
      const first = await transport.acknowledge(ack);
      expect(await transport.acknowledge(ack)).toEqual(first);
      expect(await transport.listPending()).toEqual([]);
      await expect(transport.acknowledge({ ...ack, sha256: '0'.repeat(64) })).rejects.toMatchObject({
        code: 'EO-HASH',
      });
    });

    it('send once, know a repetition, and are refused for other content under the same id', async () => {
      const codec = new EdxmlCodec();
      const bytes = new MemoryBytes(codec.write(aReply('d-1')));
      const other = new MemoryBytes(codec.write(aStatus('d-1', '03')));
      const dispatch = { consignmentId: `SGDDT-OUT-${own}`, kind: 'document' as const, bytes };
      const sent = await transport.send(dispatch);
      expect(sent.duplicate).toBe(false);
      expect(await transport.send(dispatch)).toEqual({ ...sent, duplicate: true });
      await expect(transport.send({ ...dispatch, bytes: other })).rejects.toMatchObject({ code: 'EO-CONFLICT' });
      const lost = {
        consignmentId: `SGDDT-BAD-${own}`,
        kind: 'document' as const,
        bytes: new MemoryBytes(Buffer.from('không phải XML')),
      };
      await expect(transport.send(lost)).rejects.toMatchObject({
        code: 'EO-VALIDATION',
        reason: 'Nội dung không phải edXML.',
      });
    });

    it('mirror a line of the register and read the directory', async () => {
      const entry = {
        clientRequestId: `SGDDT-IN-${own}`,
        bookCode: 'incoming',
        fromName: 'Tổng đài 1022',
        subject: '<![CDATA[a]]></e:subject><e:externalRef>9</e:externalRef><e:subject><![CDATA[b]]>',
        receivedAt: new Date('2026-11-24T01:00:00Z'),
        arrivalNumber: `12${own}`,
        arrivalDate: civilDate('2026-11-24'),
      };
      const entered = await transport.registerIncoming(entry);
      expect(entered.duplicate).toBe(false);
      expect(await transport.registerIncoming(entry)).toEqual({ ...entered, duplicate: true });
      expect((await transport.listAgencies({})).agencies.map(({ code }) => code)).toContain(PhpOffice.hotline);
    });

    it('have a letter signed and sealed', async () => {
      const clientRequestId = `SGDDT-1-${own}-r1`;
      const content = Buffer.from('%PDF-1.7 nội dung');
      const submission = {
        clientRequestId,
        documentTypeCode: 'CV',
        subject: 'V/v trả lời phản ánh',
        notation: 'SGDĐT-VP',
        priority: 0,
        preparedBy: 'nv-1',
        signers: [{ order: 1, userCode: 'ld-1', displayName: 'Đỗ Quốc Khánh', action: 'sign' as const }],
        recipients: [PhpOffice.hotline],
        file: { fileId: 'f-1', fileName: 'công văn.pdf', content },
      };
      const { signatureRequestId } = await desk.submit(submission);
      expect(await desk.submit(submission)).toEqual({ signatureRequestId, duplicate: true });
      await office.sign(clientRequestId);
      const [state] = await desk.states([clientRequestId, 'SGDDT-0-0-r0']);
      expect(state).toMatchObject({ signatureRequestId, status: 'signed', lastActor: 'ld-1' });
      const signed = state!.signedFile!;
      expect(sha256(await desk.signedFile(signatureRequestId, signed.fileId))).toBe(signed.sha256);
      const entry = { number: '513', notation: 'SGDĐT-VP', issuedDate: civilDate('2026-11-24') };
      const order = { clientRequestId: `${clientRequestId}-seal`, signatureRequestId, ...signed, entry };
      expect(await desk.applySeal(order)).toEqual({ status: 'sealed', duplicate: false });
      expect(await desk.applySeal(order)).toEqual({ status: 'sealed', duplicate: true });
      await expect(desk.cancel(clientRequestId, 'muộn')).rejects.toMatchObject({ code: 'EO-STATE' });
      const sealed = await desk.sealFile({
        clientRequestId: `SGDDT-C-${own}`,
        text: 'Sao y',
        fileName: 'a.pdf',
        content,
      });
      expect(sealed.toString()).toContain('% Sao y');
    });

    it('hear a refusal as one', async () => {
      const stranger = new SoapClient({
        endpoint: office.url,
        username: PhpOffice.username,
        password: 'sai',
        timeoutMs: 10_000,
        clock: new SystemClock(),
        version,
      });
      await expect(stranger.call('GetServiceInfo', {})).rejects.toThrow(OutsideUnavailable);
      await expect(stranger.call('GetServiceInfo', {})).rejects.toThrow('EO-AUTH');
      stranger.close();
      await expect(transport.getMessage('không-có')).rejects.toMatchObject({ code: 'EO-NOT-FOUND' });
    });
  },
);
