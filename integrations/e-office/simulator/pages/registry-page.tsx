import type { VNode } from 'preact';
import type { SealWaiting } from '../desks/registry-desk.js';
import type { Office } from '../office.js';
import { ActForm, Empty, Frame, type PageContext } from './frame.js';
import { ArrivalsPart } from './arrivals-part.js';
import { NumbersPart } from './numbers-part.js';
import { day, moment } from './wording.js';

export interface RegistryPageProps {
  readonly office: Office;
  readonly waiting: readonly SealWaiting[];
  readonly context: PageContext;
}

/** The registry clerk's table: orders to fill in number and date and to seal. */
export function RegistryPage({ office, waiting, context }: RegistryPageProps): VNode {
  const sealed = office.store.signatures.all().filter((request) => request.status === 'sealed');
  return (
    <Frame title="Bàn văn thư" room="registry" context={context} refresh={10}>
      <p class="phu">
        Văn thư: {office.parties.staff.clerk.name}. Chỉ văn bản lãnh đạo đã ký, có lệnh đóng dấu của Sở, mới nằm ở đây.
      </p>
      <h2>Chờ đóng dấu: {waiting.length}</h2>
      {waiting.length === 0 ? <Empty>Chưa có lệnh đóng dấu nào.</Empty> : null}
      {waiting.map((item) => (
        <SealOrderCard key={item.request.id} {...item} context={context} />
      ))}
      {sealed.length === 0 ? null : (
        <>
          <h2>Đã đóng dấu</h2>
          <ul>
            {sealed.map((request) => (
              <li key={request.id}>
                <strong class="ma">
                  {request.documentNumber}/{request.documentNotation}
                </strong>{' '}
                <a href={`/ky/${request.id}`}>{request.subject}</a>, {moment(request.changedAt)}
              </li>
            ))}
          </ul>
        </>
      )}
      <NumbersPart office={office} context={context} />
      <ArrivalsPart office={office} context={context} />
    </Frame>
  );
}

function SealOrderCard({
  request,
  order,
  context,
}: SealWaiting & {
  readonly context: PageContext;
}): VNode {
  return (
    <section class="the">
      <h3>
        <a href={`/ky/${request.id}`}>{request.subject}</a>
      </h3>
      <dl>
        <dt>Số và ký hiệu</dt>
        <dd>
          {order.documentNumber === null
            ? 'đã in trong văn bản'
            : `${order.documentNumber}/${order.documentNotation ?? request.notation ?? ''}`}
        </dd>
        <dt>Ngày ban hành</dt>
        <dd>{order.issuedDate === null ? 'đã in trong văn bản' : day(order.issuedDate)}</dd>
        <dt>Lãnh đạo ký</dt>
        <dd>{request.lastActor}</dd>
        <dt>Lệnh lúc</dt>
        <dd>{moment(order.orderedAt)}</dd>
      </dl>
      <ActForm action={`/van-thu/${request.id}/dong-dau`} context={context}>
        <button class="chinh">Đóng dấu và ký số cơ quan</button>
      </ActForm>
    </section>
  );
}
