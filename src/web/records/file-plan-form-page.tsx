import type { VNode } from 'preact';
import { RETENTIONS } from '../../records/domain/retention.js';
import { Errors, type FormError } from '../kit/errors.js';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { TextField, type TypedForm } from '../kit/text-field.js';

/** GET `/danh-muc-ho-so/soan?nam=`, POST `/danh-muc-ho-so`: the whole plan of a year. */
export interface FilePlanFormView {
  readonly year: number;
  /** The version that the form was drawn from. */
  readonly latest: number;
  readonly lead: string;
  readonly rows: readonly number[];
  /** The row under which files of tickets are opened. */
  readonly forTickets: string;
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly form: TypedForm;
  readonly errors: readonly FormError[];
}

const RETENTION_CHOICES = RETENTIONS.map(({ code, words, hint }) => ({
  value: code,
  label: hint === '' ? words : `${words} (${hint})`,
}));

export function FilePlanFormPage({ frame, view }: { frame: PageFrame; view: FilePlanFormView }): VNode {
  const { form, year } = view;
  return (
    <PageShell
      frame={frame}
      title={`Soạn danh mục hồ sơ năm ${year}`}
      place="registers"
      crumb={{ href: `/danh-muc-ho-so?nam=${year}`, label: `Danh mục hồ sơ năm ${year}` }}
    >
      <PageHead heading={`Soạn danh mục hồ sơ năm ${year}`}>
        <p>{view.lead}</p>
      </PageHead>
      <Errors heading="Chưa lưu được: còn chỗ cần sửa" errors={view.errors} />
      <PostForm action="/danh-muc-ho-so" csrf={frame.csrf} id="danh-muc" class="ha-stack" keeps>
        <input type="hidden" name="year" value={String(year)} />
        <input type="hidden" name="latest" value={String(view.latest)} />
        {view.rows.map((at) => (
          <EntryPanel key={at} at={at} view={view} />
        ))}
        <Panel
          id="t-ly-do"
          heading="Căn cứ, lý do"
          footer={
            <button class="btn btn-primary" type="submit">
              Lưu danh mục
            </button>
          }
        >
          <TextField
            form={form}
            name="reason"
            label="Căn cứ, lý do"
            hint="Quyết định ban hành danh mục, ngày nào; hoặc vì sao sửa. Lưu cùng bản này và trong nhật ký."
            rows={2}
          />
        </Panel>
      </PostForm>
    </PageShell>
  );
}

function EntryPanel({ at, view }: { at: number; view: FilePlanFormView }): VNode {
  const { form, units, forTickets } = view;
  const written = form.values[`notation.${at}`] ?? '';
  const choice = `de-muc-${at}`;
  return (
    <Panel id={`t-de-muc-${at}`} heading={written === '' ? `Đề mục ${at + 1}` : `Đề mục ${at + 1}: ${written}`}>
      <TextField form={form} name={`title.${at}`} label="Tiêu đề hồ sơ" />
      <div class="ha-fields">
        <TextField form={form} name={`notation.${at}`} label="Số và ký hiệu" />
        <Choice form={form} name={`retention.${at}`} label="Thời hạn bảo quản" options={RETENTION_CHOICES} />
        <Choice
          form={form}
          name={`unit.${at}`}
          label="Đơn vị lập hồ sơ"
          options={[{ value: '', label: 'Đơn vị giải quyết' }, ...units]}
        />
        <label class="form-check" for={choice}>
          <input
            class="form-check-input"
            type="radio"
            id={choice}
            name="forTickets"
            value={String(at)}
            checked={forTickets === String(at)}
          />
          <span class="form-check-label">Hồ sơ của phiếu phản ánh mở theo đề mục này</span>
        </label>
      </div>
    </Panel>
  );
}

function Choice({
  form,
  name,
  label,
  options,
}: {
  form: TypedForm;
  name: string;
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
}): VNode {
  const error = form.errors[name];
  const chosen = form.values[name] ?? (name.startsWith('retention') ? '10' : '');
  return (
    <Field id={name} label={label} error={error}>
      <select
        id={name}
        name={name}
        class={controlClass('form-select', error ?? null)}
        {...describedBy(name, { error })}
      >
        {options.map(({ value, label: words }) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}
