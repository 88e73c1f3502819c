import type { AgencyProfile } from '../agency-profile/domain/agency-profile.js';
import { choicesFrom } from '../agency-profile/domain/profile-choices.js';
import { NAME_LINES, textsFrom } from '../agency-profile/domain/profile-lines.js';
import type { Environment } from './environment.js';

/** What documents say of the agency until another version is published. */
export function firstFacts(values: Environment): AgencyProfile {
  return {
    // A line that is added later has no variable of its own and begins empty; those below have one.
    ...textsFrom(NAME_LINES, () => ''),
    parent: values.AGENCY_PARENT,
    letterhead: values.AGENCY_LETTERHEAD,
    name: values.AGENCY_NAME,
    shortName: values.AGENCY_SHORT_NAME,
    symbol: values.AGENCY_SYMBOL,
    place: values.AGENCY_PLACE,
    address: values.AGENCY_ADDRESS,
    contact: [],
    titles: { head: 'Giám đốc', deputy: 'Phó Giám đốc' },
    unitSymbols: {},
    byOrderKinds: [],
    titlesBeforeNames: false,
    ...choicesFrom(() => ''),
    initials: [],
    citations: {
      regulation:
        'Quyết định số 587/QĐ-UBND ngày 05/3/2024 của Ủy ban nhân dân thành phố Hải Phòng ban hành Quy chế phối hợp tạm thời tiếp nhận, xử lý phản ánh, kiến nghị của tổ chức, cá nhân trên địa bàn thành phố Hải Phòng qua Tổng đài 1022',
    },
  };
}
