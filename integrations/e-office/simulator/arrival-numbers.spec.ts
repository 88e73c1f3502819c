import type { Operations } from '../soap/contract.js';
import { post, simulatorOfEach } from './simulator.fixture.js';

type Entered = Operations['RegisterIncoming']['response'];

describe('the book of incoming documents of the simulated e-office', () => {
  const simulator = simulatorOfEach();

  const arrived = async (): Promise<string> => {
    const { body } = await post(`${simulator.url}/api/feedback`, { sample: 0 });
    return String(body['messageId']);
  };
  const ask = (messageId?: string, clientRequestId = `SGDDT-IN-${messageId ?? 'giay'}`): Promise<Entered> =>
    simulator.client.call('RegisterIncoming', {
      ...{ clientRequestId, bookCode: 'incoming', fromName: 'Tổng đài 1022', subject: 'Thu tiền học thêm', file: [] },
      ...{ receivedAt: new Date('2026-03-18T02:00:00Z'), messageId },
    });
  const submitForm = async (path: string, form: Record<string, string> = {}): Promise<string | null> => {
    const page = await (await fetch(`${simulator.url}/van-thu`)).text();
    const token = /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ token, ...form });
    const answer = await fetch(`${simulator.url}${path}`, { method: 'POST', body, redirect: 'manual' });
    return answer.headers.get('location');
  };

  it('gives each document one number, however often it is asked', async () => {
    const first = await ask(await arrived());
    expect(first).toMatchObject({ incomingNumber: '1', duplicate: false });
    expect(await ask(await arrived())).toMatchObject({ incomingNumber: '2' });
    expect(await ask()).toMatchObject({ incomingNumber: '3' });
    expect(await ask()).toMatchObject({ incomingNumber: '3', duplicate: true });
  });

  it('tells the number that its clerk gave a message before, and what was set right since', async () => {
    const messageId = await arrived();
    expect(await submitForm('/van-thu/so-den', { next: '412' })).toBe('/van-thu?xong=da-doi-so-den');
    expect(await submitForm(`/van-thu/tin/${messageId}/so-den`)).toBe('/van-thu?xong=da-vao-so-den');
    const entered = await ask(messageId);
    expect(entered).toMatchObject({ incomingNumber: '412', duplicate: true });
    const right = { incomingNumber: '413' };
    expect(await submitForm(`/van-thu/${entered.incomingId}/so-den`, right)).toBe('/van-thu?xong=da-sua-so-den');
    expect(await ask(messageId)).toMatchObject(right);
  });

  it('passes numbers over that the department has mirrored', async () => {
    const mirrored = { arrivalNumber: '1', bookCode: 'incoming', fromName: 'Sở Nội vụ', subject: 'Báo cáo', file: [] };
    await simulator.client.call('RegisterIncoming', {
      ...{ ...mirrored, clientRequestId: 'SGDDT-IN-soi-1', receivedAt: new Date() },
    });
    expect(await ask()).toMatchObject({ incomingNumber: '2' });
  });
});
