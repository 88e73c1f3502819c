import { TICKET_ACTS, type ActName } from '../../tickets/domain/ticket-acts.js';
import { SIGNATURE_STATES, type SignatureState } from '../../signing/domain/signature-request.js';

/** What the journal's acts are called; acts of tickets and states of signing have their words in their own tables. */
const ACTS: Readonly<Record<string, string>> = {
  'accessChange.confirm': 'Xác nhận thay đổi quyền',
  'agencies.ask': 'Yêu cầu đồng bộ danh bạ cơ quan',
  'agencies.end': 'Ghi cơ quan đã ngừng',
  'agencies.sync': 'Đồng bộ danh bạ cơ quan',
  'authority.add': 'Giao thẩm quyền ký',
  'authority.end': 'Chấm dứt thẩm quyền ký',
  'calendar.confirm': 'Xác nhận lịch làm việc',
  'calendar.drop': 'Bỏ đề nghị lịch làm việc',
  'calendar.propose': 'Đề nghị lịch làm việc',
  'copy.number': 'Lấy số bản sao',
  'copy.sealAgain': 'Yêu cầu ký lại bản sao',
  'copy.sealed': 'Ký số bản sao',
  'copy.voided': 'Hủy số bản sao',
  'dataRequest.answer': 'Trả lời yêu cầu về dữ liệu cá nhân',
  'dataRequest.find': 'Tìm dữ liệu đang giữ của một người',
  'dataRequest.record': 'Ghi yêu cầu về dữ liệu cá nhân',
  'document.convert': 'Làm bản chuyển đổi',
  'draft.approve.content': 'Duyệt nội dung dự thảo',
  'draft.approve.format': 'Duyệt thể thức dự thảo',
  'draft.begin': 'Bắt đầu dự thảo',
  'draft.finish': 'Kết thúc dự thảo',
  'draft.giveBack': 'Trả lại dự thảo',
  'draft.recipientAdded': 'Thêm nơi nhận của công văn',
  'draft.recipientRemoved': 'Bỏ nơi nhận của công văn',
  'draft.returned': 'Nhận lại dự thảo bị trả',
  'draft.save': 'Lưu dự thảo',
  'draft.send': 'Gửi dự thảo đi duyệt',
  'draft.submit': 'Trình ký dự thảo',
  'draft.withdraw': 'Rút dự thảo',
  'exchangeTrace.read': 'Xem nội dung một lượt gọi e-office',
  'file.addPaper': 'Thêm giấy tờ vào hồ sơ',
  'file.askExport': 'Yêu cầu đóng gói hồ sơ',
  'file.close': 'Kết thúc hồ sơ',
  'file.describe': 'Sửa mô tả hồ sơ',
  'file.export': 'Đóng gói hồ sơ',
  'file.fetchExport': 'Tải gói hồ sơ',
  'file.handOver': 'Nộp lưu hồ sơ',
  'file.hold': 'Giữ hồ sơ, không cho hủy',
  'file.keepBack': 'Giữ lại hồ sơ, chưa nộp lưu',
  'file.mend': 'Khôi phục tệp hỏng',
  'file.open': 'Mở hồ sơ',
  'file.putBack': 'Đưa giấy tờ trở lại hồ sơ',
  'file.quarantine': 'Cách ly tệp hỏng',
  'file.release': 'Thôi giữ hồ sơ',
  'file.removePaper': 'Rút giấy tờ khỏi hồ sơ',
  'file.reopen': 'Mở lại hồ sơ',
  'file.takeIn': 'Đưa giấy tờ vào hồ sơ',
  'file.warn': 'Nhắc nộp lưu hồ sơ',
  'filePlan.publish': 'Ban hành danh mục hồ sơ',
  'house.publish': 'Sửa thông tin cơ quan',
  'incoming.enteredByHand': 'Ghi văn bản đến đã nhập tay sang e-office',
  'incoming.name': 'Ghi tên văn bản đến',
  'incoming.register': 'Vào sổ văn bản đến',
  'incoming.sameNumber': 'Ghi văn bản đến trùng số',
  'incoming.takenBack': 'Ghi văn bản đến bị nơi gửi lấy lại',
  'journal.digest': 'Ký bản tổng hợp nhật ký trong ngày',
  'journal.export': 'Xuất nhật ký',
  'journal.read': 'Xem nhật ký',
  'message.decide': 'Quyết định về tin nhận được',
  'message.receive': 'Nhận tin từ e-office',
  'message.refuse': 'Giữ tin không đọc được',
  'message.refuseOther': 'Giữ tin trùng mã, khác nội dung',
  'message.return': 'Trả lại văn bản đến',
  'message.setAside': 'Để tin chờ văn thư quyết định',
  'outgoing.annexes': 'Ký số phụ lục',
  'outgoing.number': 'Lấy số văn bản đi',
  'outgoing.recallProposed': 'Đề nghị thu hồi văn bản',
  'outgoing.recallRefused': 'Không thu hồi văn bản',
  'outgoing.recalled': 'Thu hồi văn bản',
  'outgoing.released': 'Phát hành văn bản',
  'outgoing.reserve': 'Giữ số văn bản đi',
  'outgoing.sealed': 'Đóng dấu văn bản',
  'outgoing.voided': 'Hủy số văn bản đi',
  'policy.apply': 'Áp dụng bộ thời hạn cho phiếu đang mở',
  'policy.publish': 'Ban hành bộ thời hạn',
  'promise.hold': 'Giữ lại một việc chờ gửi',
  'promise.markDelivered': 'Ghi việc đã tới bằng cách khác',
  'promise.release': 'Cho việc bị giữ đi tiếp',
  'promise.reopen': 'Làm lại một việc đã dừng',
  'promise.setAside': 'Bỏ một việc chờ gửi',
  'reconciliation.ask': 'Yêu cầu đối chiếu với e-office',
  'reconciliation.explain': 'Giải thích điểm khác với e-office',
  'reconciliation.repair': 'Sửa điểm khác với e-office',
  'reconciliation.run': 'Đối chiếu với e-office',
  'reconciliation.settle': 'Ghi điểm khác đã hết',
  'register.close': 'Khóa sổ văn bản',
  'register.printAgain': 'In lại sổ văn bản',
  'register.sealClosing': 'Ký bản ghi khóa sổ',
  'savedSearch.remove': 'Bỏ bộ tìm đã lưu',
  'savedSearch.rename': 'Đổi tên bộ tìm đã lưu',
  'savedSearch.save': 'Lưu bộ tìm',
  'signature.bringAnnex': 'Đưa phụ lục đã ký vào',
  'signature.bringSealed': 'Đưa tệp đã đóng dấu vào',
  'signature.bringSigned': 'Đưa tệp đã ký vào',
  'signature.check': 'Kiểm tra chữ ký của một tệp',
  'signature.signedTooLate': 'Giữ tệp ký sau khi đã rút',
  'signatureEvidence.export': 'Tải chứng cứ chữ ký',
  'signatureEvidence.judged': 'Kết luận về chữ ký',
  'signatureEvidence.overridden': 'Lãnh đạo chịu trách nhiệm về chữ ký chưa đủ căn cứ',
  'signatureEvidence.withdrawn': 'Rút kết luận về chữ ký',
  'template.publish': 'Đưa mẫu vào dùng',
  'template.upload': 'Tải mẫu lên',
  'template.withdraw': 'Rút mẫu',
  'ticket.exportRegister': 'Xuất sổ tiếp nhận',
  'ticket.furtherDocument': 'Xử lý văn bản gửi thêm',
  'ticket.identityRevealed': 'Xem danh tính người gửi',
  'ticket.import': 'Nhập phiếu từ tệp',
  'ticket.join': 'Nhập vào phiếu khác',
  'ticket.open': 'Mở phiếu',
  'ticket.recount': 'Tính lại hạn',
  'ticket.remind': 'Nhắc việc',
  'trust.configured': 'Chứng thư gốc có trong cấu hình',
  'trust.confirm': 'Xác nhận chứng thư tin cậy',
  'trust.propose': 'Đề nghị chứng thư tin cậy',
  'trust.refuse': 'Từ chối chứng thư tin cậy',
  'trust.unconfigured': 'Chứng thư gốc bị bỏ khỏi cấu hình',
};

