import { TestApp } from '../support/test-app.js';

describe('where to report a security hole', () => {
  it('is said to anybody, as RFC 9116 writes it', async () => {
    const app = await TestApp.open({
      SECURITY_CONTACT: 'mailto:antoan@haiphong.gov.vn, tel:+84-225-3846-320',
      HOI_AM_PUBLIC_URL: 'https://hoi-am.haiphong.gov.vn',
    });
    const { statusCode, headers, body } = await app.inject({ url: '/.well-known/security.txt' });
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body.split('\n')).toEqual([
      'Contact: mailto:antoan@haiphong.gov.vn',
      'Contact: tel:+84-225-3846-320',
      'Expires: 2026-09-14T02:00:00.000Z',
      'Preferred-Languages: vi, en',
      'Canonical: https://hoi-am.haiphong.gov.vn/.well-known/security.txt',
      '',
    ]);
    await app.close();
  });

  it('is not there where nobody is named', async () => {
    const app = await TestApp.open();
    expect((await app.inject({ url: '/.well-known/security.txt' })).statusCode).toBe(404);
    await app.close();
  });
});
