import type { VNode } from 'preact';
import type { Office } from '../office.js';
import type { GivenNumber } from '../store/number-book.js';
import { ActForm, Empty, type PageContext } from './frame.js';
import { day } from './wording.js';

/** Numbers that this page shows. */
const MAX_LISTED = 30;

/** The e-office's own book of outgoing documents, for an agency that has it number: what it gave, and what its clerk sets right. */
export function NumbersPart({ office, context }: { readonly office: Office; readonly context: PageContext }): VNode {
  const given = office.store.numbers.all().toReversed().slice(0, MAX_LISTED);
  return (
    <>
      <h2>Sổ văn bản đi của hệ thống này</h2>
      <p class="phu">Chỉ dùng khi Sở chọn hệ thống quản lý văn bản cấp số.</p>
      {given.length === 0 ? <Empty>Chưa cấp số nào.</Empty> : null}
      {given.map((one) => (
        <GivenNumberCard key={one.requestId} given={one} office={office} context={context} />
      ))}
      <ActForm action="/van-thu/so" context={context}>
        <label>
          Cấp tiếp từ số <input type="number" name="next" min="1" required />
        </label>{' '}
        <button>Đổi số tiếp theo</button>
      </ActForm>
    </>
  );
}

function GivenNumberCard({
  given,
  office,
  context,
}: {
  readonly given: GivenNumber;
  readonly office: Office;
  readonly context: PageContext;
}): VNode {
  const { requestId, documentNumber, notation, issuedDate } = given;
  const { signatures } = office.store;
  return (
    <section class="the">
      <h3>
        {documentNumber}/{notation ?? ''}, {day(issuedDate)}:{' '}
        <a href={`/ky/${requestId}`}>{signatures.find(requestId)?.subject}</a>
      </h3>
      {signatures.sealOrderOf(requestId) ? null : (
        <ActForm action={`/van-thu/${requestId}/so`} context={context}>
          <label>
            Số <input name="documentNumber" value={documentNumber} required />
          </label>{' '}
          <label>
            Ngày <input type="date" name="issuedDate" value={issuedDate} required />
          </label>{' '}
          <button>Sửa số, ngày</button>
        </ActForm>
      )}
    </section>
  );
}
