import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const MAKE_CHANGE_LETTER = defineJob({
  kind: 'officers.letter',
  words: 'Lập công văn báo thay đổi cán bộ đầu mối',
  channel: 'internal',
  payload: z.object({ changeId: z.string() }),
});
