import { templatePublicationFlaws, type TemplatePublication } from '../../drafting/domain/template-publication.js';
import type { TemplateFinding } from '../../drafting/domain/template-lint/finding.js';
import { agencyTemplateKey } from '../../drafting/domain/template-version.js';
import type { TemplateFindingView } from './template-findings.js';
import type { TemplateUploadView } from './template-upload-page.js';
import { findingPlace } from './template-parts.js';
import { templateVersionWords } from './template-version.js';
import { atStart, fullDay } from '../kit/words/time.js';
import type { RefusedFields } from '../kit/refused-note.js';
import { kindHref, uploadHref } from './template-places.js';
import { uploadSample, type UploadReading } from './templates-view.js';

/** @param refused the publication form, where its last submission was refused */
export function templateUploadView(reading: UploadReading, refused: RefusedFields | null): TemplateUploadView {
  const { kind, upload, version, pages } = reading;
  const { errors, warnings } = upload.report;
  return {
    kindHref: kindHref(kind.name),
    kindTitle: kind.title,
    heading: `Kiểm tra mẫu: ${upload.fileName}`,
    ...summaryOf(reading),
    errors: errors.map(findingView),
    warnings: warnings.map(findingView),
    sample:
      upload.sampleSha256 === null
        ? null
        : uploadSample(upload, pages, `${uploadHref(kind.name, upload.id)}/dien-thu.docx`),
    publish: version === null && errors.length === 0 && reading.mayChange ? publishForm(reading, refused) : null,
  };
}

function summaryOf({ upload, version, today }: UploadReading): Pick<TemplateUploadView, 'summary' | 'tone'> {
  const { errors, warnings } = upload.report;
  if (errors.length > 0) {
    const summary = `Có ${errors.length} chỗ phải sửa nên mẫu chưa dùng được. Sửa trong Word rồi tải lên lại; tệp này không được giữ.`;
    return { summary, tone: 'fail' };
  }
  if (version) {
    const words = atStart(templateVersionWords(agencyTemplateKey(version.number)));
    const when = version.validFrom > today ? 'sẽ dùng' : 'dùng';
    const summary = version.isWithdrawn ? `${words}, đã rút.` : `${words}, ${when} từ ${fullDay(version.validFrom)}.`;
    return { summary, tone: 'plain' };
  }
  if (warnings.length > 0) {
    const summary = `Không có lỗi, có ${warnings.length} lưu ý. Xem lại; nếu vẫn dùng được thì ghi vì sao.`;
    return { summary, tone: 'plain' };
  }
  return { summary: 'Mẫu đạt: đủ trường, điền thử được, đúng thể thức Nghị định 30.', tone: 'pass' };
}

function findingView(finding: TemplateFinding): TemplateFindingView {
  const { message, suggestion } = finding;
  return {
    place: findingPlace(finding),
    message,
    mend: suggestion.startsWith('{') ? `Viết ${suggestion}.` : suggestion,
  };
}

function publishForm(
  { kind, upload, today }: UploadReading,
  refused: RefusedFields | null,
): TemplateUploadView['publish'] {
  const typed = refused && publicationOf(refused.fields);
  const errors: Record<string, string> = {};
  const flaws = typed === null ? [] : templatePublicationFlaws(typed, upload.report, today);
  for (const { field, sentence } of flaws) errors[field] ??= sentence;
  return {
    action: uploadHref(kind.name, upload.id),
    form: { values: { ...(typed ?? { validFrom: today }) }, errors },
    flaws: Object.entries(errors).map(([field, text]) => ({ field, text })),
    asksAcceptance: upload.report.warnings.length > 0,
  };
}

function publicationOf(fields: RefusedFields['fields']): TemplatePublication {
  const text = (name: string): string => [fields[name] ?? ''].flat()[0] ?? '';
  return { validFrom: text('validFrom'), reason: text('reason'), acceptedBecause: text('acceptedBecause') };
}
