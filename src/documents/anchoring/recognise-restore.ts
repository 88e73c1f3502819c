import { Injectable } from '@nestjs/common';
import { JournalQueries } from '../../journal/index.js';
import { NumberingHold } from '../application/numbering-hold.js';
import { WriteAnchor } from './write-anchor.js';
import { MARK_FILE, PositionMark } from './position-mark.js';

/**
 * Tells an ordinary start from one on a restored database, by what lies outside of it: the file that the administrator leaves after a restore, the mark
 * beside the data, the signed anchors. Where all of these were restored with it as one disk, nothing here notices; the e-office's list still does.
 */
@Injectable()
export class RecogniseRestore {
  constructor(
    private readonly hold: NumberingHold,
    private readonly mark: PositionMark,
    private readonly journal: JournalQueries,
    private readonly writeAnchor: WriteAnchor,
  ) {}

  /** @returns why the database is taken for restored, in Vietnamese; null for an ordinary start */
  async why(): Promise<string | null> {
    const { markedAt, recoveredAt } = await this.hold.begun();
    if (await this.mark.isSaidRestored()) return 'Người quản trị báo vừa phục hồi dữ liệu.';
    const mark = await this.mark.read();
    if (mark === null) {
      if (markedAt !== null) return `Không có tệp ${MARK_FILE} đọc được trong thư mục dữ liệu.`;
    } else if ((await this.journal.hashAt(mark.journal.seq)) !== mark.journal.hash) {
      return `Cơ sở dữ liệu không còn như tệp ${MARK_FILE} đã ghi lúc ${mark.at}.`;
    } else if (mark.isCopy) {
      return 'Thư mục dữ liệu là bản chép lại từ nơi khác.';
    }
    return (await this.writeAnchor.isTakenBackSince(recoveredAt))
      ? 'Cơ sở dữ liệu không còn như mốc đã ký gần nhất.'
      : null;
  }
}
