import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { StaffSource } from '../../src/organisation/ports/staff-source.port.js';

/** Stands where no directory is set up; nobody asks it. */
export class NoStaffSource extends StaffSource {
  override readonly isOn = false;
  override readonly place = '';

  override readAll(): Promise<never> {
    return nothing();
  }

  override readSince(): Promise<never> {
    return nothing();
  }

  override stillThere(): Promise<never> {
    return nothing();
  }
}

function nothing(): Promise<never> {
  return Promise.reject(new OutsideRefused('off', 'Chưa nối với thư mục nhân sự.'));
}
