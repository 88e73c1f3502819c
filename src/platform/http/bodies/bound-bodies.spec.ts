import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Body, Controller, HttpStatus, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Log } from '../../telemetry/log.js';
import { boundBodies, PATIENCE, type Patience } from './bound-bodies.js';
import { plainPage } from '../plain-page.js';
import { RefusalFilter, RefusalPages, type RefusalAnswer } from '../refusal-filter.js';
import { httpAdapter, MAX_BODY_BYTES } from '../http-adapter.js';

@Controller()
class EchoController {
  @Post()
  echo(@Body() body: { readonly a?: string }): string {
    return String(body.a);
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

class PlainPages extends RefusalPages {
  page(): Promise<RefusalAnswer> {
    return Promise.resolve({ html: this.bare() });
  }

  bare(): string {
    return plainPage('Chưa thực hiện được', '');
  }
}

const lines: string[] = [];
let refused: () => void = () => undefined;

/** Says when it is done. */
class Awaited extends RefusalFilter {
  override async catch(...given: Parameters<RefusalFilter['catch']>): Promise<void> {
    await super.catch(...given);
    refused();
  }
}

let app: NestFastifyApplication;
let impatient: NestFastifyApplication;
const sockets: Socket[] = [];

async function started(patience: Patience): Promise<NestFastifyApplication> {
  const module = await Test.createTestingModule({ imports: [EchoModule] }).compile();
  const made = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  const nobody: unknown = {};
  made
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      Object.assign(request, { session: nobody });
      done();
    });
  boundBodies(made, patience);
  made.useGlobalFilters(new Awaited(new PlainPages(), new Log('debug', { write: (line) => void lines.push(line) })));
  await made.listen(0, '127.0.0.1');
  return made;
}

beforeAll(async () => {
  app = await started(PATIENCE);
  impatient = await started({ firstMs: 1000, bytesASecond: 1_000_000 });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all([app.close(), impatient.close()]);
});

/** A form of which only the beginning is sent. */
async function begun(length: number, beginning = '', at = app): Promise<Socket> {
  const { port } = new URL(await at.getUrl());
  const socket = connect(Number(port), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.write(
    `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${String(length)}\r\n\r\n${beginning}`,
  );
  await once(socket, 'connect');
  return socket;
}

describe('a body that has not come whole', () => {
  it('is ended, with its connection, when it trickles', async () => {
    const socket = await begun(1000, '{"a":', impatient);
    expect(await text(socket)).toBe('');
  });

  it('is no failure of ours, nor of the database, where the sender breaks off', async () => {
    const arrived = once(app.getHttpServer(), 'request');
    const told = new Promise<void>((resolve) => (refused = resolve));
    const socket = await begun(1000, '{"a":');
    await arrived;
    socket.resetAndDestroy();
    await told;
    expect(lines).toEqual([]);
  });

  it('is waited for while it comes', async () => {
    const body = '{"a":"b"}';
    const socket = await begun(body.length, body.slice(0, 3));
    socket.write(body.slice(3));
    expect(await text(socket)).toMatch(/\r\n\r\nb$/u);
  });

  it('takes no more memory than there is for one address', async () => {
    const large = await Promise.all(Array.from({ length: 12 }, () => begun(MAX_BODY_BYTES, '{', impatient)));
    const answers = await Promise.all(large.map((socket) => text(socket)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 429'))).toHaveLength(4);
    const body = '{"a":"b"}';
    expect(await text(await begun(body.length, body, impatient))).toMatch(/\r\n\r\nb$/u);
  });

  it('is watched and counted until it has come, however long the connection stays', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    for (let nth = 1; nth <= 9; nth += 1) {
      const answer = await app.inject({ method: 'POST', url: '/', payload: Readable.from(['{"a":"b"}']), headers });
      expect(answer.statusCode).toBe(HttpStatus.CREATED);
    }
  });
});
