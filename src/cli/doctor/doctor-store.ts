import type { Settings } from '../../config/settings.js';
import { openBucket } from '../../platform/files/open-file-store.js';
import { examineBucket, type BucketFlaw } from '../../platform/files/s3/examine-bucket.js';
import { ofCode } from './connection-words.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';

/** Whether the bucket of stored files does what is needed of it; nothing where they lie in a folder. */
export async function storeChecks({ files }: Pick<Settings, 'files'>): Promise<readonly DoctorCheck[]> {
  const { place } = files;
  if (place.kind === 'folder') return [];
  const name = `s3://${place.bucket}/${place.prefix}`;
  const bucket = openBucket(files, place);
  const flaw = await examineBucket(bucket);
  bucket.close();
  return [flaw === null ? well('files-store', `Kho ${name} trả lời, giữ và không cho ghi đè.`) : illOf(name, flaw)];
}

function illOf(name: string, flaw: BucketFlaw): DoctorCheck {
  const check = 'files-store';
  if (flaw === 'overwrites') {
    const mend = 'Dùng phiên bản kho biết If-None-Match (Amazon S3, MinIO, Ceph từ bản Squid).';
    return ill(check, `Kho ${name} ghi đè lên tệp đã có dù được yêu cầu không ghi đè.`, mend);
  }
  if (flaw === 'forgets') {
    const mend = 'Dùng kho có đọc nhất quán ngay sau khi ghi; tắt bộ đệm của máy chủ trung gian trước kho.';
    return ill(check, `Kho ${name} không đưa lại, hoặc không liệt kê ngay điều vừa ghi.`, mend);
  }
  const mend =
    'Xem FILES_ENDPOINT, FILES_CA, mã truy cập và quyền của nó (đọc, ghi, liệt kê, xóa), đường mạng, giờ của máy.';
  const why = ofCode(flaw.away.split(': ').at(-1) ?? '')?.why ?? `${flaw.away}.`;
  return ill(check, `Kho ${name} không dùng được: ${why}`, mend);
}
