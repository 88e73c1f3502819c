import type { VNode } from 'preact';
import type { Office } from '../office.js';
import type { Registration } from '../store/incoming-book.js';
import { ActForm, Empty, type PageContext } from './frame.js';
import { moment } from './wording.js';

/** Lines that this page shows. */
const MAX_LISTED = 30;

/** The e-office's incoming book, for an agency that has it number: what came, what it numbered, and what its clerk sets right. */
export function ArrivalsPart({ office, context }: { readonly office: Office; readonly context: PageContext }): VNode {
  const { incoming, mailbox } = office.store;
  const waiting = mailbox
    .pending(office.parties.department.id, 0, MAX_LISTED, 'document')
    .filter(({ id }) => !incoming.findMessage(id));
  const lines = incoming.all().toReversed().slice(0, MAX_LISTED);
  return (
    <>
      <h2>Sổ văn bản đến của hệ thống này</h2>
      <p class="phu">Chỉ dùng khi Sở chọn hệ thống quản lý văn bản cấp số đến.</p>
      {waiting.map(({ id, documentId }) => (
        <ActForm key={id} action={`/van-thu/tin/${id}/so-den`} context={context}>
          <button>Vào sổ {documentId ?? id}</button>
        </ActForm>
      ))}
      {lines.length === 0 ? <Empty>Chưa có dòng nào.</Empty> : null}
      {lines.map((line) => (
        <ArrivalCard key={line.incomingId} line={line} context={context} />
      ))}
      <ActForm action="/van-thu/so-den" context={context}>
        <label>
          Số đến tiếp theo <input type="number" name="next" min="1" required />
        </label>{' '}
        <button>Đổi số đến tiếp theo</button>
      </ActForm>
    </>
  );
}

function ArrivalCard({ line, context }: { readonly line: Registration; readonly context: PageContext }): VNode {
  const { incomingId, incomingNumber, subject, registeredAt } = line;
  return (
    <section class="the">
      <h3>
        Số đến {incomingNumber}, {moment(registeredAt)}: {subject}
      </h3>
      <ActForm action={`/van-thu/${incomingId}/so-den`} context={context}>
        <label>
          Số đến <input name="incomingNumber" value={incomingNumber} required />
        </label>{' '}
        <button>Sửa số đến</button>
      </ActForm>
    </section>
  );
}
