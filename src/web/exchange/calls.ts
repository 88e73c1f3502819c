/** What each operation of an e-office is for, as a clerk would say it: of our contract, of vOffice and of eDoc. */
export const OPERATION_WORDS: Readonly<Record<string, string>> = {
  GetServiceInfo: 'Hỏi hệ thống quản lý văn bản có những dịch vụ nào',
  ListPending: 'Hỏi tin chờ nhận',
  ListMessages: 'Hỏi danh sách tin đã qua',
  GetMessage: 'Nhận tin',
  AcknowledgeMessage: 'Báo đã nhận tin',
  SendMessage: 'Gửi văn bản hoặc trạng thái',
  RegisterIncoming: 'Ghi văn bản đến vào sổ của hệ thống quản lý văn bản',
  SubmitForSignature: 'Trình ký',
  GetSignatureStates: 'Hỏi việc ký',
  GetSignedFile: 'Lấy tệp đã ký',
  ApplySeal: 'Đóng dấu',
  SealFile: 'Ký số tệp',
  TakeNumber: 'Xin số văn bản đi',
  CancelSignature: 'Rút văn bản trình ký',
  GetDocumentStates: 'Hỏi trạng thái văn bản',
  ListAgencies: 'Lấy danh mục cơ quan',
  NotifyEvent: 'Báo có việc mới',
  vo2RegDigitalDocByEmail: 'Trình ký',
  getTransInfor: 'Hỏi việc ký',
  getFile: 'Lấy tệp đã ký',
  getListVof2UserByMail: 'Hỏi tài khoản người ký',
  returnSignReult: 'Báo kết quả ký',
  returnMultiSignReult: 'Báo kết quả ký',
  GetOrganizations: 'Lấy danh mục cơ quan',
  CheckPermission: 'Hỏi quyền kết nối',
  GetPendingDocumentIds: 'Hỏi tin chờ nhận',
  GetDocument: 'Nhận tin',
  SendDocument: 'Gửi văn bản',
  ConfirmReceived: 'Báo đã nhận tin',
  GetTraces: 'Hỏi trạng thái văn bản',
  UpdateTraces: 'Gửi trạng thái',
};

/** Faults of our contract that say nothing against what was sent. */
const NOT_NOW: readonly string[] = ['EO-BUSY', 'EO-INTERNAL', 'EO-THROTTLED'];

/** How a call ended. @param status HTTP status, the code of a fault, or `none` */
export function callResult(status: string): string {
  if (status === 'none') return 'Không có trả lời';
  if (status === '200') return 'Đã trả lời';
  return `${/^\d+$/u.test(status) || NOT_NOW.includes(status) ? 'Hệ thống kết nối báo lỗi' : 'Bị từ chối'} (${status})`;
}
