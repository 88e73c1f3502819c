import type { VNode } from 'preact';
import {
  CHOICE_NAMES,
  CHOICES,
  type ChoiceName,
  type ProfileChoice,
} from '../../agency-profile/domain/profile-choices.js';
import {
  CITATION_LINES,
  NAME_LINES,
  namesOf,
  PROFILE_LINES,
  TITLE_LINES,
  type LineName,
  type ProfileLine,
} from '../../agency-profile/domain/profile-lines.js';
import { ActControl } from '../kit/acts/act-control.js';
import { Errors, type FormError } from '../kit/errors.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { TextField, type TypedForm } from '../kit/text-field.js';

/** GET `/thong-tin-co-quan/soan`, POST `/thong-tin-co-quan`: other facts, from a day on. */
export interface AgencyProfileFormView {
  /** The highest version there was when the form was drawn. */
  readonly latest: number;
  readonly units: readonly { readonly name: string; readonly label: string }[];
  /** Kinds of documents that heads of units may sign by order. */
  readonly initials: readonly { readonly name: string; readonly label: string }[];
  readonly byOrder: readonly { readonly name: string; readonly label: string }[];
  readonly form: TypedForm;
  readonly errors: readonly FormError[];
}

export function AgencyProfileFormPage({ frame, view }: { frame: PageFrame; view: AgencyProfileFormView }): VNode {
  const { form } = view;
  const field = (name: LineName): VNode => {
    const { label, hint }: ProfileLine = PROFILE_LINES[name];
    return <TextField key={name} form={form} name={name} label={label} {...(hint !== undefined && { hint })} />;
  };
  const choice = (name: ChoiceName): VNode => {
    const { label, asked = label, hint, options }: ProfileChoice = CHOICES[name];
    const value = form.values[name] ?? '';
    const listed = Object.entries(options).map(([option, words]) => ({ value: option, label: words }));
    return (
      <ActControl key={name} id={name} field={{ kind: 'radios', name, label: asked, hint, value, options: listed }} />
    );
  };
  return (
    <PageShell
      frame={frame}
      title="Đổi thông tin cơ quan"
      place="templates"
      crumb={{ href: '/thong-tin-co-quan', label: 'Thông tin cơ quan' }}
    >
      <PageHead heading="Đổi thông tin cơ quan">
        <p>Văn bản soạn từ ngày bắt đầu dùng thông tin mới; văn bản đã soạn không đổi.</p>
      </PageHead>
      <Errors heading="Chưa lưu được: còn chỗ cần sửa" errors={view.errors} />
      <PostForm action="/thong-tin-co-quan" csrf={frame.csrf} id="thong-tin" class="ha-stack" keeps>
        <input type="hidden" name="latest" value={String(view.latest)} />
        <Panel id="t-tu-ngay" heading="Từ ngày nào, vì sao">
          <TextField form={form} name="validFrom" label="Bắt đầu dùng từ ngày" hint="Từ hôm nay trở đi." type="date" />
          <TextField
            form={form}
            name="reason"
            label="Căn cứ, lý do"
            hint="Văn bản nào quyết định, ngày nào; lưu cùng bản này và trong nhật ký."
            rows={2}
          />
        </Panel>
        <Panel id="t-ten" heading="Tên, ký hiệu, địa chỉ">
          {namesOf(NAME_LINES).map(field)}
          <TextField
            form={form}
            name="contact"
            label="Địa chỉ ở chân trang đầu của công văn"
            hint="Mỗi dòng một dòng in, nhiều nhất 4 dòng. Bỏ trống nếu không in."
            rows={3}
          />
        </Panel>
        <Panel id="t-chuc-vu" heading="Chức vụ người ký">
          <div class="ha-fields">{namesOf(TITLE_LINES).map(field)}</div>
          <ActControl
            id="titlesBeforeNames"
            field={{
              kind: 'check',
              name: 'titlesBeforeNames',
              label: 'Được ghi học hàm, học vị trước họ tên người ký',
              hint: 'Chỉ khi Bộ cho phép đơn vị sự nghiệp giáo dục (Nghị định 30/2020/NĐ-CP, Phụ lục I); thường không ghi.',
              checked: (form.values['titlesBeforeNames'] ?? '') !== '',
            }}
          />
        </Panel>
        <Panel id="t-ky-nhay" heading="Ký nháy trên hệ thống quản lý văn bản">
          <p class="form-hint">
            Người được chọn xem và ký nháy trên hệ thống quản lý văn bản trước khi văn bản đến lãnh đạo. Không chọn ai
            thì văn bản đến thẳng lãnh đạo.
          </p>
          {view.initials.map(({ name, label }) => (
            <ActControl
              key={name}
              id={name}
              field={{ kind: 'check', name, label, checked: (form.values[name] ?? '') !== '' }}
            />
          ))}
        </Panel>
        <Panel id="t-trich-dan" heading="Văn bản được trích dẫn">
          {namesOf(CITATION_LINES).map(field)}
        </Panel>
        <Panel id="t-thua-lenh" heading="Loại văn bản được ký thừa lệnh">
          <p class="form-hint">
            Theo quy chế làm việc của cơ quan; thủ trưởng đơn vị chỉ được ký thừa lệnh các loại này.
          </p>
          {view.byOrder.map(({ name, label }) => (
            <ActControl
              key={name}
              id={name}
              field={{ kind: 'check', name, label, checked: (form.values[name] ?? '') !== '' }}
            />
          ))}
        </Panel>
        <Panel id="t-thu-tu" heading="Số, chữ ký và dấu của văn bản đi">
          {CHOICE_NAMES.map(choice)}
        </Panel>
        <Panel
          id="t-viet-tat"
          heading="Chữ viết tắt của các đơn vị trong ký hiệu"
          footer={
            <button class="btn btn-primary" type="submit">
              Lưu thông tin cơ quan
            </button>
          }
        >
          <div class="ha-fields">
            {view.units.map(({ name, label }) => (
              <TextField key={name} form={form} name={name} label={label} />
            ))}
          </div>
        </Panel>
      </PostForm>
    </PageShell>
  );
}
