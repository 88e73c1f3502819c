import { handOverBy, latestKeepBack } from '../../records/domain/retention.js';
import type { ActFormView } from '../kit/act-form.js';
import { fullDay } from '../kit/words/time.js';
import type { RecordFileReading } from './record-file-reading.js';

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

function handOverForm(reading: RecordFileReading): ActFormView {
  return {
    id: 'nop-luu',
    label: 'Ghi nộp lưu…',
    action: `/ho-so/${reading.file.id}/nop-luu`,
    submit: 'Ghi đã nộp lưu',
    lead: 'Sau bước này hồ sơ không thêm, bớt, sửa được nữa.',
    ...refusedAt(reading, 'minutes'),
    fields: [
      { kind: 'date', name: 'on', label: 'Ngày nộp lưu', value: typed(reading, 'on'), required: true },
      {
        kind: 'area',
        name: 'minutes',
        label: 'Biên bản giao nhận',
        hint: 'Số, ngày, ai giao, ai nhận.',
        rows: 2,
        value: typed(reading, 'minutes'),
        required: true,
      },
    ],
  };
}

function keepBackForm(reading: RecordFileReading): ActFormView {
  const { workEndedOn, retention } = reading.file;
  const due = workEndedOn === null ? null : handOverBy(workEndedOn, retention);
  return {
    id: 'giu-lai',
    label: 'Giữ lại đơn vị…',
    action: `/ho-so/${reading.file.id}/giu-lai`,
    submit: 'Ghi giữ lại',
    lead: due === null ? null : `Không quá 02 năm từ hạn nộp lưu: đến ${fullDay(latestKeepBack(due))}.`,
    ...refusedAt(reading, 'consent'),
    fields: [
      { kind: 'date', name: 'until', label: 'Giữ lại đến ngày', value: typed(reading, 'until'), required: true },
      {
        kind: 'area',
        name: 'consent',
        label: 'Văn bản đồng ý',
        hint: 'Số, ngày, người đồng ý.',
        rows: 2,
        value: typed(reading, 'consent'),
        required: true,
      },
    ],
  };
}

function holdForm({ file }: RecordFileReading): ActFormView {
  const isHeld = file.heldBecause !== null;
  return {
    id: 'giu-ho-so',
    label: isHeld ? 'Bỏ tạm dừng hủy…' : 'Tạm dừng hủy…',
    action: `/ho-so/${file.id}/${isHeld ? 'thoi-giu' : 'khong-huy'}`,
    submit: isHeld ? 'Bỏ tạm dừng hủy hồ sơ' : 'Tạm dừng hủy hồ sơ',
    lead: isHeld
      ? 'Hết thời hạn bảo quản thì hồ sơ lại được đề nghị hủy.'
      : 'Hồ sơ không được đề nghị hủy dù hết thời hạn bảo quản, đến khi bỏ tạm dừng hủy.',
    fields: [{ kind: 'area', name: 'reason', label: 'Lý do', rows: 2, required: true }],
  };
}

function refusedAt({ refused }: RecordFileReading, field: string): Pick<ActFormView, 'open' | 'error'> {
  if (refused?.fields[field] === undefined) return {};
  return { open: true, error: refused.sentence };
}

function typed({ refused }: RecordFileReading, name: string): string {
  const value = refused?.fields[name];
  return typeof value === 'string' ? value : '';
}
