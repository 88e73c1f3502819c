import { Body, Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { boundFields, MOST_FIELDS } from './bound-fields.js';
import { httpAdapter } from './http-adapter.js';

@Controller()
class CountingController {
  @Post()
  count(@Body() body: object): string {
    return String(Object.keys(body).length);
  }
}

@Module({ controllers: [CountingController] })
class CountingModule {}

describe('a form without files', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [CountingModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    boundFields(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  const posted = (type: string, fields: number) =>
    app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': type },
      payload: Array.from({ length: fields }, (_, at) => `a${String(at)}=1`).join('&'),
    });

  it('is read with as many fields as our longest form has', async () => {
    const { statusCode, body } = await posted('application/x-www-form-urlencoded', MOST_FIELDS);
    expect([statusCode, body]).toEqual([201, String(MOST_FIELDS)]);
  });

  it.each(['application/x-www-form-urlencoded', 'Application/X-WWW-Form-URLEncoded; charset=utf-8'])(
    'is refused with more, declared as %s',
    async (type) => {
      expect((await posted(type, MOST_FIELDS + 1)).statusCode).toBe(413);
    },
  );
});
