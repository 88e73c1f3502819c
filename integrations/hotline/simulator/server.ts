import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hotlinePage } from './page.js';
import { isMisbehaviour, SimulatedHotline, type SimulatedHotlineOptions } from './simulated-hotline.js';

const MAX_BODY_BYTES = 1_000_000;

/** A simulated hotline that listens. */
export interface RunningHotline {
  readonly url: string;
  readonly hotline: SimulatedHotline;
  stop(): Promise<void>;
}

/** Starts on this machine alone. @param port 0 = any free one */
export async function startHotline(options: SimulatedHotlineOptions, port: number): Promise<RunningHotline> {
  const hotline = new SimulatedHotline(options);
  const server = createServer((request, response) => {
    answer(hotline, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : 'Lỗi.');
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(taken)}`, hotline, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(hotline: SimulatedHotline, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`;
  if (route === 'POST /nhan') {
    const body = await bodyOf(request);
    response.writeHead(await hotline.hear(headOf(request), body)).end();
  } else if (route === 'POST /gui') {
    await send(hotline, new URLSearchParams(await bodyOf(request)));
    response.writeHead(303, { location: '/' }).end();
  } else if (route === 'GET /') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hotlinePage(hotline));
  } else response.writeHead(404).end();
}

/** One form sends by both roads: what names a ticket that there is goes by webhook, what is new by Open311. */
async function send(hotline: SimulatedHotline, form: URLSearchParams): Promise<void> {
  const field = (name: string): string => form.get(name) ?? '';
  const misbehaviour = form.get('misbehaviour') ?? undefined;
  const wrong = isMisbehaviour(misbehaviour) ? misbehaviour : undefined;
  if (field('about') !== '') {
    const data = { service_request_id: field('about'), description: field('description') };
    await hotline.tell('request.updated', data, wrong);
    return;
  }
  const draft = { code: field('code'), service: field('service'), description: field('description') };
  await hotline.report({ ...draft, name: field('name'), phone: field('phone') }, wrong);
}

function headOf({ headers }: IncomingMessage) {
  const text = (name: string): string => String(headers[name] ?? '');
  return { id: text('webhook-id'), timestamp: text('webhook-timestamp'), signature: text('webhook-signature') };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new Error('Nội dung gửi quá dài.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
