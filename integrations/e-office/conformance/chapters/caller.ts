import type { Chapter } from '../chapter.js';
import type { Check } from '../check.js';
import { refusalIn } from '../peer.js';

const TEN_MINUTES = 600_000;

/** Clause 2: who may call. */
export const callerChapter: Chapter = (peer) => {
  const refused = (id: string, title: string, header: () => string): Check => ({
    id,
    clause: '2',
    title,
    run: async () => {
      refusalIn(await peer.exchange('GetServiceInfo', {}, { header: header() }), '1.1', ['EO-AUTH']);
    },
  });
  const fromNow = (ms: number): Date => new Date(peer.clock.now().getTime() + ms);
  return [
    refused('CALL-01', 'Không có tài khoản thì bị từ chối', () => ''),
    refused('CALL-02', 'Sai mật khẩu thì bị từ chối', () => peer.token(peer.clock.now(), `${peer.options.password}x`)),
    refused('CALL-03', 'Thông điệp cũ 10 phút thì bị từ chối', () => peer.token(fromNow(-TEN_MINUTES))),
    refused('CALL-04', 'Thông điệp ghi giờ sau 10 phút thì bị từ chối', () => peer.token(fromNow(TEN_MINUTES))),
    refused('CALL-05', 'Hai tài khoản trong một thông điệp thì bị từ chối', () => peer.token() + peer.token()),
    {
      id: 'CALL-06',
      clause: '2',
      title: 'Thông điệp phát lại thì bị từ chối',
      run: async () => {
        const header = peer.token();
        await peer.ask('GetServiceInfo', {}, { header });
        refusalIn(await peer.exchange('GetServiceInfo', {}, { header }), '1.1', ['EO-AUTH']);
      },
    },
  ];
};
