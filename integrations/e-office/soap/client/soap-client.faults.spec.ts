import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { RefusedByFault } from './answer.js';
import { ACK, envelope, failure, fault, Line, OK, says } from './soap-client.fixture.js';

const line = new Line();
afterEach(() => line.hangUp());

describe('a fault', () => {
  it.each([
    'EO-FORBIDDEN',
    'EO-VALIDATION',
    'EO-NOT-FOUND',
    'EO-DUPLICATE',
    'EO-CONFLICT',
    'EO-UNKNOWN-AGENCY',
    'EO-UNKNOWN-SIGNER',
    'EO-STATE',
    'EO-SIZE',
    'EO-UNSUPPORTED-VERSION',
    'VENDOR-7',
  ])('%s is final, in a 500 as in a 200', async (code) => {
    for (const status of [500, 200]) {
      const peer = await line.peerThat(
        says(fault(code, { tail: '<e:field>a</e:field><e:correlationId>c-1</e:correlationId>' }), status),
      );
      const error = await failure(line.client(peer.url));
      expect(error).toBeInstanceOf(RefusedByFault);
      expect(error).toMatchObject({ code, reason: 'Không được', fault: { field: ['a'], correlationId: 'c-1' } });
      expect(peer.seen).toHaveLength(1);
    }
  });

  it.each(['EO-THROTTLED', 'EO-BUSY', 'EO-INTERNAL', 'VENDOR-8'])('%s comes back later, when it says', async (code) => {
    const peer = await line.peerThat(
      says(fault(code, { retryable: true, tail: '<e:retryAfterSeconds>30</e:retryAfterSeconds>' }), 500),
    );
    const error = await failure(line.client(peer.url));
    expect(error instanceof OutsideUnavailable && error.options.retryAfterSeconds).toBe(30);
  });

  it('EO-AUTH is no word about the message: it comes again, and people are told where to look', async () => {
    const error = await failure(line.client((await line.peerThat(says(fault('EO-AUTH'), 500))).url));
    expect(error instanceof OutsideUnavailable && error.options.reason).toContain('kiểm tra tài khoản và đồng hồ');
  });

  it('EO-HASH is tried once more at once, with a fresh token', async () => {
    let calls = 0;
    const peer = await line.peerThat((response) =>
      says(calls++ === 0 ? fault('EO-HASH', { retryable: true }) : envelope(OK))(response),
    );
    expect(await line.client(peer.url).call('AcknowledgeMessage', ACK)).toEqual({ receiptId: 'r-1' });
    const nonces = peer.seen.map(({ body }) => /<wsse:Nonce[^>]*>([^<]*)</u.exec(body.toString())?.[1]);
    expect(new Set(nonces).size).toBe(2);
  });

  it('EO-HASH twice is final', async () => {
    const peer = await line.peerThat(says(fault('EO-HASH', { retryable: true }), 500));
    expect(await failure(line.client(peer.url))).toMatchObject({ name: 'RefusedByFault', code: 'EO-HASH' });
    expect(peer.seen).toHaveLength(2);
  });

  it('shows people one line and no stack', async () => {
    const peer = await line.peerThat(
      says(fault('EO-STATE', { message: 'Đã hủy\n  at com.vendor.Main(Main.java:7)' }), 500),
    );
    expect(await failure(line.client(peer.url))).toMatchObject({ reason: 'Đã hủy' });
  });

  it.each([
    ['s:Server', OutsideUnavailable],
    ['s:Client', OutsideRefused],
  ])('without a typed detail, %s decides', async (place, kind) => {
    const peer = await line.peerThat(
      says(
        envelope(`<s:Fault><faultcode>${place}</faultcode><faultstring>NullPointerException</faultstring></s:Fault>`),
        500,
      ),
    );
    const error = await failure(line.client(peer.url));
    expect(error).toBeInstanceOf(kind);
    expect(String(error)).not.toContain('NullPointer');
  });
});
