import type { VNode } from 'preact';
import { bitesAt, isOfList, MISBEHAVIOUR_CODES, MISBEHAVIOURS, type Misbehaviour } from '../misbehaviour/catalogue.js';
import type { Switchboard } from '../misbehaviour/switchboard.js';
import type { Office } from '../office.js';
import type { VOfficeMode } from '../v-office/v-office-mode.js';
import { V_OFFICE_FAULTS, V_OFFICE_FAULT_TITLES } from '../v-office/v-office-options.js';
import { ActForm, Empty, Frame, type PageContext } from './frame.js';

export interface RehearsalPageProps {
  readonly office: Office;
  readonly board: Switchboard;
  /** Null where it does not speak the wire of vOffice. */
  readonly vOffice: Pick<VOfficeMode, 'fault'> | null;
  readonly context: PageContext;
}

/** Where a rehearsal says what is to go wrong, and sees what is switched on. */
export function RehearsalPage({ office, board, vOffice, context }: RehearsalPageProps): VNode {
  const { signatures } = office.store;
  const open = signatures.all().filter(({ status }) => status !== 'returned' && status !== 'cancelled');
  return (
    <Frame title="Diễn tập sai" room="rehearsal" context={context}>
      <p class="phu">
        Bật một lỗi để xem phần mềm của Sở xử lý thế nào. Chữ ký, dấu sai chỉ làm một lần rồi tự tắt; cách báo sai giữ
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
      {vOffice !== null && <VOfficeFaults context={context} />}
      <h2>Đang bật</h2>
      <SwitchedOn office={office} board={board} vOffice={vOffice} context={context} />
    </Frame>
  );
}

/** What goes wrong on the wire of vOffice, for the letter that comes next. */
function VOfficeFaults({ context }: Pick<RehearsalPageProps, 'context'>): VNode {
  return (
    <section class="the">
      <ActForm action="/dien-tap/voffice" context={context}>
        <label for="loi-voffice">Lỗi trên đường nối vOffice</label>
        <select id="loi-voffice" name="fault">
          {V_OFFICE_FAULTS.map((fault) => (
            <option key={fault} value={fault}>
              {V_OFFICE_FAULT_TITLES[fault]}
            </option>
          ))}
        </select>
        <button class="chinh">Bật lỗi vOffice</button>
      </ActForm>
    </section>
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
  { name: 'Tổ chức chứng thực, cho mọi văn bản', codes: MISBEHAVIOUR_CODES.filter(isOfList) },
];

function SwitchedOn({ office, board, vOffice, context }: RehearsalPageProps): VNode {
  const { signatures } = office.store;
  const rows = [
    ...[board.next, board.list].flatMap((code) =>
      code === null
        ? []
        : [{ title: MISBEHAVIOURS[code].title, what: isOfList(code) ? 'Mọi văn bản' : 'Văn bản tới đây' }],
    ),
    ...board.all().map(({ code, requestId }) => ({
      title: MISBEHAVIOURS[code].title,
      what: signatures.find(requestId)?.subject ?? requestId,
    })),
    ...(vOffice?.fault ? [{ title: V_OFFICE_FAULT_TITLES[vOffice.fault], what: 'Đường nối vOffice' }] : []),
  ];
  if (rows.length === 0) return <Empty>Không có lỗi nào đang bật.</Empty>;
  return (
    <>
      <ul>
        {rows.map(({ title, what }) => (
          <li key={`${title} ${what}`}>
            {title}: {what}
          </li>
        ))}
      </ul>
      <ActForm action="/dien-tap/tat" context={context}>
        <button>Tắt hết</button>
      </ActForm>
    </>
  );
}
