import { PEOPLE } from '../../../src/cli/demo/people.js';
import { NoticeQueries, ReadNotices } from '../../../src/notices/index.js';
import type { Story } from './stories.js';
import type { Telling } from './telling.js';

/** Everybody reads in the morning what came since the day before. */
export async function* readNotices({ office }: Telling): Story {
  const last = await office.get(NoticeQueries).last();
  for (const { username } of PEOPLE) await office.get(ReadNotices).upTo(await office.as(username), last);
}
