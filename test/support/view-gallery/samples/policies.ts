import { civilDate } from '../../../../src/kernel/civil-date.js';
import { policyAt, type PolicySet } from '../../../../src/law/index.js';
import type { PublishedPolicy } from '../../../../src/policies/index.js';
import { policiesView, policyView } from '../../../../src/web/policies/policies-view.js';
import { fieldsOf } from '../../../../src/web/policies/policy-form.js';
import { policyFormView } from '../../../../src/web/policies/policy-form-view.js';

const today = civilDate('2026-03-18');
const shipped = policyAt(today);
const source = { standing: 'choice', text: 'Thông báo 12/TB-SGDĐT ngày 16/3/2026 của Sở' } as const;

const second: PolicySet = {
  ...shipped,
  version: 2,
  name: 'Bộ thời hạn từ tháng 4',
  validFrom: civilDate('2026-04-01'),
  limits: {
    ...shipped.limits,
    process: { ...shipped.limits.process, normal: { amount: 7, unit: 'workingDays', source } },
  },
  categories: {
    ...shipped.categories,
    schoolSafety: {
      ...shipped.categories.schoolSafety,
      limits: { process: { normal: { amount: 2, unit: 'workingDays', source } } },
    },
  },
};

const history: readonly PublishedPolicy[] = [
  { set: shipped, publication: null },
  {
    set: second,
    publication: {
      byName: 'Lê Văn An',
      at: new Date('2026-03-17T02:00:00Z'),
      reason: 'Theo kết luận họp giao ban tháng 3: thêm thời gian xác minh tại trường.',
    },
  },
];

export const versions = policiesView({ history, inForce: shipped, today, mayPublish: true });

export const version = policyView(history[1] ?? { set: second, publication: null }, shipped, true);

const form = { base: second, latest: 2, today };

export const draft = policyFormView({ ...form, refused: null, moved: null });

export const draftRefused = policyFormView({
  ...form,
  moved: null,
  refused: {
    sentence: '',
    fields: {
      ...fieldsOf(second),
      citation: '',
      reason: 'vì thế',
      'limits.process.complex': '12',
      'limits.writtenStatus.normal': '0',
      'own.1': '3',
      'categories.fees.name': '',
      'reminders.percents': '80, 50',
      'escalation.director': '0',
    },
  },
});
