import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const SYNC_STAFF = defineJob({
  kind: 'staff.sync',
  words: 'Đồng bộ nhân sự với thư mục',
  repeat: 'only a run that waits; the plan is made again and must be the approved one',
  channel: 'staff',
  payload: z.object({ run: z.string() }),
  key: ({ run }, act: 'read' | 'apply') => [run, act],
});

export const TELL_OF_DIRECTORY = defineJob({
  kind: 'notices.directory',
  words: 'Báo quản trị về đồng bộ nhân sự',
  repeat: 'one notice for each run and person',
  channel: 'internal',
  payload: z.object({ run: z.string() }),
});
