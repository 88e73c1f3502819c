import type { AgencyTemplateFile, TemplateUploadEntity } from '../../drafting/index.js';
import {
  agencyTemplateKey,
  agencyTemplateInForce,
  nextTemplate,
  templateInForce,
  type BuiltInTemplate,
} from '../../drafting/domain/template-version.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KINDS, type DocumentKind } from '../../../templates/catalogue.js';
import { tagGuide, type TagLine } from '../../../templates/tag-guide.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RowView } from '../kit/row-list.js';
import type { SamplePagesView } from '../kit/letter-pages/sample-pages.js';
import type { TemplateFieldView, TemplateVersionView, TemplateView } from './template-page.js';
import type { TemplateLineView, TemplatesView } from './templates-page.js';
import { templateVersionWords } from './template-version.js';
import { atStart, fullDay, moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import {
  kindHref,
  sampleHref,
  shippedPictures,
  templateHref,
  uploadHref,
  uploadPictures,
  withdrawalAction,
} from './template-places.js';
import { area, file } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** The data of the page of all templates. */
export interface TemplatesReading {
  readonly agencyVersions: readonly AgencyTemplateFile[];
  readonly today: CivilDate;
}

/** The data of the page of one kind. */
export interface TemplateReading {
  readonly kind: DocumentKind;
  /** By number. */
  readonly agencyVersions: readonly AgencyTemplateFile[];
  /** Newest first. */
  readonly uploads: readonly TemplateUploadEntity[];
  /** Pages of the sample made with the template in use. */
  readonly pages: number;
  readonly today: CivilDate;
  readonly mayChange: boolean;
}

export interface UploadReading {
  readonly kind: DocumentKind;
  readonly upload: TemplateUploadEntity;
  /** Null until it is taken into use. */
  readonly version: AgencyTemplateFile | null;
  readonly pages: number;
  readonly today: CivilDate;
  readonly mayChange: boolean;
}

export function templatesView({ agencyVersions, today }: TemplatesReading): TemplatesView {
  return {
    kinds: KINDS.map((kind) => {
      const own = agencyVersions.filter(({ decision }) => decision.kind === kind.name);
      return lineOf(kind, own, today);
    }),
  };
}

function lineOf(kind: DocumentKind, agencyVersions: readonly AgencyTemplateFile[], today: CivilDate): TemplateLineView {
  const next = nextTemplate(agencyVersions, today);
  const upload = agencyTemplateInForce(agencyVersions, today)?.upload;
  const [picture = ''] = upload?.pdfSha256 ? uploadPictures(kind.name, upload.id, 1) : shippedPictures(kind.name, 1);
  return {
    href: kindHref(kind.name),
    title: kind.title,
    picture,
    inForce: inForceWords(kind, agencyVersions, today),
    next: next && `${atStart(templateVersionWords(agencyTemplateKey(next.number)))}, từ ${fullDay(next.validFrom)}`,
  };
}

function inForceWords(kind: DocumentKind, agencyVersions: readonly AgencyTemplateFile[], today: CivilDate): string {
  const own = agencyTemplateInForce(agencyVersions, today);
  const words = atStart(templateVersionWords(templateInForce({ builtIn: kind.builtIn, agencyVersions }, today)));
  return own ? `${words}, từ ${fullDay(own.validFrom)}` : words;
}

/** @param refused a form of this page whose last submission was refused */
export function templateView(reading: TemplateReading, refused: RefusedAct | null): TemplateView {
  const { kind, agencyVersions, uploads, today, mayChange } = reading;
  const inForce = templateInForce({ builtIn: kind.builtIn, agencyVersions }, today);
  const next = nextTemplate(agencyVersions, today);
  const coming =
    next === null ? '' : ` Từ ${fullDay(next.validFrom)}: ${templateVersionWords(agencyTemplateKey(next.number))}.`;
  return {
    title: kind.title,
    summary: `Đang dùng: ${inForceWords(kind, agencyVersions, today).toLocaleLowerCase('vi')}.${coming}`,
    docxHref: templateHref(kind.name, inForce),
    upload: mayChange ? uploadForm(kind.name, refused) : null,
    sample: sampleOf(reading),
    fields: tagGuide(kind).map(fieldView),
    versions: [
      ...agencyVersions.map((one) => agencyLine(reading, one, refused)).toReversed(),
      ...kind.builtIn.map((one) => builtInLine(reading, one)).toReversed(),
    ],
    uploads: uploads.map((upload) => uploadRow(upload, agencyVersions)),
  };
}

export const uploading = defineForm({
  file: file('Tệp Word (.docx)', {
    needed: 'Chọn một tệp Word rồi bấm Kiểm tra mẫu.',
    hint: 'Không macro, không nội dung kéo từ ngoài; nhiều nhất 20 MB.',
    accept: '.docx',
  }),
});

function uploadForm(kind: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'mau-moi',
    label: 'Tải lên bản mới',
    action: kindHref(kind),
    submit: 'Kiểm tra mẫu',
    lead: 'Tải mẫu đang dùng về, sửa trong Word rồi chọn tệp ở đây. Mẫu được kiểm tra và điền thử trước; chưa dùng ngay.',
  };
  return uploading.draw(frame, refused);
}

