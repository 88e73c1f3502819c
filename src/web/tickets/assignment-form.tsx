import type { VNode } from 'preact';
import { controlClass, describedBy, Field, FieldError } from '../kit/field.js';
import { PostForm } from '../kit/post-form.js';

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

/** Units that may be asked to help, and what they are asked. */
export interface HelpingUnitsView {
  readonly units: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
  readonly question: string;
  /** `Phòng Giáo dục Tiểu học đang được hỏi.`; null when nobody is. */
  readonly asked: string | null;
}

/** To whom a ticket may be handed. */
export interface AssignmentView {
  /** Posts `unitId` and `officerId`; `coordinators` (several), `question`, `directive`; `seen`. */
  readonly action: string;
  /** `Giao việc` at first, `Giao lại` later. */
  readonly label: string;
  readonly units: readonly AssignableUnit[];
  readonly unitId: string | null;
  readonly officerId: string | null;
  /** Why this unit is proposed, when one is. */
  readonly because: string | null;
  /** Papers like this one that the proposed unit had before. */
  readonly earlier: readonly { readonly code: string; readonly href: string }[];
  /** Null for those who hand on within their unit. */
  readonly helping: HelpingUnitsView | null;
  readonly directive: string;
  /** The version of the ticket that the form was drawn from. */
  readonly seen: number;
  readonly errors: {
    readonly unitId: string | null;
    readonly officerId: string | null;
    readonly coordinators?: string | null;
    readonly question?: string | null;
    readonly directive?: string | null;
    readonly directedBy?: string | null;
    /** What was refused, as a whole. */
    readonly whole?: string | null;
  };
  /** Where the same fields go to be laid before a leader; null for those who decide it. */
  readonly proposal: string | null;
  /** Leaders whose words a clerk may write down; empty for those who write their own. */
  readonly leaders: readonly { readonly id: string; readonly name: string }[];
  /** Whether this is the act to do now: the form stands open. */
  readonly open: boolean;
}

/**
 * Lead unit and contact officer, the units that help, and a word to them all. With scripts, only the chosen unit's officers are offered, and that unit
 * is not asked to help itself.
 */
export function AssignmentForm({ assignment, csrf }: { assignment: AssignmentView; csrf: string }): VNode {
  const { errors, helping } = assignment;
  return (
    <details class="ha-more ha-assign" id="giao" open={assignment.open}>
      <summary data-key="g">{assignment.label}…</summary>
      <PostForm action={assignment.action} csrf={csrf}>
        <input type="hidden" name="seen" value={assignment.seen} />
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
        {assignment.earlier.length > 0 && <Earlier papers={assignment.earlier} />}
        <Officers assignment={assignment} />
        {helping !== null && <HelpingUnits helping={helping} errors={errors} />}
        <Text
          id="but-phe"
          name="directive"
          label={assignment.proposal === null ? 'Ý kiến chỉ đạo' : 'Dự thảo ý kiến chỉ đạo của lãnh đạo'}
          value={assignment.directive}
          error={errors.directive}
        />
        {assignment.leaders.length > 0 && <Leaders assignment={assignment} />}
        <FieldError id="giao" error={errors.whole} />
        <button class="btn btn-primary" type="submit">
          {assignment.proposal === null ? assignment.label : 'Giao theo bảng phân công'}
        </button>
        {assignment.proposal !== null && (
          <button class="btn" type="submit" formaction={assignment.proposal}>
            Đề xuất lãnh đạo giao
          </button>
        )}
      </PostForm>
    </details>
  );
}

function Earlier({ papers }: { papers: AssignmentView['earlier'] }): VNode {
  return (
    <p class="form-hint">
      Phiếu tương tự:{' '}
      {papers.map(({ code, href }, at) => (
        <>
          {at > 0 && ', '}
          <a key={code} href={href}>
            {code}
          </a>
        </>
      ))}
    </p>
  );
}

/** Whose words the directive is, where a clerk writes down what a leader said. */
function Leaders({ assignment: { leaders, errors } }: { assignment: AssignmentView }): VNode {
  const error = errors.directedBy ?? null;
  return (
    <Field id="nguoi-but-phe" label="Người cho ý kiến" error={error}>
      <select
        class={controlClass('form-select', error)}
        id="nguoi-but-phe"
        name="directedById"
        {...describedBy('nguoi-but-phe', { error })}
      >
        <option value="">Người giao</option>
        {leaders.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Officers({ assignment: { units, officerId, errors } }: { assignment: AssignmentView }): VNode {
  return (
    <Field id="can-bo" label="Cán bộ đầu mối" error={errors.officerId}>
      <select
        class={controlClass('form-select', errors.officerId)}
        id="can-bo"
        name="officerId"
        required
        {...describedBy('can-bo', { error: errors.officerId })}
      >
        <option value="">Chọn cán bộ</option>
        {units.map((unit) => (
          <optgroup key={unit.id} label={unit.name} data-unit={unit.id}>
            {unit.officers.map((officer) => (
              <option key={officer.id} value={officer.id} selected={officer.id === officerId}>
                {officer.note === null ? officer.name : `${officer.name}, ${officer.note}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

/** Stays folded until somebody needs it: most tickets have one unit. */
function HelpingUnits({
  helping: { units, question, asked },
  errors,
}: {
  helping: HelpingUnitsView;
  errors: AssignmentView['errors'];
}): VNode {
  const wanted = units.some(({ chosen }) => chosen);
  return (
    <details class="ha-act" open={wanted}>
      <summary>Đơn vị phối hợp</summary>
      <fieldset
        class="ha-field"
        data-helping="don-vi"
        {...describedBy('phoi-hop', { hint: asked, error: errors.coordinators })}
      >
        <legend class="form-label">Xin ý kiến của</legend>
        {asked !== null && (
          <span class="form-hint" id="phoi-hop-h">
            {asked}
          </span>
        )}
        <div class="ha-choices">
          {units.map(({ id, name, chosen }) => (
            <label class="form-check" key={id}>
              <input class="form-check-input" type="checkbox" name="coordinators" value={id} checked={chosen} />
              <span class="form-check-label">{name}</span>
            </label>
          ))}
        </div>
        <FieldError id="phoi-hop" error={errors.coordinators} />
      </fieldset>
      <Text
        id="noi-dung-phoi-hop"
        name="question"
        label="Nội dung đề nghị phối hợp"
        hint="Mỗi đơn vị có hạn trả lời riêng; quá hạn coi như không có ý kiến."
        value={question}
        error={errors.question}
      />
    </details>
  );
}

interface TextProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | null | undefined;
}

function Text({ id, name, label, hint, value, error = null }: TextProps): VNode {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        class={controlClass('form-control', error)}
        id={id}
        name={name}
        rows={2}
        maxLength={2000}
        {...describedBy(id, { hint, error })}
      >
        {value}
      </textarea>
    </Field>
  );
}
