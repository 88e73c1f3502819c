import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { FaultApp } from '../support/fault-app.js';

const LETTERS = 1;
const MESSAGES = 3;
const SETTLE_MS = 120_000;
const LIMIT_MS = 300_000;

/** F26: what the e-office tells the app by itself is a hint only. */
describe('calls of the e-office to the app', () => {
  let faultApp: FaultApp;
  let appUrl: string;
  let answered = 0;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    await faultApp.people();
    appUrl = (await faultApp.start({ port: await faultApp.otherPort() })).url;
  }, LIMIT_MS);

  afterAll(() => faultApp.close());

  async function work(): Promise<void> {
    answered += LETTERS;
    await faultApp.hotline.sendMany(MESSAGES);
    await faultApp.department.answer(answered, SETTLE_MS);
    await faultApp.untilQuiet(SETTLE_MS);
    expect(await faultApp.broken()).toEqual([]);
  }

  it('F26: none arrives, and the app finds everything by looking', work, LIMIT_MS);

  it(
    'F26: each arrives twice, and is heard once',
    async () => {
      const heard: number[][] = [];
      const door = createServer((asked, answer) => {
        void twice(asked, answer, appUrl).then((statuses) => heard.push(statuses));
      });
      await listenAt(door, Number(faultApp.environment['HOI_AM_PORT']));
      await work();
      door.closeAllConnections();
      await new Promise((done) => door.close(done));

      const taken = heard.filter(([first]) => first === 200);
      expect(taken.length).toBeGreaterThan(0);
      expect(taken.filter(([, second]) => second === 200)).toEqual([]);
    },
    LIMIT_MS,
  );
});

async function listenAt(door: Server, port: number): Promise<void> {
  door.listen(port, '127.0.0.1');
  await once(door, 'listening');
}

/** Hands a call on, and the very same bytes once more. @returns both statuses; the caller gets the first answer */
async function twice(asked: IncomingMessage, answer: ServerResponse, appUrl: string): Promise<number[]> {
  const body = await buffer(asked);
  const type = asked.headers['content-type'] ?? 'text/xml';
  const soapAction = String(asked.headers['soapaction'] ?? '""');
  const call = async (): Promise<Response> =>
    fetch(new URL(asked.url ?? '/', appUrl), {
      method: 'POST',
      headers: { 'content-type': type, soapaction: soapAction },
      body,
    });
  const [first, second] = [await call(), await call()];
  const said = Buffer.from(await first.arrayBuffer());
  answer.writeHead(first.status, { 'content-type': first.headers.get('content-type') ?? type }).end(said);
  return [first.status, second.status];
}
