import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { describedBy, Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { Choice, type ChoiceView } from '../my-work/search-form.js';
import type { JournalAddress } from './journal-form.js';
import { TimeInput } from '../kit/time-input.js';

/** GET `/nhat-ky`: who did what to what, when, from where and for whom, newest first. */
export interface JournalView {
  readonly asked: JournalAddress;
  readonly acts: readonly ChoiceView[];
  readonly objects: readonly ChoiceView[];
  readonly rows: readonly JournalRowView[];
  /** Changes of rights that nobody has confirmed; `confirm` is null for those who made them. */
  readonly changes: readonly (JournalRowView & { readonly confirm: string | null })[];
  /** Where several are confirmed at once; null where this person may confirm none of them. */
  readonly confirmAll: string | null;
  readonly isFiltered: boolean;
  /** Not for those from whom addresses are hidden. */
  readonly looksForAddresses: boolean;
  readonly moreHref: string | null;
  /** Empty for those who may not take the journal out of the agency. */
  readonly exports: readonly { readonly href: string; readonly label: string }[];
}

export interface JournalRowView {
  readonly seq: number;
  readonly href: string;
  readonly at: { readonly iso: string; readonly words: string };
  readonly who: string;
  /** `thay Đỗ Quốc Khánh` */
  readonly onBehalf: string | null;
  readonly roles: string | null;
  readonly act: string;
  readonly object: string;
  readonly objectId: string;
  readonly address: string | null;
}

const NOTHING = {
  kind: 'unmatched',
  heading: 'Không có dòng nào như vậy',
  text: 'Bớt điều kiện hoặc mở rộng khoảng ngày rồi tìm lại.',
  step: { href: '/nhat-ky', label: 'Xem toàn bộ nhật ký' },
} as const;

const EMPTY = {
  kind: 'done',
  heading: 'Nhật ký chưa có dòng nào',
  text: 'Việc đầu tiên được ghi sẽ hiện ở đây.',
} as const;

const COLUMNS = [
  { heading: 'Thời điểm', cell: ({ at }) => <time datetime={at.iso}>{at.words}</time> },
  {
    heading: 'Người thực hiện',
    cell: ({ who, onBehalf, roles }) => (
      <>
        {who}
        {onBehalf !== null && `, ${onBehalf}`}
        {roles !== null && <p class="ha-mute">{roles}</p>}
      </>
    ),
  },
  { heading: 'Việc', cell: ({ href, act }) => <a href={href}>{act}</a> },
  {
    heading: 'Đối tượng',
    cell: ({ object, objectId }) => (
      <>
        {object}
        <p class="ha-mute">{objectId}</p>
      </>
    ),
  },
  { heading: 'Địa chỉ', cell: ({ address }) => address ?? <span class="ha-mute">không có</span> },
] satisfies readonly CardColumn<JournalRowView>[];

export function JournalPage({ frame, view }: { frame: PageFrame; view: JournalView }): VNode {
  return (
    <PageShell frame={frame} title="Nhật ký" place={null}>
      <PageHead heading="Nhật ký" acts={view.exports.length > 0 ? <Exports view={view} /> : undefined}>
        <p>Ai làm gì, với việc nào, lúc nào, từ đâu, thay ai. Việc xem và xuất nhật ký cũng được ghi.</p>
      </PageHead>
      <div class="ha-stack">
        {view.changes.length > 0 && <Changes view={view} csrf={frame.csrf} />}
        <Panel id="t-tim" heading="Tìm trong nhật ký">
          <Search view={view} />
        </Panel>
        <Panel id="t-dong" heading="Các dòng, mới nhất trước" flush footer={more(view.moreHref)}>
          {view.rows.length === 0 ? (
            <Empty empty={view.isFiltered ? NOTHING : EMPTY} />
          ) : (
            <CardTable
              caption="Dòng nhật ký, mới nhất trước"
              columns={COLUMNS}
              rows={view.rows}
              keyOf={({ seq }) => seq}
            />
          )}
        </Panel>
      </div>
    </PageShell>
  );
}

/** Rights that were changed: each stands here until somebody else says that it is right. */
function Changes({ view: { changes, confirmAll }, csrf }: { view: JournalView; csrf: string }): VNode {
  const mine = changes.filter(({ confirm }) => confirm !== null);
  return (
    <Panel
      id="t-quyen"
      heading="Thay đổi quyền chờ người khác xác nhận"
      flush
      footer={confirmAll !== null && <ConfirmMany action={confirmAll} csrf={csrf} seqs={mine.map(({ seq }) => seq)} />}
    >
      <CardTable
        caption="Thay đổi quyền chưa ai xác nhận, cũ nhất trước"
        columns={[
          ...COLUMNS,
          {
            heading: 'Xác nhận',
            cell: ({ seq, confirm }) =>
              confirm === null ? (
                'Chờ người khác'
              ) : (
                <>
                  <label class="form-check">
                    <input class="form-check-input" type="checkbox" name="seq" value={seq} form={CHOSEN} />
                    <span class="form-check-label">
                      Chọn<span class="ha-vh"> dòng {seq}</span>
                    </span>
                  </label>
                  <PostForm action={confirm} csrf={csrf}>
                    <button class="btn" type="submit">
                      Xác nhận đúng<span class="ha-vh">, dòng {seq}</span>
                    </button>
                  </PostForm>
                </>
              ),
          },
        ]}
        rows={changes}
        keyOf={({ seq }) => seq}
      />
    </Panel>
  );
}

/** Posts the lines that are ticked in the table above, or all that stand there. */
const CHOSEN = 'xac-nhan-da-chon';

function ConfirmMany({ action, csrf, seqs }: { action: string; csrf: string; seqs: readonly number[] }): VNode {
  return (
    <div class="ha-acts">
      <PostForm id={CHOSEN} action={action} csrf={csrf}>
        <button class="btn" type="submit">
          Xác nhận các dòng đã chọn
        </button>
      </PostForm>
      <PostForm action={action} csrf={csrf}>
        {seqs.map((seq) => (
          <input key={seq} type="hidden" name="seq" value={seq} />
        ))}
        <button class="btn" type="submit">
          Xác nhận cả {seqs.length} dòng
        </button>
      </PostForm>
    </div>
  );
}

function Exports({ view }: { view: JournalView }): VNode {
  return (
    <>
      {view.exports.map(({ href, label }) => (
        <a key={href} class="btn" href={href}>
          {label}
        </a>
      ))}
    </>
  );
}

function more(href: string | null): VNode | null {
  return href === null ? null : (
    <a class="btn" href={href}>
      Xem các dòng trước
    </a>
  );
}

function Search({ view: { asked, acts, objects, looksForAddresses } }: { view: JournalView }): VNode {
  return (
    <form action="/nhat-ky" role="search" aria-labelledby="t-tim">
      <div class="ha-fields">
        <Entry name="nguoi" label="Người thực hiện" hint="Họ tên hoặc tài khoản" value={asked.nguoi} />
        <Choice id="nk-viec" name="viec" label="Việc" any="Mọi việc" choices={acts} />
        <Choice id="nk-loai" name="loai" label="Loại đối tượng" any="Mọi loại" choices={objects} />
        <Entry name="ma" label="Mã đối tượng" hint="Cả mã, như ở cột Đối tượng" value={asked.ma} />
        <Entry name="tu" label="Từ ngày" type="date" value={asked.tu ?? ''} />
        <Entry name="den" label="Đến hết ngày" type="date" value={asked.den ?? ''} />
        {looksForAddresses && (
          <Entry name="dia-chi" label="Địa chỉ mạng" hint="Cả địa chỉ: 10.1.2.3" value={asked['dia-chi']} />
        )}
      </div>
      <div class="ha-acts">
        <button class="btn btn-primary" type="submit">
          Tìm trong nhật ký
        </button>
        <a class="btn btn-quiet" href="/nhat-ky">
          Bỏ điều kiện
        </a>
      </div>
    </form>
  );
}

interface EntryProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date';
  readonly value: string;
}

function Entry({ name, label, hint, type = 'text', value }: EntryProps): VNode {
  const id = `nk-${name}`;
  const control = { class: 'form-control', id, name, value, autocomplete: 'off', ...describedBy(id, { hint }) };
  return (
    <Field id={id} label={label} hint={hint}>
      {type === 'date' ? <TimeInput {...control} kind="date" /> : <input {...control} type="text" />}
    </Field>
  );
}
