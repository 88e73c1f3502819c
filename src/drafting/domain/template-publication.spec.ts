import { ROLES } from '../../kernel/actor.js';
import { civilDate } from '../../kernel/civil-date.js';
import type { TemplateFinding, TemplateReport } from './template-lint/finding.js';
import { mayChangeTemplates, templatePublicationFlaws } from './template-publication.js';

const finding: TemplateFinding = {
  code: 'format',
  part: 'word/document.xml',
  tag: null,
  message: 'a',
  suggestion: 'b',
};
const CLEAN: TemplateReport = { errors: [], warnings: [] };
const WARNED: TemplateReport = { errors: [], warnings: [finding] };
const whole = { validFrom: '2026-03-18', reason: 'Quyết định của Giám đốc Sở.', acceptedBecause: '' };

describe('a template taken into use', () => {
  it.each<[string, object, TemplateReport, readonly string[]]>([
    ['from today', {}, CLEAN, []],
    ['from a day that is over', { validFrom: '2026-03-17' }, CLEAN, ['validFrom']],
    ['from no day', { validFrom: '2026-02-30' }, CLEAN, ['validFrom']],
    ['without a reason', { reason: 'đổi' }, CLEAN, ['reason']],
    ['with warnings, and nobody says why', {}, WARNED, ['acceptedBecause']],
    ['with warnings that somebody has weighed', { acceptedBecause: 'Chữ ẩn là lời dặn người soạn.' }, WARNED, []],
    [
      'with errors, whatever is said',
      { acceptedBecause: 'Vẫn dùng được như thế.' },
      { errors: [finding], warnings: [] },
      ['file'],
    ],
  ])('%s', (_rule, change, report, expected) => {
    const flaws = templatePublicationFlaws({ ...whole, ...change }, report, civilDate('2026-03-18'));
    expect(flaws.map(({ field }) => field)).toEqual(expected);
  });

  it('is brought by the registry, the Office and the administrator', () => {
    const may = ROLES.filter((role) => mayChangeTemplates({ id: 'a', name: 'A', unitId: null, roles: [role] }));
    expect(may).toEqual(['registryClerk', 'formatChecker', 'administrator']);
  });
});
