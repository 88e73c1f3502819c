import { handOverBy, latestKeepBack } from '../../records/domain/retention.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { fullDay } from '../kit/words/time.js';
import type { RecordFileReading } from './record-file-reading.js';
import { area, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** What may be done with a file once its work has ended. */
export function retentionActs(reading: RecordFileReading): readonly ActFormView[] {
  const { file, may } = reading;
  const isClosed = file.state === 'closed';
  return [
    ...(isClosed && may.takeOver ? [handOverForm(reading)] : []),
    ...(isClosed && may.keep && file.handOverBy !== null ? [keepBackForm(reading)] : []),
    ...(may.hold ? [holdForm(reading)] : []),
  ];
}

export const handingOver = defineForm({
  on: text('Ngày nộp lưu', { kind: 'date', required: true }),
  minutes: area('Biên bản giao nhận', { hint: 'Số, ngày, ai giao, ai nhận.', rows: 2, required: true }),
});

function handOverForm({ file, refused }: RecordFileReading): ActFormView {
  const frame = {
    id: 'nop-luu',
    label: 'Ghi nộp lưu…',
    action: `/ho-so/${file.id}/nop-luu`,
    submit: 'Ghi đã nộp lưu',
    lead: 'Sau bước này hồ sơ không thêm, bớt, sửa được nữa.',
  };
  return handingOver.draw(frame, refused);
}

export const keepingBack = defineForm({
  until: text('Giữ lại đến ngày', { kind: 'date', required: true }),
  consent: area('Văn bản đồng ý', { hint: 'Số, ngày, người đồng ý.', rows: 2, required: true }),
});

function keepBackForm({ file, refused }: RecordFileReading): ActFormView {
  const { workEndedOn, retention } = file;
  const due = workEndedOn === null ? null : handOverBy(workEndedOn, retention);
  const frame = {
    id: 'giu-lai',
    label: 'Giữ lại đơn vị…',
    action: `/ho-so/${file.id}/giu-lai`,
    submit: 'Ghi giữ lại',
    lead: due === null ? null : `Không quá 02 năm từ hạn nộp lưu: đến ${fullDay(latestKeepBack(due))}.`,
  };
  return keepingBack.draw(frame, refused);
}

/** Holds a file back from destruction, or lets it go again. */
export const holding = defineForm({ reason: area('Lý do', { rows: 2, required: true }) });

function holdForm({ file, refused }: RecordFileReading): ActFormView {
  const isHeld = file.heldBecause !== null;
  const frame = {
    id: 'giu-ho-so',
    label: isHeld ? 'Bỏ tạm dừng hủy…' : 'Tạm dừng hủy…',
    action: `/ho-so/${file.id}/${isHeld ? 'thoi-giu' : 'khong-huy'}`,
    submit: isHeld ? 'Bỏ tạm dừng hủy hồ sơ' : 'Tạm dừng hủy hồ sơ',
    lead: isHeld
      ? 'Hết thời hạn bảo quản thì hồ sơ lại được đề nghị hủy.'
      : 'Hồ sơ không được đề nghị hủy dù hết thời hạn bảo quản, đến khi bỏ tạm dừng hủy.',
  };
  return holding.draw(frame, refused);
}
