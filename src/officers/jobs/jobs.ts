import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const MAKE_CHANGE_LETTER = defineJob({
  kind: 'officers.letter',
  words: 'Lập công văn báo thay đổi cán bộ đầu mối',
  repeat: 'only a letter that is not made yet',
  channel: 'internal',
  payload: z.object({ changeId: z.string() }),
});
