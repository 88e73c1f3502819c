import type { VNode } from 'preact';
import type { TicketQuestion } from '../../tickets/domain/search/search-question.js';
import type { FormError } from '../kit/errors.js';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { TimeInput } from '../kit/time-input.js';

export interface SearchFormView {
  readonly question: TicketQuestion;
  readonly errors: readonly FormError[];
  /** Empty where a person sees one unit alone. */
  readonly units: readonly ChoiceView[];
  /** Schools and centres that a ticket may be about. */
  readonly schools: readonly ChoiceView[];
  readonly channels: readonly ChoiceView[];
  readonly states: readonly ChoiceView[];
  readonly categories: readonly ChoiceView[];
  readonly levels: readonly ChoiceView[];
}

export interface ChoiceView {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

/** Everything by which a ticket may be found; errors stand beside their fields. A plain GET, so that a search can be kept as an address. */
export function SearchForm({ view }: { view: SearchFormView }): VNode {
  const { question } = view;
  return (
    <form action="/tim-kiem" role="search" aria-labelledby="dieu-can-tim">
      <div class="ha-fields">
        <Entry view={view} id="tim-chu" name="tim" label="Chữ trong phiếu" value={question.words} />
        <Entry
          view={view}
          id="ma"
          name="ma"
          label="Mã phiếu, mã Tổng đài, số văn bản"
          hint="Cả mã hoặc phần cuối: 0042"
          value={question.code}
        />
        <Entry view={view} id="nguoi" name="nguoi" label="Người xử lý, người phản ánh" value={question.person} />
        {view.units.length > 0 && (
          <Choice id="don-vi-tim" name="don-vi" label="Đơn vị" any="Mọi đơn vị" choices={view.units} />
        )}
        <Choice id="truong" name="truong" label="Trường, trung tâm bị phản ánh" any="Mọi nơi" choices={view.schools} />
        <Choice id="kenh" name="kenh" label="Kênh tiếp nhận" any="Mọi kênh" choices={view.channels} />
        <Entry view={view} id="tu" name="tu" label="Nhận từ ngày" type="date" value={question.from ?? ''} />
        <Entry view={view} id="den" name="den" label="Nhận đến hết ngày" type="date" value={question.to ?? ''} />
        <Entry view={view} id="han-tu" name="han-tu" label="Hạn từ ngày" type="date" value={question.dueFrom ?? ''} />
        <Entry
          view={view}
          id="han-den"
          name="han-den"
          label="Hạn đến hết ngày"
          type="date"
          value={question.dueTo ?? ''}
        />
        <Choice id="linh-vuc" name="linh-vuc" label="Lĩnh vực" any="Mọi lĩnh vực" choices={view.categories} />
        <Choice id="muc" name="muc" label="Mức độ" any="Mọi mức độ" choices={view.levels} />
      </div>
      <fieldset class="ha-field">
        <legend class="form-label">Trạng thái</legend>
        <div class="ha-checks">
          {view.states.map(({ value, label, chosen }) => (
            <label key={value} class="form-check">
              <input class="form-check-input" type="checkbox" name="trang-thai" value={value} checked={chosen} />
              <span class="form-check-label">{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="ha-acts">
        <button class="btn btn-primary" type="submit">
          Tìm
        </button>
        <a class="btn" href="/tim-kiem">
          Xóa điều kiện
        </a>
      </div>
    </form>
  );
}

interface EntryProps {
  readonly view: SearchFormView;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly type?: 'date' | 'text';
}

function Entry({ view, id, name, label, value, hint, type = 'text' }: EntryProps): VNode {
  const error = view.errors.find(({ field }) => field === id)?.text;
  const control = {
    class: controlClass('form-control', error ?? null),
    id,
    name,
    value,
    maxlength: 500,
    autocomplete: 'off',
    ...describedBy(id, { hint, error }),
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {type === 'date' ? <TimeInput {...control} kind="date" /> : <input {...control} type="text" />}
    </Field>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly choices: readonly ChoiceView[];
}

/** One of several, or any. */
export function Choice({ id, name, label, any, choices }: ChoiceProps): VNode {
  return (
    <Field id={id} label={label}>
      <select class="form-select" id={id} name={name}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
