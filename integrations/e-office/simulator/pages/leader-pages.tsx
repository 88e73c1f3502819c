import type { VNode } from 'preact';
import { actionNow, signerNow } from '../desks/signer-now.js';
import type { Office } from '../office.js';
import type { SignatureRequest } from '../store/signature-book.js';
import { ActForm, Empty, Frame, type PageContext } from './frame.js';
import { day, moment, ROUTE_WORDS, size, STEP_STATUS_WORDS, STEP_WORDS } from './wording.js';

/** The leader's table: what waits first, what is done below. */
export function LeaderDeskPage({ office, context }: { readonly office: Office; readonly context: PageContext }): VNode {
  const requests = office.store.signatures.all();
  const waiting = requests.filter((request) => signerNow(office, request));
  const others = requests.filter((request) => !signerNow(office, request));
  return (
    <Frame title="Bàn lãnh đạo" room="leader" context={context} refresh={10}>
      <h2>Chờ ký, ký nháy: {waiting.length}</h2>
      {waiting.length === 0 ? (
        <Empty>Không có văn bản nào chờ ký. Văn bản hiện ở đây khi Sở trình ký từ phần mềm.</Empty>
      ) : (
        <RequestTable office={office} requests={waiting} />
      )}
      {others.length === 0 ? null : (
        <>
          <h2>Đã xử lý</h2>
          <RequestTable office={office} requests={others} />
        </>
      )}
    </Frame>
  );
}

function RequestTable({
  office,
  requests,
}: {
  readonly office: Office;
  readonly requests: readonly SignatureRequest[];
}): VNode {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Trích yếu</th>
          <th scope="col">Người xử lý</th>
          <th scope="col">Trạng thái</th>
          <th scope="col">Trình lúc</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={request.id}>
            <td>
              <a href={`/ky/${request.id}`}>{request.subject}</a>
              <small class="ma">{request.clientRequestId}</small>
            </td>
            <td>{signerNow(office, request)?.name ?? request.lastActor ?? '–'}</td>
            <td>{ROUTE_WORDS[request.status]}</td>
            <td>{moment(request.submittedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface LetterPageProps {
  readonly office: Office;
  readonly request: SignatureRequest;
  readonly context: PageContext;
  /** What the leader had written when the act was refused. */
  readonly comment?: string;
}

/** One letter before its leader: the page itself, and the two things that can be done with it. */
export function LetterPage({ office, request, context, comment }: LetterPageProps): VNode {
  const leader = signerNow(office, request);
  return (
    <Frame title={request.subject} room="leader" context={context}>
      <div class="hai-cot">
        <section aria-label="Văn bản" class="to-giay">
          <object
            data={`/ky/${request.id}/tep.pdf#navpanes=0&view=FitH`}
            type="application/pdf"
            aria-label="Văn bản trình ký"
          >
            <p>
              Trình duyệt không hiện được PDF tại đây. <a href={`/ky/${request.id}/tep.pdf`}>Mở văn bản</a>
            </p>
          </object>
          <p>
            <a href={`/ky/${request.id}/tep.pdf`}>Mở văn bản trong trang riêng</a>
          </p>
        </section>
        <aside>
          {leader ? (
            <section class="the">
              <h2>{leader.name}</h2>
              <p class="phu">{leader.position}; trang này thao tác thay người ký.</p>
              <ActForm action={`/ky/${request.id}/ky`} context={context}>
                <button class="chinh">{STEP_WORDS[actionNow(office, request)]}</button>
              </ActForm>
              <ActForm action={`/ky/${request.id}/tra-lai`} context={context}>
                <label for="y-kien">Ý kiến trả lại</label>
                <textarea id="y-kien" name="comment" rows={4} required>
                  {comment ?? ''}
                </textarea>
                <button>Trả lại</button>
              </ActForm>
            </section>
          ) : null}
          <LetterFacts office={office} request={request} />
        </aside>
      </div>
    </Frame>
  );
}

function LetterFacts({ office, request }: { readonly office: Office; readonly request: SignatureRequest }): VNode {
  const { signatures } = office.store;
  return (
    <section class="the">
      <dl>
        <dt>Trạng thái</dt>
        <dd>{ROUTE_WORDS[request.status]}</dd>
        {request.comment === null ? null : (
          <>
            <dt>Ý kiến</dt>
            <dd>{request.comment}</dd>
          </>
        )}
        {request.documentNumber === null ? null : (
          <>
            <dt>Số, ngày</dt>
            <dd>
              {request.documentNumber}/{request.documentNotation ?? request.notation},{' '}
              {request.issuedDate === null ? '' : day(request.issuedDate)}
            </dd>
          </>
        )}
        <dt>Mã yêu cầu</dt>
        <dd class="ma">{request.clientRequestId}</dd>
        <dt>Trình lúc</dt>
        <dd>{moment(request.submittedAt)}</dd>
      </dl>
      <h3>Các bước</h3>
      <ol>
        {signatures.steps(request.id).map((step) => (
          <li key={step.stepOrder}>
            {STEP_WORDS[step.action]}: {office.user(step.userCode)?.name ?? step.userCode},{' '}
            {STEP_STATUS_WORDS[step.status]}
            {step.at === null ? '' : ` lúc ${moment(step.at)}`}
          </li>
        ))}
      </ol>
      <h3>Các tệp</h3>
      <ul>
        {signatures.files(request.id).map((file) => (
          <li key={file.fileId}>
            <a href={`/ky/${request.id}/tep/${encodeURIComponent(file.fileId)}`}>{file.fileName}</a>, {size(file.size)}
          </li>
        ))}
      </ul>
    </section>
  );
}