const SIGNING: Readonly<Record<SignatureState, string>> = {
  pending: 'Tạo lượt trình ký',
  submitted: 'Trình ký',
  returned: 'Lãnh đạo trả lại',
  rejected: 'Lãnh đạo không ký',
  cancelled: 'Rút trình ký',
  failed: 'Trình ký không được',
  signed: 'Lãnh đạo đã ký',
  proofFailed: 'Tệp đã ký kiểm tra không đạt',
  verified: 'Tệp đã ký kiểm tra đạt',
  sealing: 'Lấy dấu cơ quan',
  sealFailed: 'Đóng dấu không được',
  sealed: 'Đã đóng dấu',
  released: 'Phát hành',
};

const OBJECTS: Readonly<Record<string, string>> = {
  accessChange: 'Thay đổi quyền',
  agencySync: 'Danh bạ cơ quan',
  authority: 'Thẩm quyền ký',
  calendar: 'Lịch làm việc',
  copyDocument: 'Bản sao',
  dataRequest: 'Yêu cầu về dữ liệu cá nhân',
  document: 'Văn bản',
  draft: 'Dự thảo',
  exchangeTrace: 'Lượt gọi e-office',
  file: 'Tệp',
  filePlan: 'Danh mục hồ sơ',
  house: 'Thông tin cơ quan',
  inboxMessage: 'Tin nhận được',
  incomingDocument: 'Văn bản đến',
  journal: 'Nhật ký',
  outgoingDocument: 'Văn bản đi',
  policy: 'Bộ thời hạn',
  promise: 'Việc chờ gửi',
  reconciliationDifference: 'Điểm khác với e-office',
  reconciliationRun: 'Lượt đối chiếu',
  recordFile: 'Hồ sơ',
  register: 'Sổ văn bản',
  savedSearch: 'Bộ tìm đã lưu',
  signatureEvidence: 'Kết luận về chữ ký',
  signatureRequest: 'Lượt trình ký',
  storedFile: 'Tệp lưu',
  template: 'Mẫu văn bản',
  ticket: 'Phiếu',
  ticketImport: 'Lượt nhập phiếu',
  trust: 'Chứng thư tin cậy',
};

