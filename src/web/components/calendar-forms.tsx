import type { ComponentChildren, VNode } from 'preact';
import { CONFIDENCE_WORDS, DAY_OFF_WORDS } from '../wording/calendar.js';
import { Field } from './field.js';
import { Panel } from './panel.js';
import { PostForm } from './post-form.js';

interface UnitHours {
  /** Empty = the house. */
  readonly unitId: string;
  readonly whose: string;
  /** One shift a line. */
  readonly text: string;
}

export interface CalendarFormsView {
  /** Those of the house first, then of units that keep others. */
  readonly hours: readonly UnitHours[];
  readonly cultureDay: boolean;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ Nhật'] as const;

const NORMAL_HOURS =
  'Mỗi dòng một ca: thời gian áp dụng; các thứ; các khoảng giờ. Ví dụ: 01/04/2026 đến 31/10/2026; thứ Hai đến thứ Sáu; 07:00–11:30, 13:30–17:00';

/** The ways to propose a change; each leads to the page that shows what would be different. */
export function CalendarForms({ view, csrf }: { view: CalendarFormsView; csrf: string }): VNode {
  return (
    <Panel id="t-sua" heading="Đề nghị thay đổi">
      <p class="ha-small ha-mute">Chưa có gì thay đổi cho tới khi xem lại và xác nhận ở trang sau.</p>
      <Way label="Nhập tệp lịch…">
        <PostForm action="/lich-lam-viec/tep" csrf={csrf} enctype="multipart/form-data">
          <FileFields />
          <Words form="tep" />
          <Propose />
        </PostForm>
      </Way>
      <Way label="Sửa một ngày…">
        <PostForm action="/lich-lam-viec/ngay" csrf={csrf}>
          <DayFields />
          <Words form="ngay" />
          <Propose />
        </PostForm>
      </Way>
      {[...view.hours, ...newUnit(view)].map(({ unitId, whose, text }) => (
        <Way key={unitId} label={`Sửa giờ: ${whose}…`}>
          <Hours unitId={unitId} text={text} view={view} csrf={csrf} />
        </Way>
      ))}
      <Way label={view.cultureDay ? 'Thôi nghỉ ngày 24/11…' : 'Nghỉ ngày 24/11…'}>
        <PostForm action="/lich-lam-viec/van-hoa" csrf={csrf}>
          <p class="ha-small">
            Ngày Văn hóa Việt Nam 24/11 chưa tính là ngày nghỉ cho tới khi có luật. Bật khi luật có hiệu lực.
          </p>
          <input type="hidden" name="counted" value={view.cultureDay ? 'khong' : 'co'} />
          <Words form="van-hoa" />
          <Propose />
        </PostForm>
      </Way>
    </Panel>
  );
}

/** A place for a unit that has no hours of its own yet. */
function newUnit({ units, hours }: CalendarFormsView): readonly UnitHours[] {
  const left = units.some(({ id }) => hours.every(({ unitId }) => unitId !== id));
  return left ? [{ unitId: 'don-vi-khac', whose: 'đơn vị khác', text: hours[0]?.text ?? '' }] : [];
}

function Way({ label, children }: { label: string; children: ComponentChildren }): VNode {
  return (
    <details class="ha-more ha-calendar-way">
      <summary>{label}</summary>
      {children}
    </details>
  );
}

function FileFields(): VNode {
  return (
    <>
      <Field
        id="tep-tep"
        label="Tệp lịch"
        hint="JSON, iCalendar (.ics) hoặc bảng CSV có cột Ngày, Loại, Tên; chữ UTF-8."
      >
        <input
          class="form-control"
          id="tep-tep"
          aria-describedby="tep-tep-h"
          name="file"
          type="file"
          accept=".json,.ics,.csv"
          required
        />
      </Field>
      <Field id="tep-cach" label="Cách nhập">
        <select class="form-select" id="tep-cach" name="mode">
          <option value="replaceYears">Thay mọi ngày của các năm có trong tệp</option>
          <option value="add">Thêm vào, giữ các ngày khác</option>
        </select>
      </Field>
      <Confidence form="tep" />
    </>
  );
}

function DayFields(): VNode {
  return (
    <>
      <Field id="ngay-ngay" label="Ngày" hint="Ví dụ 31/12/2026">
        <input
          class="form-control"
          id="ngay-ngay"
          aria-describedby="ngay-ngay-h"
          name="date"
          inputMode="numeric"
          required
        />
      </Field>
      <Field id="ngay-loai" label="Là">
        <select class="form-select" id="ngay-loai" name="kind">
          {Object.entries(DAY_OFF_WORDS).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
          <option value="makeUp">Làm bù</option>
          <option value="none">Như ngày thường</option>
        </select>
      </Field>
      <Field id="ngay-ten" label="Tên ngày nghỉ" hint="Bỏ trống khi làm bù hoặc như ngày thường">
        <input class="form-control" id="ngay-ten" aria-describedby="ngay-ten-h" name="name" maxLength={200} />
      </Field>
      <Field id="ngay-gio" label="Làm bù theo giờ của">
        <select class="form-select" id="ngay-gio" name="weekday">
          {WEEKDAYS.map((name, index) => (
            <option key={name} value={String(index + 1)}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Confidence form="ngay" />
    </>
  );
}

function Hours({
  unitId,
  text,
  view,
  csrf,
}: {
  unitId: string;
  text: string;
  view: CalendarFormsView;
  csrf: string;
}): VNode {
  const form = unitId === '' ? 'gio' : `gio-${unitId}`;
  const own = new Set(view.hours.map((hours) => hours.unitId));
  const hint = unitId === '' ? NORMAL_HOURS : `${NORMAL_HOURS}. Bỏ trống để theo giờ của Sở.`;
  return (
    <PostForm action="/lich-lam-viec/gio" csrf={csrf}>
      {unitId === 'don-vi-khac' ? (
        <Field id={`${form}-don-vi`} label="Đơn vị">
          <select class="form-select" id={`${form}-don-vi`} name="unitId">
            {view.units
              .filter(({ id }) => !own.has(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </Field>
      ) : (
        <input type="hidden" name="unitId" value={unitId} />
      )}
      <Field id={`${form}-ca`} label="Các ca" hint={hint}>
        <textarea class="form-control" id={`${form}-ca`} name="shifts" rows={5} aria-describedby={`${form}-ca-h`}>
          {text}
        </textarea>
      </Field>
      <Words form={form} />
      <Propose />
    </PostForm>
  );
}

function Confidence({ form }: { form: string }): VNode {
  return (
    <Field id={`${form}-tin-cay`} label="Độ tin cậy">
      <select class="form-select" id={`${form}-tin-cay`} name="confidence">
        {Object.entries(CONFIDENCE_WORDS).map(([confidence, words]) => (
          <option key={confidence} value={confidence}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Words({ form }: { form: string }): VNode {
  return (
    <>
      <Field id={`${form}-can-cu`} label="Căn cứ" hint="Số, ngày của quyết định hoặc thông báo">
        <input
          class="form-control"
          id={`${form}-can-cu`}
          aria-describedby={`${form}-can-cu-h`}
          name="source"
          maxLength={400}
          required
        />
      </Field>
      <Field id={`${form}-ly-do`} label="Lý do thay đổi">
        <input class="form-control" id={`${form}-ly-do`} name="reason" maxLength={500} required />
      </Field>
    </>
  );
}

function Propose(): VNode {
  return (
    <button class="btn btn-primary" type="submit">
      Xem thay đổi
    </button>
  );
}
