import { SETTLED_WITHOUT_LETTER } from '../../correspondence/domain/handling.js';
import { hasRole } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/act-form.js';
import { refusedValues, typedIn, type RefusedValues } from '../kit/refused-values.js';
import type { IncomingReading } from './incoming-page-query.js';
import { incomingDocumentHref, kindChoices, SETTLEMENT_WORDS } from './correspondence-words.js';

interface FormOf {
  readonly path: string;
  readonly form: (reading: IncomingReading, posted: RefusedValues) => Omit<ActFormView, 'action' | 'error' | 'open'>;
  readonly offered: (reading: IncomingReading) => boolean;
}

/** What this person may do with a document now. */
export function incomingActs(reading: IncomingReading): readonly ActFormView[] {
  return FORMS.filter(({ offered }) => offered(reading)).map(({ path, form }) => {
    const action = `${incomingDocumentHref(reading.document.id)}/${path}`;
    const posted = refusedValues(reading.refused, action);
    const view = form(reading, posted);
    return {
      ...view,
      action,
      error: posted.whole(...view.fields.map(({ name }) => name)),
      open: posted.refused,
    };
  });
}

function routeForm(reading: IncomingReading, posted: RefusedValues): ReturnType<FormOf['form']> {
  const { actor, handling, offered, leaders, coordinations, today } = reading;
  const typed = typedIn(posted);
  const isRouted = handling.state === 'routed';
  return {
    id: 'chuyen',
    label: isRouted ? 'Chuyển lại…' : 'Chuyển xử lý…',
    submit: 'Chuyển văn bản',
    fields: [
      { kind: 'hidden', name: 'version', value: String(handling.version) },
      ...(hasRole(actor, 'registryClerk')
        ? [
            {
              kind: 'choice' as const,
              label: 'Lãnh đạo cho ý kiến',
              required: true,
              options: [
                { value: '', label: 'Chọn lãnh đạo' },
                ...leaders.map(({ id, fullName, position }) => ({ value: id, label: `${fullName}, ${position}` })),
              ],
              ...typed('directedById', handling.directedById ?? ''),
            },
          ]
        : []),
      {
        kind: 'area',
        label: 'Ý kiến chỉ đạo',
        hint: 'Ghi nguyên văn ý kiến của lãnh đạo.',
        required: true,
        maxLength: 1000,
        ...typed('direction', handling.direction ?? ''),
      },
      { kind: 'date', label: 'Ngày cho ý kiến', required: true, ...typed('directedOn', today) },
      {
        kind: 'choice',
        label: 'Đơn vị chủ trì',
        required: true,
        options: [{ value: '', label: 'Chọn đơn vị' }, ...offered.map(({ id, name }) => ({ value: id, label: name }))],
        ...typed('leadUnitId', handling.leadUnitId ?? ''),
      },
      {
        kind: 'checks',
        name: 'coordinatingUnitIds',
        label: 'Đơn vị phối hợp',
        values: posted.values('coordinatingUnitIds') ?? coordinations.map(({ unitId }) => unitId),
        options: offered.map(({ id, name }) => ({ value: id, label: name })),
        error: posted.error('coordinatingUnitIds'),
      },
      {
        kind: 'date',
        label: 'Thời hạn giải quyết',
        hint: 'Để trống khi không đặt hạn.',
        ...typed('dueOn', handling.dueOn ?? ''),
      },
    ],
  };
}

const FORMS: readonly FormOf[] = [
  { path: 'chuyen', offered: ({ may }) => may.route, form: routeForm },
  {
    path: 'giao',
    offered: ({ may }) => may.assign,
    form: ({ colleagues, handling }, posted) => ({
      id: 'giao',
      label: 'Giao người xử lý…',
      submit: 'Giao việc',
      fields: [
        {
          kind: 'choice',
          label: 'Người xử lý',
          required: true,
          options: [
            { value: '', label: 'Chọn người' },
            ...colleagues.map(({ id, fullName }) => ({ value: id, label: fullName })),
          ],
          ...typedIn(posted)('officerId', handling.officerId ?? ''),
        },
      ],
    }),
  },
  {
    path: 'y-kien',
    offered: ({ may, actor, coordinations }) =>
      may.advise && coordinations.some(({ unitId, givenAt }) => unitId === actor.unitId && givenAt === null),
    form: (_reading, posted) => ({
      id: 'y-kien',
      label: 'Cho ý kiến phối hợp…',
      submit: 'Gửi ý kiến',
      fields: [{ kind: 'area', label: 'Ý kiến', required: true, maxLength: 2000, ...typedIn(posted)('opinion') }],
    }),
  },
  {
    path: 'tra-loi',
    offered: ({ may }) => may.answer,
    form: (_reading, posted) => ({
      id: 'tra-loi',
      label: 'Trả lời bằng văn bản…',
      submit: 'Soạn văn bản trả lời',
      lead: 'Văn bản trả lời phát hành thì văn bản đến này được giải quyết xong.',
      fields: [
        {
          kind: 'choice',
          label: 'Loại văn bản',
          required: true,
          options: [{ value: '', label: 'Chọn loại văn bản' }, ...kindChoices('incoming')],
          ...typedIn(posted)('template'),
        },
      ],
    }),
  },
  {
    path: 'giai-quyet',
    offered: ({ may }) => may.settle,
    form: (_reading, posted) => ({
      id: 'giai-quyet',
      label: 'Ghi đã giải quyết…',
      submit: 'Ghi đã giải quyết',
      fields: [
        {
          kind: 'radios',
          label: 'Kết quả',
          options: SETTLED_WITHOUT_LETTER.map((way) => ({ value: way, label: SETTLEMENT_WORDS[way] })),
          ...typedIn(posted)('settlement', 'handled'),
        },
        {
          kind: 'text',
          label: 'Nội dung kết quả',
          hint: 'Một dòng: đã làm gì, lưu ở đâu.',
          required: true,
          maxLength: 1000,
          ...typedIn(posted)('result'),
        },
      ],
    }),
  },
];
