import { setTimeout as pause } from 'node:timers/promises';
import { FaultApp } from '../support/fault-app.js';
import { OddPeer, type OddAnswer } from '../support/odd-peer.js';
import { underLoad } from '../support/under-load.js';

const LASTS_MS = 5000;
const SETTLE_MS = 60_000;
const ASKED_SECONDS = 4;
const HTML = '<!DOCTYPE html><html><body><form>Đăng nhập</form></body></html>';
const asHtml = { 'content-type': 'text/html; charset=utf-8' };
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const FAULT = `<s:Envelope xmlns:s="${SOAP}"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>busy</faultstring></s:Fault></s:Body></s:Envelope>`;

const doubled = (own: string): string => own.replace(/(<(\w+:)?Body[\s\S]*<\/(\w+:)?Body>)/u, '$1$1');
const halved = (own: string): string => own.slice(0, own.length / 2);

const ANSWERS: readonly (readonly [name: string, odd: Omit<OddAnswer, 'isTaken'>])[] = [
  ['F10: 500', { status: 500, body: 'Internal Server Error', headers: { 'content-type': 'text/plain' } }],
  ['F10: 502 of a gateway', { status: 502, body: HTML, headers: asHtml }],
  ['F11: 200 with a login page', { status: 200, body: HTML, headers: asHtml }],
  ['F11: 200 with nothing', { status: 200, body: '' }],
  ['F11: a fault in a 200', { status: 200, body: FAULT }],
  ['F11: two Bodies', { status: 200, body: doubled }],
  ['F9: half the XML', { status: 200, body: halved }],
  ['a redirect', { status: 302, body: '', headers: { location: 'http://127.0.0.1:9/' } }],
];

/** An e-office that answers what is no answer, whether it has done what was asked or not. */
describe('odd answers of the e-office', () => {
  let faultApp: FaultApp;
  let peer: OddPeer;
  let letters = 0;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    await faultApp.people();
    peer = await OddPeer.before(faultApp.stage.eOfficeUrl);
    await faultApp.start({ settings: { E_OFFICE_URL: `${peer.url}/eoffice/v1` } });
  }, 120_000);

  afterAll(async () => {
    await faultApp.close();
    await peer.close();
  });

  const during = async (odd: OddAnswer): Promise<void> => {
    letters += 1;
    await underLoad(faultApp, letters, async () => {
      peer.be(odd);
      await pause(LASTS_MS);
      peer.be(null);
    });
    await faultApp.untilQuiet(SETTLE_MS);
  };

  it.each(ANSWERS)(
    '%s: no success, nothing lost or doubled, whether the call was taken or not',
    async (_name, odd) => {
      await during({ ...odd, isTaken: true });
      await during({ ...odd, isTaken: false });
      expect(await faultApp.broken()).toEqual([]);
    },
    240_000,
  );

  it.each([503, 429])(
    'F10: %i with Retry-After: jobs are not tried before that',
    async (status) => {
      letters += 1;
      const answer = { status, body: '', headers: { 'retry-after': String(ASKED_SECONDS) }, isTaken: false };
      let calls: readonly number[] = [];
      await underLoad(faultApp, letters, async () => {
        peer.be(answer);
        await pause(ASKED_SECONDS * 2 * 1000);
        calls = peer.calls;
        peer.be(null);
      });
      await faultApp.untilQuiet(SETTLE_MS);
      expect(await faultApp.broken()).toEqual([]);
      process.stdout.write(`${status}: ${calls.length} lượt kết nối trong ${ASKED_SECONDS * 2} giây\n`);
      // What was under way, then one probe and the two regular looks each time the pause is over.
      expect(calls.length).toBeLessThan(ASKED_SECONDS * 2 * 2);
    },
    180_000,
  );
});
