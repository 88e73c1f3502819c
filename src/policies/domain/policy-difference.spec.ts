import { civilDate } from '../../kernel/civil-date.js';
import { policyAt } from '../../law/default-policy.js';
import type { PolicySet } from '../../law/policy.js';
import { policyDifference } from './policy-difference.js';

const shipped = policyAt(civilDate('2026-03-18'));
const { fees } = shipped.categories;
const source = { standing: 'choice', text: 'Thông báo 12' } as const;
const three = { amount: 3, unit: 'workingDays', source } as const;

const withFees = (change: Partial<typeof fees>): PolicySet => ({
  ...shipped,
  categories: { ...shipped.categories, fees: { ...fees, ...change } },
});
const { process } = shipped.limits;
const urgent = { category: null, level: 'urgent' } as const;

describe('what two versions of the rules state differently', () => {
  it('is nothing between a version and itself, whatever its days', () => {
    expect(policyDifference(shipped, { ...shipped, version: 2, validFrom: civilDate('2026-04-01') })).toEqual([]);
  });

  it.each<[string, PolicySet, readonly [string, string, string | null, string | null][]]>([
    [
      'a limit of the set and its source',
      { ...shipped, limits: { ...shipped.limits, process: { ...process, normal: three } } },
      [
        ['limits.process.normal', 'Giải quyết và trả lời, mức bình thường', '5 ngày làm việc', '3 ngày làm việc'],
        [
          'limits.process.normal.source',
          'Giải quyết và trả lời, mức bình thường: căn cứ',
          `Tham khảo quy định của địa phương, bộ, ngành khác: ${process.normal.source.text}`,
          'Sở quy định: Thông báo 12',
        ],
      ],
    ],
    [
      'a source alone',
      { ...shipped, limits: { ...shipped.limits, process: { ...process, normal: { ...process.normal, source } } } },
      [
        [
          'limits.process.normal.source',
          'Giải quyết và trả lời, mức bình thường: căn cứ',
          `Tham khảo quy định của địa phương, bộ, ngành khác: ${process.normal.source.text}`,
          'Sở quy định: Thông báo 12',
        ],
      ],
    ],
    [
      'a limit that a category now has for itself',
      withFees({ limits: { process: { normal: three } } }),
      [
        [
          'categories.fees.limits.process.normal',
          'Thu chi, dạy thêm: Giải quyết và trả lời, mức bình thường',
          null,
          '3 ngày làm việc',
        ],
        [
          'categories.fees.limits.process.normal.source',
          'Thu chi, dạy thêm: Giải quyết và trả lời, mức bình thường: căn cứ',
          null,
          'Sở quy định: Thông báo 12',
        ],
      ],
    ],
    [
      'how anonymous feedback of a category is treated',
      withFees({ anonymous: 'accept' }),
      [
        [
          'categories.fees.anonymous',
          'Thu chi, dạy thêm: phản ánh nặc danh',
          'Không tiếp nhận, có nêu lý do',
          'Tiếp nhận như phản ánh có họ tên, cách liên hệ',
        ],
      ],
    ],
    [
      'whether its sender is kept from the unit',
      withFees({ aboutConduct: false }),
      [
        [
          'categories.fees.aboutConduct',
          'Thu chi, dạy thêm: bảo mật thông tin người phản ánh đối với đơn vị bị phản ánh',
          'có',
          'không',
        ],
      ],
    ],
    [
      'reminders and the chain',
      {
        ...shipped,
        reminders: { percents: [75], overdueAt: 450 },
        escalation: shipped.escalation.filter(({ to }) => to !== 'director'),
      },
      [
        ['reminders.percents', 'Nhắc khi đã qua', '50%, 80%, 100% thời hạn', '75% thời hạn'],
        ['reminders.overdueAt', 'Giờ nhắc phiếu quá hạn', '08:00 mỗi ngày làm việc', '07:30 mỗi ngày làm việc'],
        ['escalation.director', 'Lãnh đạo Sở được báo', 'khi quá hạn từ 3 ngày làm việc', 'không báo'],
      ],
    ],
    [
      'reminding of a level',
      {
        ...shipped,
        ownReminding: [{ ...urgent, reminders: shipped.reminders, escalation: shipped.escalation.slice(0, 1) }],
      },
      [
        [
          'ownReminding.any.urgent',
          'Nhắc riêng, mọi lĩnh vực, mức khẩn',
          null,
          'nhắc khi qua 50%, 80%, 100% thời hạn, quá hạn nhắc lúc 08:00 mỗi ngày làm việc; Cán bộ phụ trách từ 50% thời hạn',
        ],
      ],
    ],
    ['a number', { ...shipped, extensionsAllowed: 2 }, [['extensionsAllowed', 'Số lần gia hạn', '1', '2']]],
    [
      'what it carries out',
      { ...shipped, citation: 'Quyết định 9' },
      [['citation', 'Văn bản thực hiện', shipped.citation, 'Quyết định 9']],
    ],
  ])('names %s', (_what, after, expected) => {
    const found = policyDifference(shipped, after);
    expect(found.map(({ field, what, before, after: now }) => [field, what, before, now])).toEqual(expected);
  });

  it('names what is gone', () => {
    const own = withFees({ limits: { process: { normal: three } } });
    expect(policyDifference(own, shipped).map(({ before, after }) => [before, after])).toEqual([
      ['3 ngày làm việc', null],
      ['Sở quy định: Thông báo 12', null],
    ]);
  });
});
