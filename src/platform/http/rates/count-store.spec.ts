import rateLimit from '@fastify/rate-limit';
import fastify from 'fastify';
import { countStore } from './count-store.js';

describe('limits of calls', () => {
  it('of two routes are two, though they allow the same', async () => {
    const calls = new Map<string, number>();
    const count = (subject: string): { readonly current: number; readonly ttl: number } => {
      const current = (calls.get(subject) ?? 0) + 1;
      calls.set(subject, current);
      return { current, ttl: 1000 };
    };
    const server = fastify();
    await server.register(rateLimit, { max: 3, timeWindow: 60_000, store: countStore({ count }) });
    const config = { rateLimit: { max: 1 } };
    server.get('/tra-loi/:token', { config }, () => '');
    server.post('/dang-nhap', { config }, () => '');
    server.get('/khac', () => '');
    server.get('/khac-nua', () => '');
    const statusOf = async (method: 'GET' | 'POST', url: string): Promise<number> =>
      (await server.inject({ method, url, payload: method === 'POST' ? {} : undefined })).statusCode;

    expect([await statusOf('GET', '/tra-loi/a'), await statusOf('GET', '/tra-loi/b')]).toEqual([200, 429]);
    expect([await statusOf('POST', '/dang-nhap'), await statusOf('POST', '/dang-nhap')]).toEqual([200, 429]);
    const others = ['/khac', '/khac-nua', '/khac', '/khac-nua'].map((url) => statusOf('GET', url));
    expect(await Promise.all(others)).toEqual([200, 200, 200, 429]);
    await server.close();
  });
});
