import type { VNode } from 'preact';
import {
  ANONYMITY_RULES,
  ANONYMITY_WORDS,
  CATEGORIES,
  type Category,
  DUTIES,
  DUTY_WORDS,
  LEVEL_WORDS,
  LEVELS,
} from '../../law/index.js';
import { controlClass, describedBy, FieldError } from '../kit/field.js';
import { Choice, LimitControls } from './policy-fields.js';
import type { TypedForm } from '../kit/text-field.js';

/** The words of the rule behind what it is about, for the choice has no label that is seen. */
const ANONYMOUS_WORDS = Object.fromEntries(
  ANONYMITY_RULES.map((rule) => {
    const words = ANONYMITY_WORDS[rule];
    return [rule, `Không tên: ${words.slice(0, 1).toLowerCase()}${words.slice(1)}`];
  }),
) as Record<(typeof ANONYMITY_RULES)[number], string>;

/** What a free row begins with; without category and amount it states nothing. */
function withRowDefaults(form: TypedForm, name: string): TypedForm {
  const begin = { [`${name}.duty`]: 'process', [`${name}.level`]: 'normal', [`${name}.standing`]: 'choice' };
  return { ...form, values: { ...begin, ...form.values } };
}

/** How each kind of feedback is treated, a row a kind. */
export function CategoryFields({ form }: { form: TypedForm }): VNode {
  return (
    <div class="ha-category-rows">
      {CATEGORIES.map((category) => (
        <CategoryRow key={category} form={form} category={category} />
      ))}
    </div>
  );
}

function CategoryRow({ form, category }: { form: TypedForm; category: Category }): VNode {
  const name = `categories.${category}`;
  const field = `${name}.name`;
  const [said, error] = [form.values[field] ?? '', form.errors[field]];
  return (
    <fieldset class="ha-category-row">
      <legend class="ha-vh">Lĩnh vực {said}</legend>
      <input
        class={controlClass('form-control', error ?? null)}
        id={field}
        name={field}
        aria-label="Tên lĩnh vực"
        autocomplete="off"
        value={said}
        {...describedBy(field, { error })}
      />
      <Tick
        form={form}
        name={`${name}.aboutConduct`}
        label="Bảo mật thông tin người phản ánh đối với đơn vị bị phản ánh"
      />
      <Tick form={form} name={`${name}.aboutChildren`} label="Có thể nêu tên trẻ em" />
      <Choice
        form={form}
        name={`${name}.anonymous`}
        label={`${said}: phản ánh nặc danh`}
        options={ANONYMITY_RULES}
        words={ANONYMOUS_WORDS}
      />
      <FieldError id={field} error={error} />
    </fieldset>
  );
}

function Tick({ form, name, label }: { form: TypedForm; name: string; label: string }): VNode {
  return (
    <label class="form-check" for={name}>
      <input
        class="form-check-input"
        type="checkbox"
        id={name}
        name={name}
        value="on"
        checked={form.values[name] === 'on'}
      />
      <span>{label}</span>
    </label>
  );
}

/** Limits that a category has for itself; empty rows are left out when the form is read. */
export function OwnLimitRows({ form, rows }: { form: TypedForm; rows: number }): VNode {
  const categories = Object.fromEntries(
    CATEGORIES.map((category) => [category, form.values[`categories.${category}.name`] ?? category]),
  ) as Record<Category, string>;
  return (
    <>
      {Array.from({ length: rows }, (_, row) => {
        const [name, of] = [`own.${row}`, `Dòng ${row + 1}`];
        const begun = withRowDefaults(form, name);
        return (
          <fieldset class="ha-own-row" key={row}>
            <legend class="ha-vh">{of}</legend>
            <Choice
              form={begun}
              name={`${name}.category`}
              label={`${of}: lĩnh vực`}
              options={CATEGORIES}
              words={categories}
              none="Chọn lĩnh vực"
            />
            <Choice form={begun} name={`${name}.duty`} label={`${of}: việc`} options={DUTIES} words={DUTY_WORDS} />
            <Choice form={begun} name={`${name}.level`} label={`${of}: mức độ`} options={LEVELS} words={LEVEL_WORDS} />
            <LimitControls form={begun} name={name} of={of} />
          </fieldset>
        );
      })}
    </>
  );
}
