import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileInspector } from '../../../files/index.js';
import type { InspectedFile } from '../../../files/domain/inspection/inspect-file.js';
import type { Inspection } from '../../../files/domain/inspection/inspection.js';
import { weightOf } from '../../../files/domain/inspection/reasons.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Verification } from '../../domain/verification/verify-pdf.js';
import { VerificationStopped, VerifyNow } from './verify-now.js';

/** What we say about a file that somebody brought to have its signatures looked at. */
export type CheckedPdf =
  | { readonly kind: 'checked'; readonly sha256: string; readonly size: number; readonly verification: Verification }
  /** In Vietnamese: why nobody looked, and what to do. */
  | { readonly kind: 'notChecked'; readonly messages: readonly string[] };

const PDF = 'application/pdf';
const NOT_PDF = 'Tệp không phải PDF. Chọn tệp PDF có chữ ký số cần kiểm tra.';
const STOPPED =
  'Kiểm tra quá lâu nên đã dừng; chưa đủ căn cứ để kết luận. Kiểm tra lại sau, hoặc mở tệp bằng phần mềm ký số.';

/**
 * Says of any PDF whose signatures it bears and what they are worth. The file is inspected as at every door and not kept: what stays is a journal line
 * with its hash and the verdict.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 21 khoản 2; Thông tư 15/2025/TT-BKHCN (thông báo kết quả kiểm tra bằng tiếng Việt).
 */
@Injectable()
export class CheckAnyPdf {
  constructor(
    private readonly inspector: FileInspector,
    private readonly verify: VerifyNow,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  async check(actor: Actor, file: InspectedFile): Promise<CheckedPdf> {
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const checked = await this.checkFile(file, sha256);
    const verdict = checked.kind === 'checked' ? checked.verification.verdict : 'notChecked';
    await this.uow.run((tx) =>
      this.journal.record(tx, actor, {
        action: 'signature.check',
        objectKind: 'file',
        objectId: sha256,
        detail: { verdict },
      }),
    );
    return checked;
  }

  private async checkFile({ name, content }: InspectedFile, sha256: string): Promise<CheckedPdf> {
    const refusal = refusalOf(await this.inspector.inspect({ name, content }));
    if (refusal !== null) return { kind: 'notChecked', messages: refusal };
    try {
      const verification = await this.verify.ask(
        await this.verify.forThread(content),
        { kind: 'verification' },
        'judge',
      );
      return { kind: 'checked', sha256, size: content.length, verification };
    } catch (error) {
      if (error instanceof VerificationStopped) return { kind: 'notChecked', messages: [STOPPED] };
      throw error;
    }
  }
}

function refusalOf({ accept, type, reasons }: Inspection): readonly string[] | null {
  const rejecting = reasons.filter((reason) => weightOf(reason) === 'reject').map(({ message }) => message);
  if (type !== PDF) return [NOT_PDF, ...(accept ? [] : rejecting)];
  return accept ? null : rejecting;
}
