import type { AgencyTemplateFile, TemplateUploadEntity } from '../../../../src/drafting/index.js';
import type { TemplateReport } from '../../../../src/drafting/domain/template-lint/finding.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { templatesView, templateView, type UploadReading } from '../../../../src/web/templates/templates-view.js';
import { templateUploadView } from '../../../../src/web/templates/template-upload-view.js';
import { replyLetter } from '../../../../templates/catalogue.js';

const today = civilDate('2026-03-18');
const kind = replyLetter;
const SHA256 = 'a'.repeat(64);

const CLEAN: TemplateReport = { errors: [], warnings: [] };
const FLAWED: TemplateReport = {
  errors: [
    {
      code: 'tag-unknown',
      part: 'word/document.xml',
      tag: 'nguoi_ki',
      message: 'Loại văn bản này không có trường mang tên như vậy.',
      suggestion: '{nguoi_ky}',
    },
    {
      code: 'place-missing',
      part: 'word/document.xml',
      tag: 'chu_ky',
      message: 'Mẫu thiếu chỗ để trống này.',
      suggestion: 'Đặt siêu liên kết https://hoi-am.local/place/chu_ky vào chỗ đó.',
    },
  ],
  warnings: [],
};
const WARNED: TemplateReport = {
  errors: [],
  warnings: [
    {
      code: 'format',
      part: 'word/document.xml',
      tag: null,
      message: 'Nội dung, đoạn 12. Có chữ bị ẩn. (Nghị định 30/2020/NĐ-CP, Điều 11)',
      suggestion: 'Không có chữ bị ẩn.',
    },
  ],
};

function upload(id: string, report: TemplateReport): TemplateUploadEntity {
  const sha256 = report.errors.length === 0 ? SHA256 : null;
  return {
    id,
    kind: kind.name,
    fileName: 'mau-tra-loi.docx',
    fileSha256: sha256,
    sampleSha256: sha256,
    pdfSha256: sha256,
    pdfProblem: null,
    report,
    uploadedById: 'vanthu',
    uploadedByName: 'Phạm Minh Tuệ',
    uploadedAt: new Date('2026-03-17T02:10:00Z'),
  };
}

const [sound, flawed, warned] = [upload('u1', CLEAN), upload('u2', FLAWED), upload('u3', WARNED)];

function version(number: number, validFrom: string): AgencyTemplateFile {
  const decision = {
    uploadId: sound.id,
    kind: kind.name,
    number,
    validFrom: civilDate(validFrom),
    reason: 'Công văn 12/SGDĐT-VP ngày 17/3/2026 về câu mở đầu của công văn trả lời.',
    acceptedBecause: null,
    publishedById: 'vanthu',
    publishedByName: 'Phạm Minh Tuệ',
    publishedAt: new Date('2026-03-17T02:20:00Z'),
    withdrawnAt: null,
    withdrawnByName: null,
    withdrawnBecause: null,
  };
  return { number, validFrom: decision.validFrom, isWithdrawn: false, decision, upload: sound };
}

const agencyVersions = [version(1, '2026-03-17'), version(2, '2026-04-01')];

export const templates = templatesView({ agencyVersions, today });

export const template = templateView(
  { kind, agencyVersions, uploads: [sound, flawed, warned], pages: 1, today, mayChange: true },
  null,
);

const brought = (one: TemplateUploadEntity): UploadReading => ({
  ...{ kind, upload: one, version: null, today, mayChange: true },
  pages: one.pdfSha256 === null ? 0 : 1,
});

export const uploadFlawed = templateUploadView(brought(flawed), null);

/** Taken into use too early, without a reason, in spite of a warning. */
export const uploadToWeigh = templateUploadView(brought(warned), {
  fields: { validFrom: '2026-03-01', reason: 'đổi', acceptedBecause: '' },
  sentence: '',
});
