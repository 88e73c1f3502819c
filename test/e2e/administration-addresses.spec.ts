import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

/** `inject` comes from 127.0.0.1. */
const HERE = '127.0.0.1';

describe('the addresses from which administrators may come', () => {
  const browsers = async (
    environment: Readonly<Record<string, string>>,
    look: (app: TestApp, browser: TestBrowser) => Promise<void>,
  ): Promise<void> => {
    const app = await TestApp.open(environment);
    await look(app, await app.browserOf('quantri'));
    await app.close();
  };

  it('keep administrators out of every page that asks who one is, with a sentence that says from where', async () => {
    await browsers({ ADMINISTRATION_ADDRESSES: '10.20.8.0/24,fd00:8::/64' }, async (app, administrator) => {
      for (const path of ['/', '/an-toan', '/to-chuc/nguoi', '/nhat-ky', '/tai-khoan', '/thong-tin-co-quan']) {
        const { statusCode, body } = await administrator.get(path);
        expect([path, statusCode, body.includes(`máy này đang ở địa chỉ ${HERE}`)]).toEqual([path, 403, true]);
      }
      expect((await administrator.get('/tinh-trang')).statusCode).toBe(200);
      const clerk = await app.browserOf('vanthu');
      expect((await clerk.get('/to-chuc/nguoi')).statusCode).toBe(200);
      expect((await administrator.post('/dang-xuat')).headers.location).toBe('/dang-nhap');
    });
  });

  it('let administrators in who come from there', async () => {
    await browsers({ ADMINISTRATION_ADDRESSES: `10.20.8.0/24,${HERE}` }, async (_app, administrator) => {
      const { statusCode, body } = await administrator.get('/an-toan');
      expect([statusCode, body.includes(`chỉ dùng được từ 10.20.8.0/24, ${HERE}.`)]).toEqual([200, true]);
    });
  });

  it('are those behind a trusted proxy, and never what a stranger says of itself', async () => {
    const seenFrom = async (from: string, proxies: string): Promise<number> => {
      let status = 0;
      await browsers({ ADMINISTRATION_ADDRESSES: '10.20.8.0/24', HOI_AM_PROXIES: proxies }, async (app, browser) => {
        const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const headers = { cookie, host: 'hoi-am.local', accept: 'text/html', 'x-forwarded-for': from };
        status = (await app.inject({ method: 'GET', url: '/an-toan', headers })).statusCode;
      });
      return status;
    };
    expect(await seenFrom('10.20.8.17', HERE)).toBe(200);
    expect(await seenFrom('10.20.9.17', HERE)).toBe(403);
    expect(await seenFrom('10.20.8.17', '')).toBe(403);
  });
});