/** Every act that has words, by its code, for a choice among them; in the order of the words. */
export function knownActs(): readonly { readonly action: string; readonly words: string }[] {
  const tickets = Object.keys(TICKET_ACTS).map((act) => `ticket.${act}`);
  const states = SIGNATURE_STATES.map((state) => `signature.${state}`);
  return [...new Set([...Object.keys(ACTS), ...tickets, ...states])]
    .map((action) => ({ action, words: actWords(action) ?? action }))
    .sort((one, other) => one.words.localeCompare(other.words, 'vi'));
}

/** What an act is called; null for one that is not known here. */
export function actWords(action: string): string | null {
  const [kind = '', name = ''] = action.split('.', 2);
  if (kind === 'signature' && isSignatureState(name)) return SIGNING[name];
  if (kind === 'ticket' && isTicketAct(name)) return TICKET_ACTS[name].words;
  return ACTS[action] ?? null;
}

/** What the object of an act is called: `Phiếu`; null for a kind that is not known here. */
export function objectWords(kind: string): string | null {
  return OBJECTS[kind] ?? null;
}

/** The kinds of objects, for a choice among them; in the order of the words. */
export function knownObjects(): readonly { readonly kind: string; readonly words: string }[] {
  return Object.entries(OBJECTS)
    .map(([kind, words]) => ({ kind, words }))
    .sort((one, other) => one.words.localeCompare(other.words, 'vi'));
}

function isSignatureState(name: string): name is SignatureState {
  return (SIGNATURE_STATES as readonly string[]).includes(name);
}

function isTicketAct(name: string): name is ActName {
  return Object.hasOwn(TICKET_ACTS, name);
}
