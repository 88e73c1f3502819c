import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beginningOf } from '../../kernel/beginning-of.js';
import { Notices, NotifyRegistry } from '../../notices/index.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';

/** Room for what the e-office says, beside what is to be done. */
const MAX_REASON_LENGTH = 200;

/** Tells the author and the registry that the e-office takes a submission not at all, why, and what to do; a letter that nobody misses would wait for ever. */
@Injectable()
export class NotifyOfRefusal {
  constructor(
    private readonly notices: Notices,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  async notify(
    tx: EntityManager,
    { id, subject, submittedById }: Pick<SignatureRequestEntity, 'id' | 'subject' | 'submittedById'>,
    reason: string,
  ): Promise<void> {
    const key = `signature.refused:${id}`;
    const said = beginningOf(reason, MAX_REASON_LENGTH);
    const letter = `Văn bản “${beginningOf(subject, MAX_REASON_LENGTH)}” không trình ký được: ${said}`;
    const clerk = `${letter} Bản thảo đã về người soạn; xem “Giao dịch gửi không thành công”, trang “Trao đổi với bên ngoài”.`;
    await this.notices.tell(tx, {
      key: `${key}:${submittedById}`,
      staffId: submittedById,
      kind: 'news',
      words: `${letter} Mở bản thảo ở mục “Bị trả lại”, sửa rồi trình lại; cần thì hỏi văn thư.`,
    });
    await this.notifyRegistry.notify(tx, { key, kind: 'news', words: clerk });
  }
}
