import type { VNode } from 'preact';
import { bitesAt, isOfList, MISBEHAVIOUR_CODES, MISBEHAVIOURS, type Misbehaviour } from '../misbehaviour/catalogue.js';
import type { Switchboard } from '../misbehaviour/switchboard.js';
import type { Office } from '../office.js';
import { ActForm, Empty, Frame, type PageContext } from './frame.js';

export interface RehearsalPageProps {
  readonly office: Office;
  readonly board: Switchboard;
  readonly context: PageContext;
}

/** Where a rehearsal says what is to go wrong, and sees what is switched on. */
export function RehearsalPage({ office, board, context }: RehearsalPageProps): VNode {
  const { signatures } = office.store;
  const open = signatures.all().filter(({ status }) => status !== 'returned' && status !== 'cancelled');
  return (
    <Frame title="Diễn tập sai" room="rehearsal" context={context}>
      <p class="phu">
        Bật một lỗi để xem phần mềm của Sở xử lý ra sao. Chữ ký, dấu sai chỉ làm một lần rồi tự tắt; cách báo sai giữ
        đến khi tắt. Khởi động lại thì mọi thứ trung thực như cũ.
      </p>
      <section class="the">
        <ActForm action="/dien-tap/bat" context={context}>
          <label for="loi">Lỗi</label>
          <select id="loi" name="misbehaviour">
            {GROUPS.map(({ name, codes }) => (
              <optgroup key={name} label={name}>
                {codes.map((code) => (
                  <option key={code} value={code}>
                    {MISBEHAVIOURS[code].title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <label for="van-ban">Văn bản</label>
          <select id="van-ban" name="request">
            <option value="">Văn bản được ký, đóng dấu hoặc rút tới đây</option>
            {open.map(({ id, subject }) => (
              <option key={id} value={id}>
                {subject}
              </option>
            ))}
          </select>
          <button class="chinh">Bật</button>
        </ActForm>
      </section>
      <h2>Đang bật</h2>
      <SwitchedOn office={office} board={board} context={context} />
    </Frame>
  );
}

const GROUPS: readonly { readonly name: string; readonly codes: readonly Misbehaviour[] }[] = [
  {
    name: 'Lúc lãnh đạo ký',
    codes: MISBEHAVIOUR_CODES.filter((code) => bitesAt(code, 'sign') && !bitesAt(code, 'seal')),
  },
  {
    name: 'Lúc ký hoặc đóng dấu, việc nào tới trước',
    codes: MISBEHAVIOUR_CODES.filter((code) => bitesAt(code, 'sign') && bitesAt(code, 'seal')),
  },
  { name: 'Lúc đóng dấu', codes: MISBEHAVIOUR_CODES.filter((code) => bitesAt(code, 'seal') && !bitesAt(code, 'sign')) },
  { name: 'Lúc rút', codes: ['afterCancel'] },
  { name: 'Nơi cấp chứng thư, cho mọi văn bản', codes: MISBEHAVIOUR_CODES.filter(isOfList) },
];

function SwitchedOn({ office, board, context }: RehearsalPageProps): VNode {
  const { signatures } = office.store;
  const rows = [
    ...[board.next, board.list].flatMap((code) =>
      code === null ? [] : [{ code, what: isOfList(code) ? 'Mọi văn bản' : 'Văn bản tới đây' }],
    ),
    ...board.all().map(({ code, requestId }) => ({ code, what: signatures.find(requestId)?.subject ?? requestId })),
  ];
  if (rows.length === 0) return <Empty>Không có lỗi nào đang bật.</Empty>;
  return (
    <>
      <ul>
        {rows.map(({ code, what }) => (
          <li key={`${code} ${what}`}>
            {MISBEHAVIOURS[code].title}: {what}
          </li>
        ))}
      </ul>
      <ActForm action="/dien-tap/tat" context={context}>
        <button>Tắt hết</button>
      </ActForm>
    </>
  );
}