function sampleOf({ kind, agencyVersions, pages, today }: TemplateReading): SamplePagesView {
  const docxHref = sampleHref(kind.name, templateInForce({ builtIn: kind.builtIn, agencyVersions }, today));
  const own = agencyTemplateInForce(agencyVersions, today);
  return own
    ? uploadSample(own.upload, pages, docxHref)
    : { pages: shippedPictures(kind.name, pages), problem: null, docxHref };
}

/** The sample as an upload makes it. @param pages how many can be shown */
export function uploadSample(
  { id, kind, pdfSha256, pdfProblem }: TemplateUploadEntity,
  pages: number,
  docxHref: string | null,
): SamplePagesView {
  const unseen = pdfSha256 === null ? null : 'Máy này chưa cài phần xem trang in; văn bản điền thử vẫn tải được.';
  return { pages: uploadPictures(kind, id, pages), problem: pdfProblem ?? unseen, docxHref };
}

function fieldView({ written, meaning, example, within, isNeeded }: TagLine): TemplateFieldView {
  const list = within.at(-1);
  return { written, meaning, example, isNeeded, within: list === undefined ? null : `trong {#${list}}` };
}

function agencyLine(
  { kind, agencyVersions, today, mayChange }: TemplateReading,
  one: AgencyTemplateFile,
  refused: RefusedAct | null,
): TemplateVersionView {
  const { number, validFrom, decision } = one;
  const standing = standingOf(one, agencyVersions, today);
  return {
    label: atStart(templateVersionWords(agencyTemplateKey(number))),
    validity: `Từ ${fullDay(validFrom)}`,
    standing,
    published: `${decision.publishedByName}, ${moment(decision.publishedAt)}`,
    reasons: reasonsOf(decision),
    docxHref: templateHref(kind.name, agencyTemplateKey(number)),
    reportHref: uploadHref(kind.name, decision.uploadId),
    withdraw: standing === 'coming' && mayChange ? withdrawal(kind.name, number, refused) : null,
  };
}

function standingOf(
  one: AgencyTemplateFile,
  agencyVersions: readonly AgencyTemplateFile[],
  today: CivilDate,
): TemplateVersionView['standing'] {
  if (one.isWithdrawn) return 'withdrawn';
  if (one.validFrom > today) return 'coming';
  return agencyTemplateInForce(agencyVersions, today)?.number === one.number ? 'inForce' : 'past';
}

function reasonsOf({
  reason,
  acceptedBecause,
  withdrawnByName,
  withdrawnAt,
  withdrawnBecause,
}: AgencyTemplateFile['decision']): readonly string[] {
  return [
    reason,
    ...(acceptedBecause === null ? [] : [`Vẫn dùng khi còn lưu ý: ${acceptedBecause}`]),
    ...(withdrawnAt === null
      ? []
      : [`Rút ${moment(withdrawnAt)}, ${withdrawnByName ?? ''}: ${withdrawnBecause ?? ''}`]),
  ];
}

export const withdrawing = defineForm({ reason: area('Lý do rút', { rows: 2 }) });

function withdrawal(kind: string, number: number, refused: RefusedAct | null): ActFormView {
  const action = withdrawalAction(kind, number);
  return withdrawing.draw({ id: `rut-${number}`, label: 'Rút bản này…', action, submit: `Rút bản ${number}` }, refused);
}

function builtInLine(
  { kind, agencyVersions, today }: TemplateReading,
  { version, validFrom }: BuiltInTemplate,
): TemplateVersionView {
  const isNewest = kind.builtIn.at(-1)?.version === version;
  const isInForce = templateInForce({ builtIn: kind.builtIn, agencyVersions }, today) === version;
  return {
    label: atStart(templateVersionWords(version)),
    validity: `Từ ${fullDay(validFrom)}`,
    standing: isInForce ? 'inForce' : isNewest ? 'spare' : 'past',
    published: 'Có sẵn trong phần mềm',
    reasons: [],
    docxHref: templateHref(kind.name, version),
    reportHref: null,
    withdraw: null,
  };
}

function uploadRow(upload: TemplateUploadEntity, agencyVersions: readonly AgencyTemplateFile[]): RowView {
  const { id, kind, fileName, uploadedAt, uploadedByName } = upload;
  const number = agencyVersions.find(({ decision }) => decision.uploadId === id)?.number;
  const isSound = upload.fileSha256 !== null;
  const outcome = number === undefined ? outcomeWords(upload) : templateVersionWords(agencyTemplateKey(number));
  return {
    icon: isSound ? 'file' : 'x',
    tone: isSound ? undefined : 'bad',
    title: fileName,
    href: uploadHref(kind, id),
    detail: `${moment(uploadedAt)}, ${uploadedByName}: ${outcome}`,
  };
}

/** `2 chỗ phải sửa`, `kiểm tra đạt, 1 lưu ý` */
function outcomeWords({ report }: Pick<TemplateUploadEntity, 'report'>): string {
  const { errors, warnings } = report;
  if (errors.length > 0) return `${errors.length} chỗ phải sửa`;
  return warnings.length > 0 ? `kiểm tra đạt, ${warnings.length} lưu ý` : 'kiểm tra đạt';
}
