import { gzipSync } from 'node:zlib';
import { Body, Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { boundFields, MAX_FIELDS } from './bound-fields.js';
import { httpAdapter } from '../http-adapter.js';
import { requirePlainBodies } from './plain-bodies.js';

@Controller()
class CountingController {
  @Post()
  count(@Body() body: object): string {
    return String(Object.keys(body).length);
  }
}

@Module({ controllers: [CountingController] })
class CountingModule {}

const FORM = 'application/x-www-form-urlencoded';

let app: NestFastifyApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [CountingModule] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  requirePlainBodies(app);
  boundFields(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

describe('a form without files', () => {
  const sent = (type: string, payload: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({ method: 'POST', url: '/', headers: { 'content-type': type, ...headers }, payload });

  const formOf = (fields: number): string => Array.from({ length: fields }, (_, at) => `a${String(at)}=1`).join('&');

  it('is read with as many fields as our longest form has', async () => {
    const { statusCode, body } = await sent(FORM, formOf(MAX_FIELDS));
    expect([statusCode, body]).toEqual([201, String(MAX_FIELDS)]);
  });

  it.each([FORM, 'Application/X-WWW-Form-URLEncoded; charset=utf-8'])(
    'is refused with more, declared as %s',
    async (type) => {
      expect((await sent(type, formOf(MAX_FIELDS + 1))).statusCode).toBe(413);
    },
  );

  it.each(['gzip', 'GZIP', 'deflate', 'br', 'identity, gzip'])(
    'is refused compressed, for nobody has counted what comes out of %s',
    async (coding) => {
      const payload = gzipSync(formOf(MAX_FIELDS + 1));
      expect((await sent(FORM, payload, { 'content-encoding': coding })).statusCode).toBe(415);
    },
  );

  it('is read where it says that it is not compressed', async () => {
    expect((await sent(FORM, 'a=1&b=2', { 'content-encoding': 'Identity' })).body).toBe('2');
  });
});

describe('a body of JSON', () => {
  const sent = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/', headers: { 'content-type': type }, payload });

  it('is read though its texts are full of what parts values', async () => {
    const { statusCode, body } = await sent(JSON.stringify({ a: `${',{['.repeat(MAX_FIELDS)}\\"`, b: '\\' }));
    expect([statusCode, body]).toEqual([201, '2']);
  });

  it.each([
    ['names', JSON.stringify(Object.fromEntries(Array.from({ length: MAX_FIELDS + 1 }, (_, at) => [at, ''])))],
    ['values of a list', JSON.stringify({ a: Array.from({ length: MAX_FIELDS + 1 }, () => 1) })],
    ['levels', `${'{"a":'.repeat(MAX_FIELDS + 1)}1${'}'.repeat(MAX_FIELDS + 1)}`],
    ['names behind a text that ends with a backslash', `{"\\\\":""${',"b":1'.repeat(MAX_FIELDS + 1)}}`],
  ])('is refused with more %s than our longest form has fields', async (_what, payload) => {
    expect((await sent(payload)).statusCode).toBe(413);
    expect((await sent(payload, 'Application/JSON;charset=utf-8')).statusCode).toBe(413);
  });
});
