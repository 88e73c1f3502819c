import { connect } from 'node:net';
import { unconnected } from './connection-words.js';

const refusedAt = (address: string): Error =>
  Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', address });

describe('the words of a connection that did not come about', () => {
  it('say that the address is this machine, as where a name stands in the hosts file', async () => {
    const error = await new Promise((done) => connect({ host: '127.0.1.1', port: 1 }).on('error', done));
    expect(unconnected(error)?.why).toBe(
      'không có gì nghe ở cổng ấy. Địa chỉ ấy là chính máy này (127.0.1.1); nếu hệ thống ấy ở máy khác thì xem /etc/hosts.',
    );
  });

  it('say nothing of it for another machine', () => {
    expect(unconnected(refusedAt('10.1.2.3'))?.why).toBe('không có gì nghe ở cổng ấy.');
    expect(unconnected(new Error('fetch failed', { cause: refusedAt('::1') }))?.why).toMatch(/chính máy này \(::1\)/u);
  });
});
