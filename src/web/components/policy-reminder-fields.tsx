import type { VNode } from 'preact';
import { ESCALATION_TIERS, ESCALATION_WORDS } from '../../law/index.js';
import { FieldError } from './field.js';
import { Choice, NumberControl, type PolicyForm } from './policy-fields.js';

const KINDS = ['percent', 'overdue', 'none'] as const;

const KIND_WORDS: Readonly<Record<(typeof KINDS)[number], string>> = {
  percent: '% thời hạn đã qua, từ',
  overdue: 'ngày làm việc quá hạn, từ',
  none: 'không báo',
};

/** From which point on each tier hears of a ticket. */
export function EscalationFields({ form }: { form: PolicyForm }): VNode {
  return (
    <fieldset>
      <legend>Báo cho ai, từ khi nào</legend>
      {ESCALATION_TIERS.map((tier) => {
        const [name, words] = [`escalation.${tier}`, ESCALATION_WORDS[tier]];
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
