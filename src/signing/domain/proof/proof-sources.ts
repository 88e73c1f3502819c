import type { ProofCode } from './proof-case.js';

/** From which text each line of the proof comes. */
export const PROOF_SOURCES: Readonly<Record<ProofCode, string>> = {
  submittedFile: 'Nghị định 30/2020/NĐ-CP, Điều 11 khoản 2: bản đã duyệt mà phải sửa thì trình lại người ký.',
  coverage: 'Thông tư 15/2025/TT-BKHCN, kiểm tra tính toàn vẹn; ISO 32000-1, mục 12.8.1.',
  unchanged:
    'Thông tư 15/2025/TT-BKHCN, kiểm tra tính toàn vẹn; Nghị định 30/2020/NĐ-CP, Điều 15: số và ngày đứng dưới chữ ký số của cơ quan.',
  signer:
    'Nghị định 30/2020/NĐ-CP, Điều 13; Nghị định 23/2025/NĐ-CP, Điều 13 đến Điều 17: chứng thư của người có thẩm quyền.',
  validity: 'Nghị định 23/2025/NĐ-CP, Điều 13 đến Điều 17: hiệu lực của chứng thư xét tại thời điểm ký.',
  revocation:
    'Nghị định 23/2025/NĐ-CP, Điều 13 đến Điều 17: tình trạng của chứng thư xét tại thời điểm ký; không tra cứu được thì chưa đủ căn cứ.',
  algorithm: 'Thông tư 15/2025/TT-BKHCN: RSA từ 2048 bit, ECDSA từ 256 bit, SHA-256 trở lên.',
  register: 'Nghị định 30/2020/NĐ-CP, Điều 15: số và thời gian ban hành lấy theo sổ đăng ký.',
  seal: 'Nghị định 30/2020/NĐ-CP, Điều 32 khoản 2 và Phụ lục I, phần I, mục II, khoản 8: chữ ký số của cơ quan.',
};
