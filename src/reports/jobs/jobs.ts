import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const MAKE_REPORT_DOCUMENT = defineJob({
  kind: 'reports.document',
  words: 'Lập văn bản báo cáo',
  repeat: 'DOCX and PDF once each, only of a frozen report',
  channel: 'pages',
  payload: z.object({ reportId: z.string() }),
});
