import { NAMESPACE } from '../../soap/contract.js';
import { OPERATIONS } from '../../profiles/profile.js';
import type { Chapter } from '../chapter.js';
import { requireThat } from '../check.js';
import { refusalIn } from '../peer.js';

const INFO = `<e:GetServiceInfo xmlns:e="${NAMESPACE}"/>`;
const FIVE_MINUTES = 300_000;
/** Less than a scanned letter of a few pages. */
const MIN_FILE_BYTES = 1_048_576;

/** Clause 1: the envelope, and what stands at the address. */
export const envelopeChapter: Chapter = (peer) => [
  {
    id: 'ENV-01',
    clause: '1.1',
    title: 'GetServiceInfo bằng SOAP 1.1 có câu trả lời đúng hợp đồng',
    run: async () => {
      await peer.ask('GetServiceInfo', {});
    },
  },
  {
    id: 'ENV-02',
    clause: '1.1',
    title: 'Gọi bằng SOAP 1.2 thì được trả lời bằng SOAP 1.2, có hoặc không có action',
    run: async () => {
      await peer.ask('GetServiceInfo', {}, { version: '1.2' });
      await peer.ask('GetServiceInfo', {}, { version: '1.2', action: null });
    },
  },
  {
    id: 'ENV-03',
    clause: '1.5',
    title: 'Phiên bản hợp đồng là 1.x, giới hạn hợp lý, đồng hồ lệch không quá 5 phút',
    run: async () => {
      const info = await peer.ask('GetServiceInfo', {});
      requireThat(/^1(?:\.\d+)*$/u.test(info.contractVersion), `Phiên bản hợp đồng là ${info.contractVersion}.`);
      requireThat(
        info.maxFileBytes >= MIN_FILE_BYTES && info.maxMessageBytes >= info.maxFileBytes,
        'maxFileBytes phải từ 1 MiB và không lớn hơn maxMessageBytes.',
      );
      const skew = Math.abs(info.serverTime.getTime() - peer.clock.now().getTime());
      requireThat(skew <= FIVE_MINUTES, `Đồng hồ lệch ${Math.round(skew / 1000)} giây.`);
    },
  },
  {
    id: 'ENV-04',
    clause: '1.6',
    title: 'Địa chỉ kèm ?wsdl trả về WSDL trong một tệp, đủ các nghiệp vụ',
    run: async () => {
      const wsdl = await peer.wsdl();
      requireThat(wsdl.includes(NAMESPACE), `Không thấy không gian tên ${NAMESPACE} trong WSDL.`);
      requireThat(!/<(?:\w+:)?(?:import|include)\s[^>]*(?:schemaL|l)ocation=/u.test(wsdl), 'WSDL còn kéo tệp khác.');
      const missing = OPERATIONS.filter((name) => !wsdl.includes(`"${name}"`));
      requireThat(missing.length === 0, `WSDL thiếu ${missing.join(', ')}.`);
    },
  },
  {
    id: 'ENV-05',
    clause: '1.2',
    title: 'SOAPAction khác phần tử trong Body thì bị từ chối',
    run: async () => {
      const answer = await peer.send(INFO, 'GetServiceInfo', { action: `${NAMESPACE}/ListAgencies` });
      refusalIn(answer, '1.1', ['EO-VALIDATION']);
    },
  },
  {
    id: 'ENV-06',
    clause: '1.3',
    title: 'Hai phần tử trong Body thì bị từ chối',
    run: async () => {
      refusalIn(await peer.send(INFO + INFO, 'GetServiceInfo'), '1.1', ['EO-VALIDATION']);
    },
  },
  {
    id: 'ENV-07',
    clause: '1.3',
    title: 'DOCTYPE thì bị từ chối',
    run: async () => {
      const answer = await peer.send(INFO, 'GetServiceInfo', { prologue: '<!DOCTYPE s [<!ENTITY a "b">]>' });
      refusalIn(answer, '1.1', ['EO-VALIDATION']);
    },
  },
  {
    id: 'ENV-08',
    clause: '1.4',
    title: 'Phần tử lạ, thiếu phần tử, sai thứ tự hay sai giá trị liệt kê thì bị từ chối, nêu tên phần tử',
    run: async () => {
      const wrong = {
        'phần tử lạ': '<e:messageId>m</e:messageId><e:unknown/>',
        'thiếu phần tử': '',
        'sai thứ tự': '<e:offset>0</e:offset><e:messageId>m</e:messageId>',
        'số âm': '<e:messageId>m</e:messageId><e:offset>-1</e:offset>',
      };
      for (const [what, inside] of Object.entries(wrong)) {
        const body = `<e:GetMessage xmlns:e="${NAMESPACE}">${inside}</e:GetMessage>`;
        const { field } = refusalIn(await peer.send(body, 'GetMessage'), '1.1', ['EO-VALIDATION']);
        requireThat(field.length > 0, `Từ chối ${what} mà không nêu phần tử nào sai (field).`);
      }
    },
  },
  {
    id: 'ENV-09',
    clause: '1.4',
    title: 'Nghiệp vụ không có trong hợp đồng thì bị từ chối bằng lỗi đúng kiểu, ở cả hai phiên bản',
    run: async () => {
      const body = `<e:DeleteEverything xmlns:e="${NAMESPACE}"/>`;
      refusalIn(await peer.send(body, 'DeleteEverything'), '1.1', ['EO-VALIDATION']);
      refusalIn(await peer.send(body, 'DeleteEverything', { version: '1.2' }), '1.2', ['EO-VALIDATION']);
    },
  },
  {
    id: 'ENV-10',
    clause: '1.3',
    title: 'XML hỏng thì bị từ chối bằng lỗi đúng kiểu, không lộ vết ngăn xếp',
    run: async () => {
      refusalIn(await peer.send('<e:GetServiceInfo', 'GetServiceInfo'), '1.1', ['EO-VALIDATION']);
    },
  },
  {
    id: 'ENV-11',
    clause: '1.3',
    title: 'Mục đầu lạ mang mustUnderstand="1" thì bị từ chối',
    run: async () => {
      const foreign = `${peer.token()}<x:Foreign xmlns:x="urn:x" s:mustUnderstand="1"/>`;
      const { envelope } = await peer.send(INFO, 'GetServiceInfo', { header: foreign });
      // SOAP 1.1 (4.4) lets such a fault carry no detail, so no EOfficeFault is asked for.
      requireThat(envelope?.isFault === true, 'Mục đầu bắt buộc phải hiểu đã bị bỏ qua.');
    },
  },
];
