import { createHash } from 'node:crypto';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { standardProfile } from '../../profiles/load-profile.js';
import type { Operations } from '../contract.js';
import type { SignatureState } from '../signature-contract.js';
import { Line, listenBehindDoor } from './soap-client.fixture.js';
import type { SoapDoorOptions } from '../door/soap-door.js';
import { SoapRefusal } from '../door/soap-refusal.js';
import { SoapSigningDesk } from './soap-signing-desk.adapter.js';

const line = new Line();
afterEach(() => line.hangUp());

async function desk(operations: SoapDoorOptions['operations']): Promise<SoapSigningDesk> {
  const peer = await line.peer(listenBehindDoor(operations));
  return new SoapSigningDesk(line.client(peer.url, { timeoutMs: 10_000 }));
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const duplicate = (): Promise<never> => Promise.reject(new SoapRefusal('EO-DUPLICATE', 'Đã có'));

describe('the signing desk', () => {
  const file = { fileId: 'f-1', fileName: 'Công văn.PDF', content: Buffer.from('%PDF-1.7 …') };
  const submission = {
    clientRequestId: 'SGDDT-1-2-r1',
    documentTypeCode: 'CV',
    subject: 'V/v trả lời phản ánh',
    notation: 'SGDĐT-VP',
    priority: 0,
    preparedBy: 'nv-1',
    signers: [{ order: 1, userCode: 'ld-1', displayName: 'Người ký', action: 'sign' as const }],
    recipients: ['H24.1022'],
    file,
  };
  const state = (clientRequestId: string): SignatureState => ({
    signatureRequestId: `s-${clientRequestId}`,
    clientRequestId,
    revision: 4,
    status: 'signed',
    changedAt: new Date('2026-11-24T01:00:00Z'),
    step: [],
    signedFile: [
      { fileId: 'a', fileName: 'a.pdf', contentType: 'application/pdf', size: 1, sha256: '0'.repeat(64), role: 'main' },
      {
        fileId: 'b',
        fileName: 'b.pdf',
        contentType: 'application/pdf',
        size: 1,
        sha256: '1'.repeat(64),
        role: 'signed',
      },
    ],
  });

  it('takes a letter with its file', async () => {
    const heard: Operations['SubmitForSignature']['request'][] = [];
    const signing = await desk({
      SubmitForSignature: (request) => {
        heard.push(request);
        return Promise.resolve({ signatureRequestId: 's-1', status: 'received', duplicate: false });
      },
    });
    expect(await signing.submit(submission)).toEqual({ signatureRequestId: 's-1', duplicate: false });
    expect(heard[0]).toMatchObject({
      recipient: ['H24.1022'],
      signer: [{ userCode: 'ld-1', action: 'sign', fileId: [] }],
      file: [
        {
          ...file,
          content: new MemoryBytes(file.content),
          contentType: 'application/pdf',
          size: file.content.length,
          sha256: sha256(file.content),
          role: 'main',
        },
      ],
    });
  });

  it('finds the earlier request when it is told of a duplicate', async () => {
    const signing = await desk({
      SubmitForSignature: duplicate,
      GetSignatureStates: ({ clientRequestId = [] }) =>
        Promise.resolve({ state: clientRequestId.map(state), more: false }),
    });
    expect(await signing.submit(submission)).toEqual({ signatureRequestId: 's-SGDDT-1-2-r1', duplicate: true });
  });

  it('looks at a hundred requests at a time and at nobody else’s', async () => {
    const asked: number[] = [];
    const signing = await desk({
      GetSignatureStates: ({ clientRequestId = [] }) => {
        asked.push(clientRequestId.length);
        return Promise.resolve({
          state: [...clientRequestId, 'SGDDT-khac'.replace('khac', 'other')].map(state),
          more: false,
        });
      },
    });
    const ids = Array.from({ length: 150 }, (_, n) => `SGDDT-1-${n}-r1`);
    const states = await signing.states(ids);
    expect(asked).toEqual([100, 50]);
    expect(states.map(({ clientRequestId }) => clientRequestId)).toEqual(ids);
    expect(states[0]?.signedFile).toEqual({ fileId: 'b', sha256: '1'.repeat(64) });
    expect(await signing.states([])).toEqual([]);
  });

  it('gives a signed file only with its own bytes', async () => {
    const content = Buffer.from('%PDF');
    const good = {
      fileId: 'f',
      fileName: 'a.pdf',
      contentType: 'application/pdf',
      size: 4,
      sha256: sha256(content),
      role: 'signed' as const,
      content: new MemoryBytes(content),
    };
    const short = { ...good, size: 5 };
    const answers = [good, { ...good, sha256: '0'.repeat(64) }, { ...good, fileId: 'g' }];
    const signing = await desk({ GetSignedFile: () => Promise.resolve({ file: answers.shift() ?? short }) });
    expect(await signing.signedFile('s', 'f')).toEqual(content);
    for (let n = 0; n < 3; n += 1) {
      await expect(signing.signedFile('s', 'f')).rejects.toBeInstanceOf(OutsideUnavailable);
    }
  });

  describe('fetches a long signed file in parts', () => {
    const [content, changed] = [Buffer.from('%PDF-1.7 dài'), Buffer.from('%PDF-1.7 khác hẳn')];
    const { limits, operations } = standardProfile();
    type Asked = Operations['GetSignedFile']['request'];
    type Answer = Operations['GetSignedFile']['response'];

    /** The part asked for, as an e-office that knows ranges gives it; of another, the whole. */
    const given = (whole: Buffer, { offset, length }: Asked): Answer => {
      const ref = { fileId: 'f', fileName: 'a.pdf', contentType: 'application/pdf', role: 'signed' as const };
      const part = new MemoryBytes(whole).slice(offset ?? 0, length);
      const file = { ...ref, size: whole.length, sha256: sha256(whole), content: part };
      return offset === undefined ? { file } : { file, offset };
    };
    const fetching = async (
      answer: (asked: Asked, call: number) => Answer,
    ): Promise<{ readonly asked: (number | undefined)[]; readonly fetch: () => Promise<Buffer> }> => {
      const asked: (number | undefined)[] = [];
      const GetSignedFile = async (request: Asked): Promise<Answer> => {
        asked.push(request.offset);
        return Promise.resolve(answer(request, asked.length));
      };
      const peer = await line.peer(listenBehindDoor({ GetSignedFile }));
      const client = line.client(peer.url, { timeoutMs: 10_000 });
      const signing = new SoapSigningDesk(client, { operations, limits: { ...limits, partBytes: 5 } });
      return { asked, fetch: () => signing.signedFile('s', 'f') };
    };
    const busy = (): never => {
      throw new SoapRefusal('EO-BUSY', 'Bận');
    };

    it('and goes on behind the last whole one after a cut', async () => {
      const { asked, fetch } = await fetching((one, call) => ([2, 3].includes(call) ? busy() : given(content, one)));
      expect(await fetch()).toEqual(content);
      expect(asked).toEqual([0, 5, 5, 5, 10]);
    });

    it('and gives up when the line is cut again and again, or at once', async () => {
      const { asked, fetch } = await fetching((one) => (one.offset === 0 ? given(content, one) : busy()));
      await expect(fetch()).rejects.toBeInstanceOf(OutsideUnavailable);
      expect(asked).toEqual([0, 5, 5, 5]);
      const dead = await fetching(busy);
      await expect(dead.fetch()).rejects.toBeInstanceOf(OutsideUnavailable);
      expect(dead.asked).toEqual([0]);
    });

    it('and begins again once when it is another file meanwhile', async () => {
      const { asked, fetch } = await fetching((one, call) => given(call === 1 ? content : changed, one));
      expect(await fetch()).toEqual(changed);
      expect(asked).toEqual([0, 5, 0, 5, 10, 15]);
      const restless = await fetching((one, call) => given(Buffer.from(`%PDF-1.7 lần ${call}`), one));
      await expect(restless.fetch()).rejects.toBeInstanceOf(OutsideUnavailable);
      expect(restless.asked).toEqual([0, 5, 0, 5]);
    });

    it.each<[string, (asked: Asked) => Answer]>([
      ['lies behind the one asked for', (one) => ({ ...given(content, one), offset: (one.offset ?? 0) + 1 })],
      ['is empty', (one) => given(content, { ...one, length: 0 })],
      ['is longer than the whole', (one) => given(Buffer.concat([content, content]), { ...one, length: 100 })],
    ])('and takes no part that %s', async (what, answer) => {
      const short = what.startsWith('is longer') ? { size: 3 } : {};
      const { fetch } = await fetching((one) => {
        const { file, ...rest } = answer(one);
        return { ...rest, file: { ...file, ...short } };
      });
      await expect(fetch()).rejects.toBeInstanceOf(OutsideUnavailable);
    });

    it('but takes none that is longer than was agreed', async () => {
      const { fetch } = await fetching((one) => {
        const { file, ...rest } = given(content, one);
        return { ...rest, file: { ...file, size: limits.messageBytes + 1 } };
      });
      await expect(fetch()).rejects.toMatchObject({ code: 'EO-SIZE' });
    });

    it('or whole, of an e-office that knows no ranges: one that ignores them, one that refuses them', async () => {
      const deaf = await fetching((one) => given(content, { ...one, offset: undefined, length: undefined }));
      expect([await deaf.fetch(), deaf.asked]).toEqual([content, [0]]);
      const strict = await fetching((one) => {
        if (one.offset !== undefined) throw new SoapRefusal('EO-VALIDATION', 'Sai lược đồ', { fields: ['offset'] });
        return given(content, one);
      });
      expect([await strict.fetch(), await strict.fetch()]).toEqual([content, content]);
      expect(strict.asked).toEqual([0, undefined, undefined]);
    });
  });

  it('hands number and date over for the seal, and hears the same when it asks twice', async () => {
    const heard: Operations['ApplySeal']['request'][] = [];
    const order = {
      clientRequestId: 'SGDDT-1-2-seal',
      signatureRequestId: 's-SGDDT-1-2-r1',
      fileId: 'f',
      sha256: '0'.repeat(64),
    };
    const entry = { number: '513', notation: 'SGDĐT-GDTrH', issuedDate: civilDate('2026-11-24') };
    const first = await desk({
      ApplySeal: (request) => {
        heard.push(request);
        return Promise.resolve({ status: 'sealed', duplicate: false });
      },
    });
    expect(await first.applySeal({ ...order, entry })).toEqual({ status: 'sealed', duplicate: false });
    expect(heard).toEqual([
      { ...order, documentNumber: '513', documentNotation: 'SGDĐT-GDTrH', issuedDate: '2026-11-24' },
    ]);
    const second = await desk({
      ApplySeal: duplicate,
      GetSignatureStates: () => Promise.resolve({ state: [state('SGDDT-1-2-r1')], more: false }),
    });
    expect(await second.applySeal({ ...order, entry })).toEqual({ status: 'signed', duplicate: true });
  });

  it('cancels, once or twice', async () => {
    const signing = await desk({ CancelSignature: duplicate });
    await expect(signing.cancel('SGDDT-1-2-r1', 'Soạn lại')).resolves.toBeUndefined();
  });
});
