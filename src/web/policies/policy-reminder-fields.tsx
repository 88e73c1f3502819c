import type { VNode } from 'preact';
import { CATEGORIES, type Category, ESCALATION_TIERS, ESCALATION_WORDS, LEVEL_WORDS, LEVELS } from '../../law/index.js';
import { FieldError } from '../kit/field.js';
import { Choice, NumberControl } from './policy-fields.js';
import { TextField, type TypedForm } from '../kit/text-field.js';

const KINDS = ['percent', 'overdue', 'none'] as const;

const KIND_WORDS: Readonly<Record<(typeof KINDS)[number], string>> = {
  percent: '% thời hạn đã qua, từ',
  overdue: 'ngày làm việc quá hạn, từ',
  none: 'không báo',
};

/** When who hears. @param at before the names of its controls: empty for the whole set, `reminding.0.` for a row */
export function RemindingFields({ form, at }: { form: TypedForm; at: string }): VNode {
  return (
    <>
      <div class="ha-fields">
        <TextField
          form={form}
          name={`${at}reminders.percents`}
          label="Nhắc khi đã qua, % thời hạn"
          hint="Tăng dần, ví dụ 50, 80, 100."
        />
        <TextField
          form={form}
          name={`${at}reminders.overdueAt`}
          label="Giờ nhắc phiếu quá hạn"
          hint="Mỗi ngày làm việc một lần."
          type="time"
        />
      </div>
      <EscalationFields form={form} at={at} />
    </>
  );
}

/** From which point on each tier hears of a ticket. */
function EscalationFields({ form, at }: { form: TypedForm; at: string }): VNode {
  return (
    <fieldset>
      <legend>Báo cho ai, từ khi nào</legend>
      {ESCALATION_TIERS.map((tier) => {
        const [name, words] = [`${at}escalation.${tier}`, ESCALATION_WORDS[tier]];
        return (
          <div class="ha-tier-row" key={tier}>
            <span class="ha-limit-what">{words}</span>
            <Choice
              form={form}
              name={`${name}.kind`}
              label={`${words}: tính theo`}
              options={KINDS}
              words={KIND_WORDS}
            />
            <NumberControl form={form} name={name} label={`${words}: từ`} />
            <FieldError id={name} error={form.errors[name]} />
          </div>
        );
      })}
    </fieldset>
  );
}

/** Reminding of its own for categories and levels; a row for which none is chosen is left out when the form is read. */
export function OwnRemindingRows({ form, rows }: { form: TypedForm; rows: number }): VNode {
  return (
    <>
      {Array.from({ length: rows }, (_, row) => (
        <OwnRemindingRow key={row} form={form} row={row} />
      ))}
    </>
  );
}

function OwnRemindingRow({ form, row }: { form: TypedForm; row: number }): VNode {
  const at = `reminding.${row}.`;
  const categories = Object.fromEntries(
    CATEGORIES.map((category) => [category, form.values[`categories.${category}.name`] ?? category]),
  ) as Record<Category, string>;
  const begun = begunAsTheSet(form, at);
  const flawed = Object.keys(form.errors).some((name) => name.startsWith(at));
  return (
    <details class="ha-fold" open={flawed}>
      <summary>{rowWords(form, at, categories) ?? 'Thêm nhắc riêng'}</summary>
      <fieldset class="ha-panel-b">
        <legend class="ha-vh">Nhắc riêng, dòng {row + 1}</legend>
        <div class="ha-own-reminding">
          <Choice
            form={begun}
            name={`${at}category`}
            label={`Nhắc riêng, dòng ${row + 1}: lĩnh vực`}
            options={CATEGORIES}
            words={categories}
            none="Mọi lĩnh vực"
          />
          <Choice
            form={begun}
            name={`${at}level`}
            label={`Nhắc riêng, dòng ${row + 1}: mức độ`}
            options={LEVELS}
            words={LEVEL_WORDS}
            none="Mọi mức độ"
          />
          <FieldError id={`${at}category`} error={form.errors[`${at}category`]} />
        </div>
        <RemindingFields form={begun} at={at} />
      </fieldset>
    </details>
  );
}

/** A free row begins with the chain and the hour of the whole set; without category, level and per cents it states nothing. */
function begunAsTheSet(form: TypedForm, at: string): TypedForm {
  const { values } = form;
  const begin = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith('escalation.') || name === 'reminders.overdueAt')
      .map(([name, value]) => [`${at}${name}`, value]),
  );
  const isFree = !Object.keys(values).some((name) => name.startsWith(at));
  return isFree ? { ...form, values: { ...begin, ...values } } : form;
}

/** `Thu chi, dạy thêm; khẩn`; null for a row that nobody has filled in. */
function rowWords({ values }: TypedForm, at: string, categories: Readonly<Record<string, string>>): string | null {
  const [category, level] = [values[`${at}category`] ?? '', values[`${at}level`] ?? ''];
  const known = LEVELS.find((one) => one === level);
  const words = [categories[category] ?? '', known === undefined ? '' : LEVEL_WORDS[known].toLowerCase()];
  const said = words.filter((one) => one !== '');
  return said.length === 0 ? null : said.join('; ');
}
