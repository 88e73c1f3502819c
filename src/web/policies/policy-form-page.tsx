import type { VNode } from 'preact';
import { Errors, type FormError } from '../kit/errors.js';
import { PageShell } from '../kit/shell/layout.js';
import { MovedDeadlines, type MovedDeadlinesView } from '../calendar/moved-deadlines.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PolicyChanges, type PolicyChangesView } from './policy-changes.js';
import { CategoryFields, OwnLimitRows } from './policy-category-fields.js';
import { LimitRows, NumberField } from './policy-fields.js';
import { OwnRemindingRows, RemindingFields } from './policy-reminder-fields.js';
import { TextField, type TypedForm } from '../kit/text-field.js';
import { PostForm } from '../kit/post-form.js';

/** GET `/quy-dinh-thoi-han/soan`: a new version of the rules on time, which begins as the one in force. */
export interface PolicyFormView {
  /** `Bắt đầu từ bộ 1. …` */
  readonly intro: string;
  readonly basedOn: number;
  readonly latest: number;
  readonly form: TypedForm;
  /** All that is to be repaired, in the order of the form. */
  readonly errors: readonly FormError[];
  readonly duties: readonly DutyFold[];
  /** Rows for limits of categories' own, free ones included. */
  readonly ownRows: number;
  /** Rows for reminding of categories and levels, free ones included. */
  readonly remindingRows: number;
  /** What the typed set would change and move; null until somebody asks. */
  readonly preview: { readonly changes: PolicyChangesView; readonly moved: MovedDeadlinesView } | null;
}

/** One duty, folded up until it is changed or has something to repair. */
export interface DutyFold {
  readonly duty: string;
  readonly name: string;
  /** `4 giờ làm việc; Khẩn 1 giờ làm việc` */
  readonly summary: string;
  readonly open: boolean;
}

export function PolicyFormPage({ frame, view }: { frame: PageFrame; view: PolicyFormView }): VNode {
  const { form } = view;
  return (
    <PageShell
      frame={frame}
      title="Soạn bộ thời hạn mới"
      place="rules"
      crumb={{ href: '/quy-dinh-thoi-han', label: 'Quy định thời hạn' }}
    >
      <PageHead heading="Soạn bộ thời hạn mới">
        <p>{view.intro}</p>
      </PageHead>
      <Errors heading="Chưa ban hành được: còn chỗ cần sửa" errors={view.errors} />
      {view.preview !== null && <Preview preview={view.preview} />}
      <PostForm action="/quy-dinh-thoi-han" csrf={frame.csrf} id="bo-thoi-han" class="ha-stack" keeps>
        <input type="hidden" name="basedOn" value={String(view.basedOn)} />
        <input type="hidden" name="latest" value={String(view.latest)} />
        <Panel id="t-can-cu" heading="Căn cứ và thời gian áp dụng">
          <TextField form={form} name="name" label="Tên bộ thời hạn" />
          <TextField
            form={form}
            name="citation"
            label="Căn cứ: văn bản mà bộ thời hạn này thực hiện"
            hint="Loại, số, ngày, cơ quan ban hành."
            rows={2}
          />
          <div class="ha-fields">
            <TextField
              form={form}
              name="validFrom"
              label="Áp dụng từ ngày"
              hint="Phiếu nhận từ ngày này tính theo bộ mới. Từ hôm nay trở đi."
              type="date"
            />
            <TextField
              form={form}
              name="validTo"
              label="Đến hết ngày"
              hint="Bỏ trống nếu áp dụng đến khi có bộ khác."
              type="date"
            />
          </div>
          <TextField
            form={form}
            name="reason"
            label="Lý do thay đổi"
            hint="Lưu cùng bộ này và trong nhật ký; người xem sau đọc được."
            rows={2}
          />
        </Panel>
        <Panel
          id="t-thoi-han"
          heading="Thời hạn theo việc và mức độ"
          aside={<span class="ha-small ha-mute">Mở từng việc để sửa</span>}
          flush
        >
          {view.duties.map((fold) => (
            <details class="ha-fold" key={fold.duty} open={fold.open}>
              <summary>
                <span class="ha-strong">{fold.name}</span> <span class="ha-mute">{fold.summary}</span>
              </summary>
              <LimitRows form={form} duty={fold.duty} name={fold.name} />
            </details>
          ))}
        </Panel>
        <Panel id="t-linh-vuc" heading="Lĩnh vực" flush>
          <CategoryFields form={form} />
        </Panel>
        <Panel id="t-rieng" heading="Thời hạn riêng của lĩnh vực">
          <p class="form-hint">
            Thời hạn ghi ở đây thay thời hạn chung cho đúng việc và mức độ ấy. Bỏ trống dòng không dùng.
          </p>
          <OwnLimitRows form={form} rows={view.ownRows} />
        </Panel>
        <Panel id="t-nhac-viec" heading="Nhắc việc và báo lên cấp trên">
          <RemindingFields form={form} at="" />
        </Panel>
        <Panel
          id="t-nhac-rieng"
          heading="Nhắc riêng theo lĩnh vực, mức độ"
          aside={
            <span class="ha-small ha-mute">Thay phần nhắc chung; quy định theo lĩnh vực được ưu tiên áp dụng</span>
          }
          flush
        >
          <OwnRemindingRows form={form} rows={view.remindingRows} />
        </Panel>
        <Panel
          id="t-gioi-han"
          heading="Giới hạn khác"
          footer={
            <>
              <button class="btn" type="submit" formaction="/quy-dinh-thoi-han/xem-truoc">
                Xem phiếu sẽ đổi hạn
              </button>
              <button class="btn btn-primary" type="submit">
                Ban hành bộ thời hạn
              </button>
            </>
          }
        >
          <div class="ha-fields">
            <NumberField form={form} name="extensionsAllowed" label="Số lần gia hạn của một phiếu" />
            <NumberField form={form} name="reopeningsAllowed" label="Số lần mở lại của một phiếu" />
            <NumberField
              form={form}
              name="shortestRefusal"
              label="Độ dài tối thiểu của lý do không tiếp nhận (ký tự)"
            />
            <NumberField form={form} name="duplicateWindowDays" label="Tìm phản ánh trùng trong, ngày" />
          </div>
          <p class="form-hint">
            Bộ đã ban hành không sửa được; nếu sai, ban hành bộ khác. Hạn của phiếu đã nhận không đổi.
          </p>
        </Panel>
      </PostForm>
    </PageShell>
  );
}

/** Nothing is published by looking. */
function Preview({ preview: { changes, moved } }: { preview: NonNullable<PolicyFormView['preview']> }): VNode {
  return (
    <div class="ha-stack">
      <Note icon="info">
        <p>Chưa ban hành. Phiếu đã nhận chỉ đổi hạn khi áp dụng bộ này cho phiếu đang mở, ở trang của bộ.</p>
      </Note>
      <MovedDeadlines moved={moved} heading="Phiếu đang mở sẽ đổi hạn nếu áp dụng" after="Hạn theo bộ này" />
      <PolicyChanges changes={changes} />
    </div>
  );
}
