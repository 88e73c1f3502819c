import type { Operations } from '../soap/contract.js';
import { aSubmission, post, simulatorOfEach } from './simulator.fixture.js';

type Taken = Operations['TakeNumber']['response'];

describe('the book of outgoing documents of the simulated e-office', () => {
  const simulator = simulatorOfEach();

  const signed = async (clientRequestId: string): Promise<string> => {
    const submission = await aSubmission({ clientRequestId });
    const { signatureRequestId } = await simulator.client.call('SubmitForSignature', submission);
    await post(`${simulator.url}/api/signature-requests/${clientRequestId}/sign`, {});
    return signatureRequestId;
  };
  const take = (clientRequestId: string, signatureRequestId: string): Promise<Taken> =>
    simulator.client.call('TakeNumber', { clientRequestId, signatureRequestId });
  const read = async (path: string): Promise<string> => (await fetch(`${simulator.url}${path}`)).text();
  const submitForm = async (path: string, form: Record<string, string>): Promise<string | null> => {
    const token = /name="token" value="([^"]+)"/u.exec(await read('/van-thu'))?.[1] ?? '';
    const body = new URLSearchParams({ token, ...form });
    const answer = await fetch(`${simulator.url}${path}`, { method: 'POST', body, redirect: 'manual' });
    return answer.headers.get('location');
  };

  it('gives each signed letter one number, tells it with its state, and seals it under no other', async () => {
    const id = await signed('SGDDT-0001-0001-r1');
    const first = await take('SGDDT-0001-0001-r1', id);
    expect(first).toMatchObject({ documentNumber: '01', duplicate: false });
    expect(await take('SGDDT-0001-0001-r1', id)).toEqual({ ...first, duplicate: true });
    expect(await take('SGDDT-0002-0002-r1', await signed('SGDDT-0002-0002-r1'))).toMatchObject({
      documentNumber: '02',
    });
    const { state } = await simulator.client.call('GetSignatureStates', { signatureRequestId: [id] });
    expect(state).toMatchObject([{ status: 'signed', documentNumber: '01', issuedDate: first.issuedDate }]);
    const [file] = state[0]?.signedFile ?? [];
    const order = {
      clientRequestId: 'SGDDT-0001-0001-dau',
      signatureRequestId: id,
      issuedDate: first.issuedDate,
      fileId: file?.fileId ?? '',
      sha256: file?.sha256 ?? '',
    };
    const other = simulator.client.call('ApplySeal', { ...order, documentNumber: '513' });
    await expect(other).rejects.toMatchObject({ code: 'EO-CONFLICT' });
    expect(await simulator.client.call('ApplySeal', { ...order, documentNumber: '01' })).toMatchObject({
      duplicate: false,
    });
  });

  it('seals under its number however a clerk has written it', async () => {
    const clientRequestId = 'SGDDT-0001-0001-r1';
    const id = await signed(clientRequestId);
    const { issuedDate } = await take(clientRequestId, id);
    expect(await submitForm(`/van-thu/${id}/so`, { documentNumber: '5', issuedDate })).toBe('/van-thu?xong=da-sua-so');
    const { state } = await simulator.client.call('GetSignatureStates', { signatureRequestId: [id] });
    const { fileId = '', sha256 = '' } = state[0]?.signedFile[0] ?? {};
    const order = { clientRequestId: 'SGDDT-0001-0001-dau', signatureRequestId: id, issuedDate, fileId, sha256 };
    expect(await simulator.client.call('ApplySeal', { ...order, documentNumber: '05' })).toMatchObject({
      duplicate: false,
    });
  });

  it('numbers nothing that is not signed, nor under another id', async () => {
    const submission = await aSubmission();
    const { signatureRequestId } = await simulator.client.call('SubmitForSignature', submission);
    await expect(take(submission.clientRequestId, signatureRequestId)).rejects.toMatchObject({ code: 'EO-STATE' });
    await expect(take('SGDDT-9999-9999-r1', signatureRequestId)).rejects.toMatchObject({ code: 'EO-NOT-FOUND' });
  });

  it('goes on at another number, and is set right by its clerk, on the page', async () => {
    expect(await submitForm('/van-thu/so', { next: '412' })).toBe('/van-thu?xong=da-doi-so');
    const id = await signed('SGDDT-0001-0001-r1');
    expect(await take('SGDDT-0001-0001-r1', id)).toMatchObject({ documentNumber: '412' });
    const right = { documentNumber: '413', issuedDate: '2026-01-05' };
    expect(await submitForm(`/van-thu/${id}/so`, right)).toBe('/van-thu?xong=da-sua-so');
    expect(await read('/van-thu')).toContain('413/');
    expect(await take('SGDDT-0001-0001-r1', id)).toEqual({ ...right, duplicate: true });
    expect(await submitForm('/van-thu/so', { token: '', next: '1' })).toBeNull();
  });
});
