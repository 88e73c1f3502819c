import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Controller, Module, Post, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyRequest } from 'fastify';
import { boundFields, MAX_FIELDS } from './bound-fields.js';
import { httpAdapter, MAX_BODY_BYTES } from '../http-adapter.js';
import { keepBytes } from './kept-bytes.js';

@Controller()
class LengthController {
  @Post(['form', 'webhooks/form'])
  length(@Req() { bytes }: FastifyRequest): string {
    return `kept ${String(bytes?.length)}`;
  }
}

@Module({ controllers: [LengthController] })
class LengthModule {}

const MANY = 'a&'.repeat(MAX_FIELDS + 1);
const TOO_MUCH = 'a'.repeat(MAX_BODY_BYTES + 1);
const chunk = (content: string): string => `${content.length.toString(16)}\r\n${content}\r\n`;

describe('a body that is looked at while it comes', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [LengthModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    boundFields(app);
    keepBytes(app);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  /** What a stranger is answered, whose line ends with the answer. */
  const answered = async (path: string, head: string, body: string): Promise<string> => {
    const line = connect(Number(new URL(await app.getUrl()).port), '127.0.0.1').on('error', () => undefined);
    line.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: `);
    line.write(`application/x-www-form-urlencoded\r\n${head}\r\n\r\n${body}`);
    const [first = ''] = (await text(line)).split('\r\n', 1);
    return first;
  };

  describe.each(['/form', '/webhooks/form'])('at %s', (path) => {
    it.each([
      ['has too many fields', `Content-Length: ${String(MANY.length)}`, MANY],
      ['says that it is too large, and has too many fields', `Content-Length: ${String(2 * MAX_BODY_BYTES)}`, MANY],
      [
        'has too many fields behind what is too large already',
        'Transfer-Encoding: chunked',
        `${chunk(TOO_MUCH)}${chunk(MANY)}${chunk('')}`,
      ],
    ])('is refused where it %s, and the process goes on', async (_what, head, body) => {
      expect(await answered(path, head, body)).toBe('HTTP/1.1 413 Payload Too Large');
      expect(await answered(path, 'Content-Length: 7', 'a=1&b=2')).toBe('HTTP/1.1 201 Created');
    });
  });

  it('is kept as it came, at doors that keep bodies alone', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const told = async (url: string): Promise<string> =>
      (await app.inject({ method: 'POST', url, headers, payload: 'a=1&b=2' })).body;
    expect([await told('/form'), await told('/webhooks/form')]).toEqual(['kept undefined', 'kept 7']);
  });
});
