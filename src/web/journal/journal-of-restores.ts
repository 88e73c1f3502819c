/** What is done after a restore, by its code. */
export const RESTORE_ACTS: Readonly<Record<string, string>> = {
  'incoming.lostNumber': 'Giữ số đến đã cấp trước khi phục hồi',
  'key.renew': 'Thay khóa đã mất',
  'numbering.askGoOn': 'Đề nghị cấp số tiếp sau phục hồi, không đối chiếu',
  'numbering.goOn': 'Cho cấp số tiếp sau phục hồi, không đối chiếu',
  'numbering.hold': 'Ngừng cấp số để đối chiếu sau phục hồi',
  'numbering.recovered': 'Cấp số trở lại sau khi đối chiếu',
  'outgoing.lostNumber': 'Giữ số đi đã cấp trước khi phục hồi',
  'outgoing.recovered': 'Đưa văn bản đã phát hành trở lại sổ',
  'outgoing.restore': 'Ghi lại số đi như e-office đã có',
};

/** What these acts are done to. */
export const RESTORE_OBJECTS: Readonly<Record<string, string>> = {
  key: 'Khóa',
  numberingHold: 'Cấp số',
};
