/** What a pen does to a letter in the hands of a leader, or of the registry's clerk. */
export type PenAct = 'sign' | 'seal';

interface Entry {
  /** As the page of the rehearsal names it. */
  readonly title: string;
  /** The acts at which it applies; empty where it concerns no signature. */
  readonly acts: readonly PenAct[];
}

const SIGN: readonly PenAct[] = ['sign'];
const SEAL: readonly PenAct[] = ['seal'];
const BOTH: readonly PenAct[] = ['sign', 'seal'];

/** Everything wrong that the simulated e-office does on demand. */
export const MISBEHAVIOURS = {
  wrongDocument: { title: 'Ký một văn bản khác', acts: SIGN },
  alteredBefore: { title: 'Sửa chữ trong văn bản rồi mới ký', acts: SIGN },
  imageOnly: { title: 'Chỉ dán hình chữ ký, không ký số', acts: SIGN },
  wrongLeader: { title: 'Người khác ký thay người được trình', acts: SIGN },
  alteredAfter: { title: 'Sửa văn bản sau khi ký', acts: BOTH },
  appendedPage: { title: 'Chèn thêm trang sau khi ký', acts: BOTH },
  shadowHide: { title: 'Che nội dung sau khi ký', acts: BOTH },
  shadowReplace: { title: 'Thay nội dung trang sau khi ký', acts: BOTH },
  expiredCertificate: { title: 'Chứng thư đã hết hạn', acts: BOTH },
  revokedCertificate: { title: 'Chứng thư đã bị thu hồi', acts: BOTH },
  selfSigned: { title: 'Chứng thư tự ký', acts: BOTH },
  strangersCertificate: { title: 'Chứng thư của tổ chức chứng thực không được tin cậy', acts: BOTH },
  weakDigest: { title: 'Thuật toán băm yếu (SHA-1)', acts: BOTH },
  weakKey: { title: 'Khóa ngắn (RSA 1024 bit)', acts: BOTH },
  missingSeal: { title: 'Báo đã đóng dấu nhưng tệp chưa có dấu', acts: SEAL },
  wrongNumber: { title: 'Ghi sai số văn bản', acts: SEAL },
  wrongDate: { title: 'Ghi sai ngày văn bản', acts: SEAL },
  numberUnlocked: { title: 'Không khóa ô số và ngày', acts: SEAL },
  otherAgency: { title: 'Đóng dấu của cơ quan khác', acts: SEAL },
  truncated: { title: 'Tệp trả về bị cụt', acts: BOTH },
  notPdf: { title: 'Tệp trả về không phải PDF', acts: BOTH },
  emptyFile: { title: 'Tệp trả về rỗng', acts: BOTH },
  noFile: { title: 'Báo có tệp nhưng không đưa tệp ra', acts: BOTH },
  hashMismatch: { title: 'Mã băm không khớp với tệp', acts: BOTH },
  late: { title: 'Báo kết quả chậm một ngày', acts: BOTH },
  twice: { title: 'Báo kết quả hai lần', acts: BOTH },
  outOfOrder: { title: 'Báo kết quả mới rồi báo lại kết quả cũ', acts: BOTH },
  numbersToo: { title: 'Hệ thống quản lý văn bản cũng tự cấp số cho văn bản đã ký', acts: SIGN },
  afterCancel: { title: 'Nhận lệnh rút nhưng vẫn để ký tiếp', acts: [] },
  noList: { title: 'Danh sách thu hồi không tải được', acts: [] },
  outdatedList: { title: 'Danh sách thu hồi quá hạn', acts: [] },
} as const satisfies Readonly<Record<string, Entry>>;

export type Misbehaviour = keyof typeof MISBEHAVIOURS;

export const MISBEHAVIOUR_CODES = Object.keys(MISBEHAVIOURS).filter(isMisbehaviour);

function isMisbehaviour(code: string): code is Misbehaviour {
  return Object.hasOwn(MISBEHAVIOURS, code);
}

export function bitesAt(code: Misbehaviour, act: PenAct): boolean {
  const { acts }: Entry = MISBEHAVIOURS[code];
  return acts.includes(act);
}

/** Faults of the authority's list, which concern every letter. */
export function isOfList(code: Misbehaviour): code is 'noList' | 'outdatedList' {
  return code === 'noList' || code === 'outdatedList';
}
