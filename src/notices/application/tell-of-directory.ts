import { Injectable } from '@nestjs/common';
import { DirectoryRunEntity, StaffDirectory } from '../../organisation/index.js';
import { needsInWords } from '../../organisation/domain/directory/sync-approval.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Notices } from './notices.js';
import { TELL_OF_DIRECTORY } from '../../organisation/index.js';

const WHERE = 'Xem ở trang Đồng bộ nhân sự (/dong-bo-nhan-su).';

/** Tells administrators what a run with the directory of people did to accounts and roles, or that its plan waits for one of them. */
@Injectable()
export class TellOfDirectory implements JobHandler<typeof TELL_OF_DIRECTORY> {
  readonly job = TELL_OF_DIRECTORY;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  async handle({ run: id }: PayloadOf<typeof TELL_OF_DIRECTORY>): Promise<void> {
    const run = await this.database.reader.manager.findOneBy(DirectoryRunEntity, { id });
    if (run === null) return;
    const administrators = await this.staff.peopleWith('administrator');
    const notice = { key: `directory:${id}:${run.state}`, kind: 'news' as const, words: wordsOf(run) };
    await this.uow.run((tx) =>
      this.notices.tellEach(
        tx,
        administrators.map((person) => person.id),
        notice,
      ),
    );
  }
}

function wordsOf({ state, needs, disabled, plan }: DirectoryRunEntity): string {
  if (state !== 'applied') {
    return `Kế hoạch đồng bộ nhân sự chờ quyết định: ${needsInWords(needs ?? [])}. Chưa đổi gì. ${WHERE}`;
  }
  const kept = (plan ?? []).filter(({ reason }) => reason === 'lastAdministrator').map(({ fullName }) => fullName);
  const lost = (plan ?? []).filter(({ rolesLost }) => rolesLost.length > 0).length;
  const facts = [
    ...(disabled > 0 ? [`${String(disabled)} tài khoản đã ngừng`] : []),
    ...(lost > 0 ? [`${String(lost)} người đổi đơn vị và bị thu hồi vai trò ở đơn vị cũ`] : []),
  ];
  const done = `${facts.join(', ')}. Giao lại việc đang mở và phân vai trò mới nếu cần.`;
  const sentences = [
    ...(facts.length > 0 ? [done] : []),
    ...(kept.length > 0
      ? [
          `Chưa ngừng quản trị hệ thống cuối cùng (${kept.join(', ')}); giao vai trò này cho người khác rồi đồng bộ lại.`,
        ]
      : []),
  ];
  return `Đồng bộ nhân sự: ${sentences.join(' ')} ${WHERE}`;
}
