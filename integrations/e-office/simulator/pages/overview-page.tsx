import type { VNode } from 'preact';
import type { Consignment } from '../store/ledger.js';
import type { Notice } from '../store/notice-book.js';
import { Empty, Frame, type PageContext } from './frame.js';
import { moment, STATUS_WORDS } from './wording.js';

export interface OverviewPageProps {
  readonly context: PageContext;
  readonly baseUrl: string;
  readonly department: { readonly id: string; readonly name: string };
  readonly hotline: { readonly id: string; readonly name: string };
  readonly waiting: { readonly signature: number; readonly seal: number; readonly pickUp: number };
  /** Newest first. */
  readonly received: readonly Consignment[];
  readonly undelivered: readonly Notice[];
}

/** Who sits here, what waits where, what the department sent last. */
export function OverviewPage(props: OverviewPageProps): VNode {
  const { context, baseUrl, department, hotline, waiting, received, undelivered } = props;
  return (
    <Frame title="Tổng quan" room="overview" context={context} refresh={10}>
      <ul class="viec">
        <li>
          <a href="/ky">Bàn lãnh đạo: {waiting.signature} văn bản chờ ký</a>
        </li>
        <li>
          <a href="/van-thu">Bàn văn thư: {waiting.seal} văn bản chờ đóng dấu</a>
        </li>
        <li>
          <a href="/tong-dai">Tổng đài 1022: gửi phiếu mới, xem kết quả</a>
        </li>
        <li>Hộp thư của Sở: {waiting.pickUp} văn bản Sở chưa nhận</li>
      </ul>
      <h2>Sở đã gửi, mới nhất trước</h2>
      {received.length === 0 ? (
        <Empty>Sở chưa gửi văn bản hay trạng thái nào.</Empty>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Lúc</th>
              <th scope="col">Loại</th>
              <th scope="col">Nội dung</th>
              <th scope="col">Số lần gửi</th>
            </tr>
          </thead>
          <tbody>
            {received.map((entry) => (
              <tr key={entry.id}>
                <td>{moment(entry.acceptedAt)}</td>
                <td>{entry.status === null ? 'Văn bản' : `${entry.status} ${STATUS_WORDS[entry.status] ?? ''}`}</td>
                <td>{entry.summary || '–'}</td>
                <td>{entry.attempts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {undelivered.length === 0 ? null : (
        <p class="bao tu-choi">
          {undelivered.length} tin báo chưa tới được phần mềm của Sở; hệ thống tự gửi lại, Sở vẫn nhận được khi hỏi định
          kỳ.
        </p>
      )}
      <h2>Kết nối</h2>
      <dl>
        <dt>Cơ quan được phục vụ</dt>
        <dd>
          {department.name}, mã {department.id}
        </dd>
        <dt>Tổng đài</dt>
        <dd>
          {hotline.name}, mã {hotline.id}
        </dd>
        <dt>SOAP 1.1</dt>
        <dd class="ma">{baseUrl}/eoffice/v1</dd>
        <dt>SOAP 1.2</dt>
        <dd class="ma">{baseUrl}/eoffice/v1/soap12</dd>
        <dt>Hợp đồng</dt>
        <dd>
          <a href="/eoffice/v1?wsdl">WSDL</a>
        </dd>
        <dt>Tổ chức chứng thực thử</dt>
        <dd>
          <a href="/ca/root.pem">chứng thư gốc</a>, <a href="/ca/crl">danh sách thu hồi</a>
        </dd>
      </dl>
    </Frame>
  );
}
