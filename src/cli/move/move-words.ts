import { isDatabaseUnwell } from '../../platform/database/database-errors.js';
import { AlikeInTarget, DoesNotFit, type Misfit } from '../../platform/database/move/copy-tables.js';
import { MovedMeanwhile } from '../../platform/database/move/move-marks.js';
import { TargetUnfit, type TargetFlaw } from '../../platform/database/move/move-target.js';
import { TablesDiffer } from '../../platform/database/move/moved-tables.js';
import { SourceInUse } from '../../platform/database/move/source-file.js';
import { SNAPSHOT_OFF } from '../../platform/database/snapshot-isolation.js';
import { MARKS_ALIKE } from '../../platform/database/text-order.js';

const ANEW = 'Xóa cơ sở dữ liệu đích, lập lại cơ sở dữ liệu trống rồi chạy lại lệnh này.';

const FLAWS: Readonly<Record<TargetFlaw, string>> = {
  snapshotOff: SNAPSHOT_OFF,
  marksAlike: MARKS_ALIKE,
  foreign: 'Cơ sở dữ liệu đích là của phần mềm khác. Lập một cơ sở dữ liệu trống, dành riêng cho Hồi Âm.',
  inUse:
    'Cơ sở dữ liệu đích đã có dữ liệu của Hồi Âm; lệnh này không ghi đè. Lập một cơ sở dữ liệu trống rồi chạy lại.',
  otherVersion: `Bảng của cơ sở dữ liệu đích thuộc phiên bản khác với phần mềm này. ${ANEW}`,
  otherSource: `Lần chuyển dở trước lấy từ nguồn khác, hoặc nguồn đã thay đổi từ lúc ấy. ${ANEW}`,
};

/** Why nothing was moved, or no more; null for what is no matter of the move. */
export function moveRefusal(error: unknown): { readonly exitCode: 1 | 2 | 3; readonly words: string } | null {
  if (error instanceof SourceInUse)
    return denied(
      'Cơ sở dữ liệu nguồn đang được một tiến trình khác mở. Dừng mọi tiến trình của phần mềm rồi chạy lại.',
    );
  if (error instanceof TargetUnfit) return denied(FLAWS[error.flaw]);
  if (error instanceof TablesDiffer)
    return denied(`Bảng ${error.table} của hai cơ sở dữ liệu không giống nhau. ${ANEW}`);
  if (error instanceof MovedMeanwhile)
    return denied('Một lệnh chuyển khác đang ghi vào cơ sở dữ liệu đích. Chờ lệnh ấy xong.');
  if (error instanceof DoesNotFit) return { exitCode: 1, words: misfitWords(error.misfit) };
  if (error instanceof AlikeInTarget)
    return {
      exitCode: 1,
      words: `Bảng ${error.table} có hai dòng mà đối chiếu (collation) của cơ sở dữ liệu đích coi là một, ví dụ chỉ khác chữ hoa, chữ thường. Sửa một trong hai dòng trên phần mềm, hoặc dùng đối chiếu phân biệt hoa thường (_CS), rồi chuyển lại.`,
    };
  if (isDatabaseUnwell(error) && error instanceof Error)
    return {
      exitCode: 3,
      words: `Cơ sở dữ liệu đích không nhận giữa chừng (${error.message}). Phần đã chép còn nguyên: xem lại máy chủ, rồi chạy lại lệnh này để làm tiếp.`,
    };
  return null;
}

export function misfitWords({ table, key, column, maxLength }: Misfit): string {
  const flaw = maxLength === null ? 'không đúng kiểu' : `dài quá ${String(maxLength)} ký tự`;
  return `Bảng ${table}, dòng ${key}: giá trị của cột ${column} ${flaw} nên SQL Server không nhận.`;
}

function denied(words: string): { readonly exitCode: 2; readonly words: string } {
  return { exitCode: 2, words };
}
