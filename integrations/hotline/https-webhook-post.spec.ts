import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpsWebhookPost } from './https-webhook-post.js';

describe('where webhooks go', () => {
  let server: Server;
  let host: string;
  let asked: string[];

  beforeAll(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(request.url === '/cho' ? 429 : 302, { location: '/noi-khac', 'retry-after': '7' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const post = (privateAddresses: readonly string[]) =>
    new HttpsWebhookPost({ hosts: [host, '1022.example', 'localhost:1', '10.0.0.7'], privateAddresses });
  const sent = (url: string, privateAddresses: readonly string[]) =>
    post(privateAddresses).send({ url, headers: {}, body: '{}' });

  it.each([
    ['https://1022.example/nhan', null],
    ['https://1022.example:8443/nhan', 'chưa có trong WEBHOOK_HOSTS'],
    ['https://khac.example/nhan', 'chưa có trong WEBHOOK_HOSTS'],
    ['http://1022.example/nhan', 'bắt đầu bằng https://'],
    ['https://ai:mk@1022.example/nhan', 'bắt đầu bằng https://'],
    ['https://10.0.0.7/nhan', 'chưa có trong WEBHOOK_PRIVATE'],
    ['https://169.254.169.254/latest', 'chưa có trong WEBHOOK_HOSTS'],
    ['file:///etc/passwd', 'bắt đầu bằng https://'],
    ['không phải địa chỉ', 'bắt đầu bằng https://'],
  ])('%s: %s', (url, flaw) => {
    const said = post([]).flawOf(url);
    if (flaw === null) expect(said).toBeNull();
    else expect(said).toContain(flaw);
  });

  it('is this machine itself, without encryption, only where its address is listed', async () => {
    await expect(sent(`http://${host}/nhan`, [])).rejects.toMatchObject({ code: 'WEBHOOK-ADDRESS' });
    await expect(sent(`http://${host}/nhan`, ['127.0.0.1'])).resolves.toMatchObject({ status: 302 });
  });

  it('is never where an answer points on, and what the other side asks for is told', async () => {
    await expect(sent(`http://${host}/cho`, ['127.0.0.1'])).resolves.toEqual({ status: 429, retryAfterSeconds: 7 });
    expect(asked).not.toContain('/noi-khac');
  });

  it('is no name that stands for an address inside', async () => {
    await expect(sent('https://localhost:1/nhan', [])).rejects.toMatchObject({ code: 'WEBHOOK-PRIVATE' });
  });
});
