import type { VNode } from 'preact';
import { controlClass, describedBy, Field } from './field.js';
import { PostForm } from './post-form.js';

export interface AssignableUnit {
  readonly id: string;
  readonly name: string;
  readonly officers: readonly {
    readonly id: string;
    readonly name: string;
    /** `đang giữ 6 phiếu` */
    readonly note: string | null;
  }[];
}

/** To whom a ticket may be handed. */
export interface AssignmentView {
  /** Posts `unitId` and `officerId`. */
  readonly action: string;
  /** `Giao việc` at first, `Giao lại` later. */
  readonly label: string;
  readonly units: readonly AssignableUnit[];
  readonly unitId: string | null;
  readonly officerId: string | null;
  /** Why this unit is proposed, when one is. */
  readonly because: string | null;
  readonly errors: { readonly unitId: string | null; readonly officerId: string | null };
  /** Whether this is the act to do now: the form stands open. */
  readonly open: boolean;
}

/** Unit and contact officer. With scripts, only the chosen unit's officers are offered. */
export function AssignmentForm({ assignment, csrf }: { assignment: AssignmentView; csrf: string }): VNode {
  const { errors } = assignment;
  return (
    <details class="ha-more ha-assign" id="giao" open={assignment.open}>
      <summary data-key="g">{assignment.label}…</summary>
      <PostForm action={assignment.action} csrf={csrf}>
        <Field id="don-vi" label="Đơn vị chủ trì" hint={assignment.because} error={errors.unitId}>
          <select
            class={controlClass('form-select', errors.unitId)}
            id="don-vi"
            name="unitId"
            required
            data-unit-choice="can-bo"
            {...describedBy('don-vi', { hint: assignment.because, error: errors.unitId })}
          >
            <option value="">Chọn đơn vị</option>
            {assignment.units.map((unit) => (
              <option key={unit.id} value={unit.id} selected={unit.id === assignment.unitId}>
                {unit.name}
              </option>
            ))}
          </select>
        </Field>
        <Field id="can-bo" label="Cán bộ đầu mối" error={errors.officerId}>
          <select
            class={controlClass('form-select', errors.officerId)}
            id="can-bo"
            name="officerId"
            required
            {...describedBy('can-bo', { error: errors.officerId })}
          >
            <option value="">Chọn cán bộ</option>
            {assignment.units.map((unit) => (
              <optgroup key={unit.id} label={unit.name} data-unit={unit.id}>
                {unit.officers.map((officer) => (
                  <option key={officer.id} value={officer.id} selected={officer.id === assignment.officerId}>
                    {officer.note === null ? officer.name : `${officer.name}, ${officer.note}`}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        <button class="btn btn-primary" type="submit">
          {assignment.label}
        </button>
      </PostForm>
    </details>
  );
}
